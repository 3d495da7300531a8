package dev.upheld.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.probe.ProveReport;
import dev.upheld.realworld.Sample.Change;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every schema on every engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealWorldContract {
  private final Sample sample;
  private final TestServer server;
  private final TestDatabase database;
  private final RealWorkspace workspace;

  RealWorldContract(Sample sample, TestServer server, @TempDir Path folder) throws IOException {
    this.sample = sample;
    this.server = server;
    this.database = sample.load().apply(server);
    this.workspace = RealWorkspace.read(sample.workspace(), reader(database), folder);
  }

  /** Who may read everything and do nothing else. */
  private static TestDatabase reader(TestDatabase database) {
    return switch (database.engine()) {
      case POSTGRESQL ->
          database.restricted(
              "GRANT SELECT ON ALL TABLES IN SCHEMA public TO {user}",
              "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO {user}");
      case MARIADB ->
          database.restricted("GRANT SELECT ON " + database.database() + ".* TO {user}");
    };
  }

  @AfterAll
  void drop() {
    database.drop(server);
  }

  @Test
  void theDatabaseIsThereAsItsMakersMadeIt() throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String table : sample.rows().keySet()) {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
          count.next();
          rows.put(table, count.getLong(1));
        }
      }
    }
    assertThat(rows).isEqualTo(new TreeMap<>(sample.rows()));
  }

  @Test
  void theDataMapSaysOfEveryColumnWhatItIs() {
    assertThat(workspace.gaps()).isEmpty();
  }

  @Test
  void everyPromiseIsProvedAsItStands() {
    verdictsAre(sample.expected());
  }

  /** Each change is seen among all promises; so is whatever the undo before it left behind. */
  @TestFactory
  Stream<DynamicTest> aChangeMovesWhatItConcernsAndItsUndoMovesItBack() {
    assertThat(sample.changes()).hasSizeGreaterThanOrEqualTo(2);
    return Stream.concat(
        sample.changes().stream()
            .map(c -> DynamicTest.dynamicTest(String.join(", ", c.promises()), () -> moves(c))),
        Stream.of(DynamicTest.dynamicTest("all as before", () -> verdictsAre(sample.expected()))));
  }

  private void moves(Change change) {
    SortedMap<String, Verdict> moved = sample.expected();
    for (String promise : change.promises()) {
      assertThat(moved.put(promise, change.then())).as(promise).isNotIn(null, change.then());
    }
    Scripts.run(database, change.change());
    try {
      verdictsAre(moved);
    } finally {
      Scripts.run(database, change.undo());
    }
  }

  private void verdictsAre(SortedMap<String, Verdict> expected) {
    ProveReport report = workspace.prove();
    assertThat(RealWorkspace.verdicts(report))
        .as(RealWorkspace.grounds(report))
        .isEqualTo(expected);
  }
}
