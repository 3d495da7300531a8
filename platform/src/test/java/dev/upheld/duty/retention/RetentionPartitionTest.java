package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whole partitions go where all of their rows may, and only there: after a run exactly those rows
 * are left that an oracle without a database says.
 */
class RetentionPartitionTest {
  /** 180 days before {@link RetentionShop#NOW}; all of it is over, and nothing of the day after. */
  private static final LocalDate LAST_OVER = LocalDate.parse("2026-05-26");

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    @Test
    void whatTakesEverythingElseStays() {
      visits.shop.execute("DROP TABLE p_2026_1", "CREATE TABLE rest PARTITION OF visit DEFAULT");
      visits.visit(1, LocalDate.parse("2026-01-04"), "NULL", false);
      assertThat(run(Barring.NONE).partitions()).doesNotContainKey("rest");
      assertThat(visits.shop.ids("visit")).isEmpty();
      assertThat(visits.partitions()).contains("rest");
    }

    @Test
    void onePointedAtByAForeignKeyGoesOnlyWhereNothingPoints() {
      pointing();
      visits.visit(1, LocalDate.parse("2026-01-04"), "NULL", false);
      visits.visit(2, LocalDate.parse("2026-02-04"), "NULL", false);
      visits.shop.execute("INSERT INTO note VALUES (1, 2, '2026-02-04 10:00:00')");
      Expired done = run(Barring.NONE);
      assertThat(done.partitions()).containsKey("p_2026_1").doesNotContainKey("p_2026_2");
      assertThat(visits.shop.ids("visit")).containsExactly("2");
      assertThat(done.keptBack()).containsEntry(Expired.POINTED_AT, 1L);
    }

    @Override
    void watched() {
      visits.shop.execute(
          "CREATE FUNCTION seen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
          "CREATE TRIGGER seen BEFORE DELETE ON visit FOR EACH ROW EXECUTE FUNCTION seen()");
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }

    @Override
    void watched() {
      visits.shop.execute(
          "CREATE TRIGGER seen BEFORE DELETE ON visit FOR EACH ROW SET @seen = OLD.id");
    }

