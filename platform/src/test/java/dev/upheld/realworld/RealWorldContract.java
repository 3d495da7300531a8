package dev.upheld.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for every schema on every engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealWorldContract {
  private final Sample sample;
  private final TestServer server;
  private final TestDatabase database;

  /**
   * A schema and what is to be found in it.
   *
   * @param load makes the database, rows and all
   * @param rows how many rows some of its tables hold
   */
  record Sample(Function<TestServer, TestDatabase> load, Map<String, Long> rows) {}

  RealWorldContract(Sample sample, TestServer server) {
    this.sample = sample;
    this.server = server;
    this.database = sample.load().apply(server);
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
}
