package dev.upheld.bench;

import dev.upheld.connect.Connectors;
import dev.upheld.connect.Session;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.engine.residue.ResidueSearch;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Tombstone;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How fast everybody who was erased is searched for, against a program that reads the same columns
 * over the same line and does nothing with them.
 */
final class ResidueBench implements Benchmark {
  private static final long ROWS =
      Long.parseLong(System.getenv().getOrDefault("UPHELD_BENCH_ROWS", "1000000"));

  private static final int ERASED = 10_000;
  private static final int LEFT = 3;
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final List<String> COLUMNS = List.of("email", "line", "detail", "raw");

  private static final Fingerprints PRINTS = new Fingerprints(SmallShop.HASH);

  @Override
  public String name() {
    return "residue";
  }

  @Override
  public String what() {
    return "the nightly search for "
        + ERASED
        + " erased people against a plain scan of the same columns; $UPHELD_BENCH_ROWS rows, "
        + ROWS;
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    List<Tombstone> erased = erased();
    for (Map.Entry<String, TestServer> server : Servers.all().entrySet()) {
      measure(server.getKey(), server.getValue(), erased, report);
    }
  }

  private static List<Tombstone> erased() {
    List<Tombstone> erased = new ArrayList<>();
    for (int i = 0; i < ERASED; i++) {
      String email = "gone" + i + "@people.example";
      erased.add(stone(i, "email", email));
      erased.add(stone(i, "customers", Integer.toString(10_000_000 + i)));
    }
    return erased;
  }

  private static Tombstone stone(int person, String word, String value) {
    return new Tombstone(
        "plan" + person,
        "shop",
        word,
        PRINTS.of(word, value),
        NOW.minusSeconds(86_400),
        new Tombstone.Reach("promise", Set.of(), Set.of()),
        NOW.plusSeconds(86_400 * 89L),
        Optional.of(PRINTS.tag(value)));
  }

  private static void measure(String server, TestServer on, List<Tombstone> erased, Report report)
      throws Exception {
    TestDatabase database = on.freshDatabase();
    Path folder = Files.createTempDirectory("upheld-bench-residue");
    try {
      fill(database);
      Workspace workspace =
          new SmallShop(folder, database).write("charter.yaml", ErasureDatabase.CHARTER).read();
      report.figure(server + "rows", (double) ROWS);
      double ours = Rounds.medianRatio(() -> search(workspace, erased), () -> scan(database));
      report.atLeast(server + "speed-of-plain-scan", 1 / ours, 0.7);
    } finally {
      on.drop(database);
      new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    }
  }

  /** Lines of a log: an address, a sentence, a document, some bytes. */
  private static void fill(TestDatabase database) {
    boolean postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
    String series =
        postgres
            ? "(select g from generate_series(1, " + ROWS + ") g) s"
            : "(select seq as g from seq_1_to_" + ROWS + ") s";
    database.execute(
        "create table log (id bigint not null, email varchar(120), line text, detail "
            + (postgres ? "jsonb" : "json")
            + ", raw "
            + (postgres ? "bytea" : "blob")
            + ")",
        "insert into log select g, concat('person', g, '@people.example'),"
            + " concat('Order ', g, ' of customer ', g % 1000, ' was sent by courier to the house"
            + " in street ', g % 77, ', and was received on 2026-03-', 10 + g % 20),"
            + " "
            + (postgres ? "cast(" : "")
            + "concat('{\"agent\": \"Mozilla/5.0\", \"session\": \"', md5(cast(g as char(12))),"
            + " '\", \"page\": \"/articles/', g % 5000, '\"}')"
            + (postgres ? " as jsonb)" : "")
            + ", "
            + (postgres ? "decode(md5(cast(g as char(12))), 'hex')" : "unhex(md5(g))")
            + " from "
            + series,
        "insert into log (id, line) values (0, 'sent to gone7@people.example')",
        "insert into log (id, email) values (0, 'Gone8@people.example')",
        "insert into log (id, detail) values (0, '{\"to\": \"gone9@people.example\"}')",
        postgres ? "analyze log" : "analyze table log");
  }

  private static Session open(SystemEntry entry) {
    var endpoint = entry.access().orElseThrow();
    return Connectors.of(endpoint.kind()).orElseThrow().open(entry, endpoint);
  }

  private static double search(Workspace workspace, List<Tombstone> erased) {
    long since = System.nanoTime();
    ResidueReport report =
        new ResidueSearch(ResidueBench::open, PRINTS, InstantSource.fixed(NOW))
            .search(
                workspace,
                new ResidueSearch.Wanted(erased, List.of()),
                new ResidueSearch.Way(
                    NOW, ResidueSearch.Memory.none(), () -> false, Progress.SILENT));
    if (report.left() != LEFT || !report.isWhole()) {
      throw new IllegalStateException("found " + report.left() + " and not " + LEFT);
    }
    return said("search", since);
  }

  private static double scan(TestDatabase database) throws SQLException {
    long since = System.nanoTime();
    long characters = 0;
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(1_000);
        try (ResultSet row =
            statement.executeQuery("select " + String.join(", ", COLUMNS) + " from log")) {
          while (row.next()) {
            for (int i = 1; i <= COLUMNS.size(); i++) {
              String value = row.getString(i);
              characters += value == null ? 0 : value.length();
            }
          }
        }
      }
      connection.rollback();
    }
    if (characters == 0) {
      throw new IllegalStateException("nothing was read");
    }
    return said("scan", since);
  }

  private static double said(String what, long since) {
    double seconds = (System.nanoTime() - since) / 1e9;
    System.err.printf("  %s %.3f s%n", what, seconds);
    return seconds;
  }
}
