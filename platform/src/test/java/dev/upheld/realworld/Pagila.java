package dev.upheld.realworld;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.util.regex.Pattern;

/** The film rental shop Pagila, whole: PostgreSQL only, with partitions, views and triggers. */
final class Pagila {
  /** The dump belongs to a role that only its makers have. */
  private static final Pattern OWNER = Pattern.compile("(?m)^ALTER .* OWNER TO postgres;$");

  private Pagila() {}

  static TestDatabase load(TestServer server) {
    TestDatabase database = server.freshDatabase();
    String schema = Resources.text("schemas/pagila/schema.sql.xz");
    Scripts.run(database, OWNER.matcher(schema).replaceAll(""));
    Scripts.runDump(database, Resources.text("schemas/pagila/data.sql.xz"));
    database.execute("REFRESH MATERIALIZED VIEW public.rental_by_category");
    return database;
  }
}
