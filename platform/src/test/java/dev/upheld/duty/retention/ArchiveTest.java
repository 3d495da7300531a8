package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.charter.promise.Promise;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.Connectors;
import dev.upheld.connect.Description;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.Prove;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that is another schema, or another database of the same server. */
class ArchiveTest {
  private static final String NEXT = "contracts/keep-2";

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    @Override
    String own() {
      return "public.";
    }

    @Override
    String[] full() {
      return new String[] {
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$",
        "CREATE TRIGGER full_disk BEFORE INSERT ON "
            + archive
            + " FOR EACH ROW WHEN (NEW.id = 4) EXECUTE FUNCTION full_disk()"
      };
    }

    @Override
    String emptied() {
      return "DROP TRIGGER full_disk ON " + archive;
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }

    @Override
    String own() {
      return database.database() + ".";
    }

    private String vault() {
      return archive.substring(0, archive.indexOf('.'));
    }

    @Override
    String[] full() {
      return new String[] {
        "CREATE TRIGGER "
            + vault()
            + ".full_disk AFTER INSERT ON "
            + archive
            + " FOR EACH ROW BEGIN IF NEW.id = 4 THEN SIGNAL SQLSTATE 'HY000'"
            + " SET MYSQL_ERRNO = 1021, MESSAGE_TEXT = 'no room'; END IF; END"
      };
    }

    @Override
    String emptied() {
      return "DROP TRIGGER " + vault() + ".full_disk";
    }

    @Test
    void theAccountNeedsNoMoreThere() {
      shop.remembers();
      shop.account(
          database.restricted(
              "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES ON `"
                  + database.database()
                  + "`.* TO {user}",
              "GRANT SELECT, INSERT, DELETE ON " + archive + " TO {user}"));
      shop.run("contracts/keep", "contract", Barring.NONE);
      assertThat(shop.ids(archive)).containsExactly("1", "9");
      shop.run(NEXT, "contract-archive", Barring.NONE);
      assertThat(shop.ids(archive)).containsExactly("1");
      assertThat(shop.column("SELECT act FROM upheld_act")).hasSize(2);
    }

    @Test
    void wholePartitionsGoThereAsWell() {
      shop.execute(
          "ALTER TABLE "
              + archive
              + " DROP PRIMARY KEY, MODIFY ended_at DATETIME NOT NULL,"
              + " ADD PRIMARY KEY (id, ended_at)",
          "ALTER TABLE "
              + archive
              + " PARTITION BY RANGE COLUMNS (ended_at) (PARTITION old VALUES LESS THAN"
              + " ('2020-01-01'), PARTITION rest VALUES LESS THAN MAXVALUE)");
      shop.remembers();
      shop.execute("DELETE FROM customer"); // whose rows they might be
      Expired gone = shop.run(NEXT, "contract-archive", Barring.NONE);
      assertThat(gone.partitions()).containsEntry("old", 1L);
      assertThat(shop.ids(archive)).isEmpty();
    }

    @Test
    void theOtherDatabaseIsReadOnlyWhereTheMapNamesIt() {
      Description both = asked(Session::describe);
      assertThat(both.table(TableName.parse(archive))).isPresent();
      shop.map("table: " + archive, "table: contract_archive");
      Description one = asked(Session::describe);
      assertThat(one.tables()).hasSize(both.tables().size() - 1);
      assertThat(one.tables()).allMatch(t -> t.name().schema().isEmpty());
    }

    @Test
    void whatThereIsMissingIsSaidWithItsGrant() {
      TestDatabase reading =
          database.restricted("GRANT SELECT ON `" + database.database() + "`.* TO {user}");
      shop.account(reading);
      List<Place> places =
          List.copyOf(shop.workspace().map().places().getOrDefault("shop", Map.of()).values());
      Checkup checkup = asked(session -> session.checkup(places));
      String vault = archive.substring(0, archive.indexOf('.'));
      assertThat(checkup.missing()).anyMatch(m -> m.contains("Table " + archive));
      assertThat(checkup.script())
          .containsExactly(
              "GRANT SELECT ON `"
                  + vault
                  + "`.`contract_archive` TO '"
                  + reading.user()
                  + "'@'%';");
      checkup.script().forEach(database::execute);
      assertThat(asked(session -> session.checkup(places)).missing()).isEmpty();
    }

