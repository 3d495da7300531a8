package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.engine.Barring;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of rows that go, sums remain: of each row once, and of no row that stays. */
class AggregateTest {
  private static final String SUMS =
      "aggregate: {into: visit_month, by: {page: page, month: {month: seen_at}}, count: visits,"
          + " sums: {volume: volume}}";

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

    @Test
    void whatKnowsNoTransactionsKeepsNoSums() {
      sums(SUMS);
      shop.execute("ALTER TABLE visit_month ENGINE = MyISAM");
      refused("visit_month has no transactions");
      assertThat(shop.ids("visit")).hasSize(7);
    }
  }

  abstract static class Contract {
    @TempDir Path folder;
    TestDatabase database;
    RetentionShop shop;

    abstract TestServer server();

    @BeforeEach
    void opens() {
      database = server().freshDatabase();
      shop = new RetentionShop(database, folder);
      shop.execute(
          "ALTER TABLE visit ADD who INT",
          "ALTER TABLE visit ADD page VARCHAR(20)",
          "ALTER TABLE visit ADD volume BIGINT",
          "CREATE TABLE visit_month (page VARCHAR(20) NOT NULL, month DATE NOT NULL,"
              + " visits BIGINT NOT NULL, volume BIGINT NOT NULL, UNIQUE (page, month))",
          "INSERT INTO visit VALUES (1, '2026-01-01 10:00:00', 'a', 7, '/', 10),"
              + " (2, '2026-11-01 10:00:00', 'b', 7, '/', 20), (3, NULL, 'c', 7, '/', 40),"
              + " (4, '2026-01-31 23:59:59', 'd', 7, '/', 80), (5, '2026-02-01 00:00:00', 'e', 8, '/', 160),"
              + " (6, '2026-01-05 10:00:00', 'f', 9, '/about', NULL), (7, '2026-01-09 10:00:00', 'g', 9, '/', 320)",
          "INSERT INTO visit_month VALUES ('/', '2026-01-01', 100, 1000)");
      shop.charter(
          "keep: {for: 180 days, from: collected, then: delete}",
          "keep: {for: 180 days, from: collected, then: aggregate}");
      shop.map("technical: [id, seen_at]", "technical: [id, seen_at, who, page, volume]");
    }

    @AfterEach
    void closes() {
      database.drop(server());
    }

    void sums(String sums) {
      shop.map("clocks: {collected: seen_at}", "clocks: {collected: seen_at}\n" + sums.indent(4));
    }

    private List<String> months() {
      return shop.column(
          "SELECT CONCAT(page, ' ', month, ' ', visits, ' ', volume) FROM visit_month"
              + " ORDER BY page, month");
    }

    @Test
    void eachRowIsInTheSumsOnceAndGone() {
      sums(SUMS);
      assertThat(shop.look("visits/keep", "visit", Barring.NONE).at("visit").deleted())
          .isEqualTo(5);
      assertThat(months()).containsExactly("/ 2026-01-01 100 1000");
      assertThat(shop.run("visits/keep", "visit", Barring.NONE).at("visit").deleted()).isEqualTo(5);
      assertThat(shop.ids("visit")).containsExactly("2", "3");
      assertThat(months())
          .containsExactly("/ 2026-01-01 103 1410", "/ 2026-02-01 1 160", "/about 2026-01-01 1 0");
      assertThat(shop.run("visits/keep", "visit", Barring.NONE).listed()).isZero();
      assertThat(months().getFirst()).isEqualTo("/ 2026-01-01 103 1410");
    }

    @Test
    void whatIsHeldIsInNoSum() {
      sums(SUMS);
      shop.map(
          "clocks: {collected: seen_at}",
          "subject: {customers: who}\n    clocks: {collected: seen_at}");
      var held = new OnHold(Set.of("7", "8"));
      assertThat(shop.run("visits/keep", "visit", held).at("visit").deleted()).isEqualTo(2);
      assertThat(shop.ids("visit")).containsExactly("1", "2", "3", "4", "5");
      assertThat(months()).containsExactly("/ 2026-01-01 101 1320", "/about 2026-01-01 1 0");
    }

    @Test
    void sumsThatTellOfAPersonOrCannotBeAddedToAreRefusedFirst() {
      sums(SUMS.replace("page: page", "page: id"));
      refused("which names a person");
      shop.map("page: id", "page: page");
      shop.map("sums: {volume: volume}", "sums: {size: volume}");
      refused("no column size");
      shop.map("sums: {size: volume}", "sums: {volume: volume}");
      shop.execute(
          database.engine() == TestDatabase.Engine.POSTGRESQL
              ? "ALTER TABLE visit_month DROP CONSTRAINT visit_month_page_month_key"
              : "ALTER TABLE visit_month DROP INDEX page");
      refused("unique");
      shop.execute("DROP TABLE visit_month");
      refused("visit_month is not there");
      assertThat(shop.ids("visit")).hasSize(7);
    }

    void refused(String why) {
      assertThatThrownBy(() -> shop.look("visits/keep", "visit", Barring.NONE))
          .hasMessageContaining(why);
      assertThatThrownBy(() -> shop.run("visits/keep", "visit", Barring.NONE))
          .hasMessageContaining(why);
    }

    @Test
    void sumsThatWouldBeRoundedAreRefused() {
      sums(SUMS);
      shop.execute(
          database.engine() == TestDatabase.Engine.POSTGRESQL
              ? "ALTER TABLE visit ALTER volume TYPE NUMERIC(12, 2)"
              : "ALTER TABLE visit MODIFY volume DECIMAL(12, 2)",
          "UPDATE visit SET volume = 0.4");
      refused("would be rounded");
      assertThat(shop.ids("visit")).hasSize(7);
    }

    @Test
    void withoutAPlaceForTheSumsNothingGoes() {
      Rule rule = shop.rule("visits/keep", "visit");
      assertThat(rule.expiry()).isEmpty();
      assertThat(rule.gaps()).anyMatch(gap -> gap.contains("where the sums"));
    }
  }
}