    @Test
    void withoutAMemoryNothingIsDroppedAsAWhole() {
      visits.shop.execute("DROP TABLE upheld_act");
      visits.visit(1, LocalDate.parse("2026-01-04"), "NULL", false);
      assertThat(run(Barring.NONE).partitions()).isEmpty();
      assertThat(visits.shop.ids("visit")).isEmpty();
    }
  }

  abstract static class Contract {
    private TestDatabase database;
    PartitionedVisits visits;

    abstract TestServer server();

    abstract void watched();

    @BeforeEach
    void opens() {
      database = server().freshDatabase();
      visits = new PartitionedVisits(database);
    }

    @AfterEach
    void closes() {
      database.drop(server());
    }

    Expired run(Barring barring) {
      return visits.shop.run("visits/keep", "visit", barring);
    }

    private Expiring.Whole planned() {
      return new Expiring(RetentionShop::open, Barring.NONE, InstantSource.system())
          .look(
              visits.shop.workspace(),
              visits.shop.rule("visits/keep", "visit").expiry().orElseThrow(),
              Progress.SILENT)
          .whole();
    }

    void pointing() {
      visits.shop.execute(
          "CREATE TABLE note (id INT PRIMARY KEY, visit_id INT NOT NULL, visit_at TIMESTAMP NOT NULL,"
              + " FOREIGN KEY (visit_id, visit_at) REFERENCES visit (id, seen_at))");
    }

    @Test
    void aWholePartitionGoesAtOnceAndIsRemembered() {
      visits.visit(1, LocalDate.parse("2026-01-04"), "NULL", false);
      visits.visit(2, LocalDate.parse("2026-01-31"), "NULL", false);
      visits.visit(3, LocalDate.parse("2026-02-04"), "NULL", true);
      visits.visit(4, LocalDate.parse("2026-02-05"), "NULL", false);
      visits.visit(5, LAST_OVER, "NULL", false);
      visits.visit(6, LAST_OVER.plusDays(1), "NULL", false);
      Expiring.Whole whole = planned();
      assertThat(whole.needs()).isEmpty();
      assertThat(whole.partitions())
          .isEqualTo(Map.of("p_2026_1", 2L, "p_2026_3", 0L, "p_2026_4", 0L));
      assertThat(visits.shop.ids("visit")).hasSize(6);
      Expired done = run(Barring.NONE);
      assertThat(done.partitions()).isEqualTo(whole.partitions());
      assertThat(done.at("visit").deleted()).isEqualTo(4);
      assertThat(visits.shop.ids("visit")).containsExactly("3", "6");
      assertThat(visits.partitions())
          .contains("p_2026_2", "p_2026_5")
          .doesNotContain("p_2026_1", "p_2026_3", "p_2026_4");
      assertThat(Expired.of(done.json())).isEqualTo(done);
      assertThat(run(Barring.NONE).touched()).isZero();
    }

    /** MariaDB takes a date without a day, which no comparison with a limit finds. */
    @Test
    void whereTheClockAloneCountsARowWithoutATimeKeepsItsPartition() {
      visits.shop.charter(
          "from: collected, unless: [{reason: dispute}], then", "from: collected, then");
      visits.visit(1, LocalDate.parse("2026-01-04"), "NULL", false);
      visits.visit(2, LocalDate.parse("2026-02-28"), "NULL", false);
      if (!visits.isPostgres()) {
        visits.shop.execute(
            "SET STATEMENT sql_mode = '' FOR INSERT INTO visit VALUES"
                + " (9, '2026-02-00 10:00:00', 'x', NULL, FALSE)");
      }
      Expired done = run(Barring.NONE);
      assertThat(done.at("visit").deleted()).isEqualTo(2);
      assertThat(done.partitions()).containsKey("p_2026_2");
      if (visits.isPostgres()) {
        assertThat(done.partitions()).containsKey("p_2026_1");
      } else {
        assertThat(done.partitions()).doesNotContainKey("p_2026_1");
        assertThat(visits.shop.ids("visit")).containsExactly("9");
      }
    }

    @Test
    void aPartitionWithARowOnHoldGoesRowByRow() {
      visits.visit(1, LocalDate.parse("2026-01-04"), "NULL", false);
      visits.visit(2, LocalDate.parse("2026-01-31"), "NULL", false);
      Expired done = run(new RowHoldsTest.Rows(() -> List.of(RowHolds.row("visit", 2))));
      assertThat(done.partitions()).isEmpty();
      assertThat(done.kept()).isOne();
      assertThat(visits.shop.ids("visit")).containsExactly("2");
    }

    @Test
    void whereTheAccountMayNotDropTheRowsGoOneByOneAndThePlanSaysWhatIsMissing() {
      visits.visit(1, LocalDate.parse("2026-01-04"), "NULL", false);
      String all = visits.isPostgres() ? "ALL TABLES IN SCHEMA public" : database.database() + ".*";
      visits.shop.account(
          database.restricted(
              "GRANT SELECT, INSERT, UPDATE, DELETE"
                  + (visits.isPostgres() ? "" : ", CREATE TEMPORARY TABLES")
                  + " ON "
                  + all
                  + " TO {user}"));
      assertThat(planned().needs().orElseThrow())
          .contains(visits.isPostgres() ? "which owns" : "ALTER, DROP, LOCK TABLES on visit");
      assertThat(planned().partitions()).isEmpty();
      Expired done = run(Barring.NONE);
      assertThat(done.partitions()).isEmpty();
      assertThat(done.at("visit").deleted()).isOne();
      assertThat(visits.shop.ids("visit")).isEmpty();
    }

    @Test
    void rowsThatCodeOfTheOwnerWatchesGoOneByOne() {
      watched();
      visits.visit(1, LocalDate.parse("2026-01-04"), "NULL", false);
      assertThat(run(Barring.NONE).partitions()).isEmpty();
      assertThat(visits.shop.ids("visit")).isEmpty();
      assertThat(visits.partitions()).contains("p_2026_1");
    }

    @Test
    void aPartitionThatSomebodyUsesGoesRowByRow() {
      visits.visit(1, LocalDate.parse("2026-01-04"), "NULL", false);
      Expired done;
      try (var other = database.connect();
          var statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("SELECT * FROM visit WHERE id = 1");
        done = run(Barring.NONE);
      } catch (java.sql.SQLException e) {
        throw new AssertionError(e);
      }
      assertThat(done.partitions()).isEmpty();
      assertThat(done.at("visit").deleted()).isOne();
      assertThat(visits.shop.ids("visit")).isEmpty();
    }

    @Test
    void fewLives() {
      lives(6);
    }

    @Test
    @Tag("long")
    void manyLives() {
      lives(100);
    }

    private void lives(int count) {
      Long one = Long.getLong("upheld.seed");
      long first = one == null ? System.nanoTime() : one;
      for (int i = 0; i < (one == null ? count : 1); i++) {
        long seed = first + i;
        TestDatabase fresh = server().freshDatabase();
        try {
          visits = new PartitionedVisits(fresh);
          life(new Random(seed));
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("with -Dupheld.seed=" + seed + ": " + e.getMessage(), e);
        } finally {
          fresh.drop(server());
        }
      }
    }

    private record Visit(int id, LocalDate day, int who, boolean dispute, boolean noted) {
      boolean goes(Set<String> held) {
        return !day.isAfter(LAST_OVER) && !dispute && !noted && !held.contains(String.valueOf(who));
      }
    }

    private static Barring barring(Set<String> held) {
      return held.isEmpty() ? Barring.NONE : new OnHold(held);
    }

    private void life(Random random) {
      Set<String> held = new TreeSet<>();
      if (random.nextBoolean()) {
        held.add("1");
      }
      boolean points = visits.isPostgres() && random.nextBoolean();
      if (points) {
        pointing();
      }
      int rare = 3 + random.nextInt(12);
      List<Visit> all = new ArrayList<>();
      for (int id = 1; id <= 30; id++) {
        LocalDate day = LocalDate.parse("2026-01-01").plusDays(random.nextInt(320));
        boolean dispute = random.nextInt(rare) == 0;
        boolean noted = points && random.nextInt(rare) == 0;
        Visit visit = new Visit(id, day, random.nextInt(rare), dispute, noted);
        all.add(visit);
        visits.visit(id, day, String.valueOf(visit.who()), dispute);
        if (noted) {
          visits.shop.execute(
              "INSERT INTO note VALUES (" + id + ", " + id + ", '" + day + " 10:00:00')");
        }
      }
      Expired done = run(barring(held));
      assertThat(visits.shop.ids("visit"))
          .containsExactlyElementsOf(
              all.stream().filter(v -> !v.goes(held)).map(v -> String.valueOf(v.id())).toList());
      if (held.isEmpty()) {
        assertThat(done.partitions()).isEqualTo(whole(all));
      }
      assertThat(run(barring(held)).touched()).isZero();
    }

    private static Map<String, Long> whole(List<Visit> all) {
      Map<String, Long> whole = new TreeMap<>();
      for (YearMonth month : PartitionedVisits.MONTHS) {
        List<Visit> in = all.stream().filter(v -> YearMonth.from(v.day()).equals(month)).toList();
        if (month.atEndOfMonth().isBefore(LAST_OVER)
            && in.stream().allMatch(v -> v.goes(Set.of()))) {
          whole.put(PartitionedVisits.name(month), (long) in.size());
        }
      }
      return whole;
    }
  }
}