    @Test
    void whatKnowsNoTransactionsIsNoArchive() {
      shop.execute("ALTER TABLE " + archive + " ENGINE = MyISAM");
      assertThatThrownBy(() -> shop.look("contracts/keep", "contract", Barring.NONE))
          .hasMessageContaining(archive + " has no transactions");
      assertThatThrownBy(() -> shop.run("contracts/keep", "contract", Barring.NONE))
          .hasMessageContaining(archive + " has no transactions");
      assertThat(shop.ids("contract")).containsExactly("1", "2");
      assertThat(shop.ids(archive)).containsExactly("9");
    }
  }

  abstract static class Contract {
    @TempDir Path folder;
    TestDatabase database;
    RetentionShop shop;
    String archive = "";

    abstract TestServer server();

    /** What stands before a table of the shop's own. */
    abstract String own();

    /** Has the archive refuse the row 4 as a full disk would. */
    abstract String[] full();

    abstract String emptied();

    @BeforeEach
    void opens() {
      database = server().freshDatabase();
      shop = new RetentionShop(database, folder);
      archive = shop.vault();
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO contract VALUES (1, 1, 'ended', '2026-01-01 10:00:00'), (2, 1, 'runs', NULL)",
          "INSERT INTO " + archive + " VALUES (9, 1, 'long ago', '2019-01-01 10:00:00')");
    }

    @AfterEach
    void closes() {
      shop.drop(server());
    }

    Verdict verdict(String promise) {
      Workspace w = shop.workspace();
      Promise keep =
          w.promises().stream()
              .filter(p -> p.id().toString().endsWith("/" + promise))
              .findFirst()
              .orElseThrow();
      return new Prove(
              Connectors.builtIn(),
              Retention.probers(),
              InstantSource.fixed(RetentionShop.NOW),
              Progress.SILENT)
          .run(new Assignment(w.root(), w.promises(), w.terms(), w.map(), w.zone()), keep::equals)
          .results()
          .getFirst()
          .verdict();
    }

    <T> T asked(Function<Session, T> question) {
      SystemEntry entry =
          Optional.ofNullable(shop.workspace().map().systems().get("shop")).orElseThrow();
      Endpoint access = entry.access().orElseThrow();
      try (Session session = Connectors.of(access.kind()).orElseThrow().open(entry, access)) {
        return question.apply(session);
      }
    }

    @Test
    void rowsGoThereAndFromThereInTheirTime() {
      assertThat(verdict(NEXT)).isEqualTo(Verdict.BROKEN);

      Expired moved = shop.run("contracts/keep", "contract", Barring.NONE);
      assertThat(moved.at("contract-archive").archived()).isEqualTo(1);
      assertThat(shop.ids("contract")).containsExactly("2");
      assertThat(shop.ids(archive)).containsExactly("1", "9");

      Expired gone = shop.run(NEXT, "contract-archive", Barring.NONE);
      assertThat(gone.at("contract-archive").deleted()).isEqualTo(1);
      assertThat(shop.ids(archive)).containsExactly("1");
      assertThat(verdict(NEXT)).isEqualTo(Verdict.UPHELD);
      assertThat(verdict("contracts/keep")).isEqualTo(Verdict.UPHELD);
    }

    @Test
    void rowsThatPointOutOfTheArchiveAreSeen() {
      shop.execute(
          "ALTER TABLE "
              + archive
              + " ADD FOREIGN KEY (customer_id) REFERENCES "
              + own()
              + "customer (id)",
          "DELETE FROM contract",
          "UPDATE " + archive + " SET ended_at = '2026-01-01 10:00:00'",
          "UPDATE customer SET left_at = '2020-01-01 00:00:00'");
      Expired kept = shop.run("accounts/keep", "customer", Barring.NONE);
      assertThat(kept.kept()).isEqualTo(1);
      assertThat(shop.ids("customer")).containsExactly("1");

      shop.execute("UPDATE " + archive + " SET ended_at = '2019-01-01 10:00:00'");
      shop.run("accounts/keep", "customer", Barring.NONE);
      assertThat(shop.ids("customer")).isEmpty();
      assertThat(shop.ids(archive)).isEmpty();
    }

    @Test
    void whatTheArchiveHasUnderTheSameKeyIsNotLost() {
      shop.execute(
          "INSERT INTO contract VALUES (3, 1, NULL, '2026-01-01 10:00:00')",
          "INSERT INTO "
              + archive
              + " VALUES (1, 1, 'ended', '2026-01-01 10:00:00'), (3, 1, 'another', '2026-01-01 10:00:00')");
      assertThatThrownBy(() -> shop.run("contracts/keep", "contract", Barring.NONE))
          .hasMessageContaining("1 rows of ")
          .hasMessageContaining("under the same key with other values");
      assertThat(shop.ids("contract")).containsExactly("1", "2", "3");

      shop.execute("UPDATE " + archive + " SET terms = NULL WHERE id = 3");
      shop.run("contracts/keep", "contract", Barring.NONE);
      assertThat(shop.ids("contract")).containsExactly("2");
      assertThat(shop.ids(archive)).containsExactly("1", "3", "9");
    }

    @Test
    void aFullDiskStopsTheRunAndLosesNothing() {
      shop.execute(
          "INSERT INTO contract VALUES (3, 1, 't', '2026-01-01 10:00:00'), (4, 1, 't', '2026-01-01 10:00:00'),"
              + " (5, 1, 't', '2026-01-01 10:00:00'), (6, 1, 't', '2026-01-01 10:00:00')");
      shop.execute(full());
      assertThatThrownBy(() -> shop.run("contracts/keep", "contract", Barring.NONE))
          .hasMessageContaining("has no room left on its disk (copying rows into ");
      List<String> here = shop.ids("contract");
      List<String> there = shop.ids(archive);
      assertThat(here).contains("2", "4").doesNotContainAnyElementsOf(there);
      assertThat(here.size() + there.size()).isEqualTo(7);

      shop.execute(emptied());
      shop.run("contracts/keep", "contract", Barring.NONE);
      assertThat(shop.ids("contract")).containsExactly("2");
      assertThat(shop.ids(archive)).containsExactly("1", "3", "4", "5", "6", "9");
    }
  }
}
