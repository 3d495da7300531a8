package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Progress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas, maps and rows from chance: what is done is what the definitions say, row by row. */
class RandomErasingTest {
  /** Seconds after which no other one is begun, however few there were. */
  private static final int SHORT = 8;

  private static final int LONG = 240;

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }
  }

  abstract static class Contract {
    @TempDir Path folder;

    abstract TestServer server();

    @Test
    void isWhatTheDefinitionsSay() throws SQLException {
      erase(SHORT);
    }

    @Test
    @Tag("long")
    void isWhatTheDefinitionsSayManyTimes() throws SQLException {
      erase(LONG);
    }

    private void erase(int seconds) throws SQLException {
      Long one = Long.getLong("upheld.seed");
      long first = one == null ? System.nanoTime() : one;
      long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
      int times = 0;
      do {
        long seed = first + times;
        try {
          once(seed);
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("with -Dupheld.seed=" + seed + ": " + e.getMessage(), e);
        }
        times++;
      } while (one == null && System.nanoTime() < until);
      System.out.println("erased from " + times + " databases of chance, from seed " + first);
    }

    private void once(long seed) throws SQLException {
      TestDatabase database = server().freshDatabase();
      RandomShop shop = new RandomShop(seed, database.engine() == TestDatabase.Engine.POSTGRESQL);
      ShopFixture fixture = new ShopFixture(database, folder, shop.statements(), shop.map());
      String email = shop.somebody();
      ErasureOracle oracle = new ErasureOracle(shop, email);

      Planned planned = plan(fixture, email);
      Receipt receipt = fixture.act(planned);

      assertThat(receipt.systems().getFirst().trouble()).isEmpty();
      assertThat(rows(database, shop)).isEqualTo(oracle.remaining());
      Map<String, Long> deleted =
          planned.plan().systems().getFirst().steps().stream()
              .filter(s -> s.counts().deleted() > 0)
              .collect(
                  Collectors.toMap(
                      s -> s.table().substring(s.table().indexOf('.') + 1),
                      s -> s.counts().deleted(),
                      Long::sum,
                      TreeMap::new));
      assertThat(deleted).isEqualTo(oracle.going());
      assertThat(plan(fixture, email).plan().touched()).isZero();
      database.drop(server());
    }

    private static Planned plan(ShopFixture fixture, String email) {
      ErasureOrder order = ErasureOrder.on(ErasureGround.PROMISE);
      Subject subject = Subject.of(Map.of("email", email));
      return fixture.erasing().plan(fixture.workspace(), subject, order, Progress.SILENT);
    }

    private static Map<String, List<String>> rows(TestDatabase database, RandomShop shop)
        throws SQLException {
      Map<String, List<String>> rows = new TreeMap<>();
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        for (RandomShop.Table table : shop.tables) {
          try (ResultSet row = statement.executeQuery("SELECT * FROM " + table.name())) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
              texts.add(text(row));
            }
            rows.put(table.name(), texts.stream().sorted().toList());
          }
        }
      }
      return rows;
    }

    private static String text(ResultSet row) throws SQLException {
      ResultSetMetaData meta = row.getMetaData();
      Map<String, String> values = new TreeMap<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        String value = String.valueOf(row.getString(i));
        values.put(meta.getColumnName(i), value.startsWith("erased-") ? "erased" : value);
      }
      return values.toString();
    }
  }
}
