package dev.upheld.realworld;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.util.regex.Pattern;

/** The film rental shop Pagila, whole: PostgreSQL only, with partitions, views and triggers. */
final class Pagila {
  /** The dump belongs to a role that only its makers have. */
  private static final Pattern OWNER = Pattern.compile("(?m)^ALTER .* OWNER TO postgres;$");

  /**
   * Its triggers date a change with the day on which the tests run; this is the day they are for.
   */
  private static final String PINNED =
      """
      CREATE OR REPLACE FUNCTION public.last_updated() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN NEW.last_update = timestamptz ''%s''; RETURN NEW; END'
      """
          .formatted(RealWorkspace.NOW);

  private Pagila() {}

  static TestDatabase load(TestServer server) {
    TestDatabase database = server.freshDatabase();
    String schema = Resources.text("schemas/pagila/schema.sql.xz");
    Scripts.run(database, OWNER.matcher(schema).replaceAll(""));
    Scripts.runDump(database, Resources.text("schemas/pagila/data.sql.xz"));
    database.execute(PINNED);
    database.execute("REFRESH MATERIALIZED VIEW public.rental_by_category");
    return database;
  }
}
