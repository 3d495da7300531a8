package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.charter.promise.Promise;
import dev.upheld.connect.Connectors;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Barring;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.Prove;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may look into an archive: the server says it, and no name in a file. */
class ReadersTest {
  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    @Override
    void lets() {
      shop.execute("GRANT USAGE ON SCHEMA vault TO " + team);
    }

    @Test
    void aParentTableIsADoor() {
      shop.execute(
          "CREATE TABLE all_contracts (id INT, customer_id INT, terms VARCHAR(80))",
          "ALTER TABLE vault.contract_archive INHERIT all_contracts");
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
      database.restricted("GRANT SELECT ON all_contracts TO {user}");
      broken("1 through public.all_contracts");
    }

    @Test
    void whoCouldTakeOnARoleReadsAsWell() {
      TestDatabase user = database.restricted("ALTER ROLE {user} NOINHERIT");
      shop.execute("CREATE ROLE " + team + "_all", "GRANT " + team + "_all TO " + user.user());
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
      shop.execute("GRANT USAGE ON SCHEMA vault TO " + team + "_all");
      shop.execute("GRANT SELECT (id) ON vault.contract_archive TO " + team + "_all");
      broken("1 by grant, role or ownership");
    }

    @Test
    void everybodyIsMoreThanNamed() {
      shop.execute(
          "GRANT USAGE ON SCHEMA vault TO PUBLIC", "GRANT SELECT ON " + table() + " TO PUBLIC");
      assertThat(verdict()).isEqualTo(Verdict.BROKEN);
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }

    @Override
    void lets() {}

    private String vault() {
      return table().substring(0, table().indexOf('.'));
    }

    @Test
    void grantsOfTheWholeDatabaseCount() {
      database.restricted("GRANT SELECT ON `" + vault() + "`.* TO {user}");
      broken("1 by grant, role or ownership");
    }

    @Test
    void aColumnAndAViewAreDoors() {
      database.restricted("GRANT SELECT (id) ON " + table() + " TO {user}");
      shop.execute(
          "CREATE VIEW first_look AS SELECT terms FROM " + table(),
          "CREATE VIEW second_look AS SELECT terms FROM first_look");
      database.restricted("GRANT SELECT ON second_look TO {user}");
      broken("1 by grant, role or ownership", "1 through " + database.database() + ".second_look");
    }

    /** Other tests leave views on this server. */
    private void seesViewsOfOthers(TestDatabase reading) {
      shop.column(
              "SELECT DISTINCT table_schema FROM information_schema.views"
                  + " WHERE table_schema NOT IN ('sys', 'mysql')")
          .forEach(
              schema ->
                  database.execute(
                      "GRANT SELECT ON `" + schema + "`.* TO '" + reading.user() + "'@'%'"));
    }

    @Test
    void whoMayNotSeeTheGrantsProvesNothing() {
      TestDatabase reading =
          database.restricted(
              "GRANT SELECT ON `" + database.database() + "`.* TO {user}",
              "GRANT SELECT ON `" + vault() + "`.* TO {user}",
              "GRANT SHOW VIEW ON *.* TO {user}");
      seesViewsOfOthers(reading);
      shop.account(reading);
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
      assertThat(result().evidence().getFirst().reasons()).anyMatch(r -> r.contains("mysql.db"));
      String user = "'" + reading.user() + "'@'%'";
      database.execute(
          "GRANT SELECT (Host, User, Select_priv, is_role) ON mysql.user TO " + user,
          "GRANT SELECT ON mysql.db TO " + user,
          "GRANT SELECT ON mysql.tables_priv TO " + user,
          "GRANT SELECT ON mysql.roles_mapping TO " + user);
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
      database.restricted("GRANT SELECT ON " + table() + " TO {user}");
      broken("1 by grant, role or ownership");
    }
  }

  abstract static class Contract {
    final String team = "legal_" + UUID.randomUUID().toString().substring(0, 8);
    @TempDir Path folder;
    TestDatabase database;
    RetentionShop shop;

    abstract TestServer server();

    private String table = "";

    abstract void lets();

    String table() {
      return table;
    }

    @BeforeEach
    void opens() {
      database = server().freshDatabase();
      shop = new RetentionShop(database, folder);
      shop.execute("CREATE ROLE " + team);
      table = shop.vault();
      lets();
      shop.execute("GRANT SELECT ON " + table() + " TO " + team);
      shop.map("stage: archive\n", "stage: archive\n    readers: {legal: [" + team + "]}\n");
    }

    @AfterEach
    void closes() {
      shop.drop(server());
    }

    PromiseResult result() {
      Workspace w = shop.workspace();
      Promise readers =
          w.promises().stream()
              .filter(p -> p instanceof Promise.Declare d && d.what().equals("readers"))
              .findFirst()
              .orElseThrow();
      return new Prove(
              Connectors.builtIn(),
              Retention.probers(),
              InstantSource.fixed(RetentionShop.NOW),
              Progress.SILENT)
          .run(
              new Assignment(w.root(), w.promises(), w.terms(), w.map(), w.zone()), readers::equals)
          .results()
          .getFirst();
    }

    Verdict verdict() {
      return result().verdict();
    }

    void broken(String... by) {
      PromiseResult result = result();
      assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
      assertThat(result.evidence().getFirst().summary()).contains(by);
    }

    @Test
    void theApplicationIsRefusedAndThePromiseHolds() throws SQLException {
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO contract VALUES (1, 1, 't', '2026-01-01 10:00:00')");
      TestDatabase application = database.restricted(ofTheApplication());
      database.restricted("GRANT " + team + " TO {user}");

      shop.run("contracts/keep", "contract", Barring.NONE);

      assertThat(shop.column("SELECT id FROM " + table())).containsExactly("1");
      assertThat(application.texts("SELECT id FROM contract")).isEmpty();
      try (Connection connection = application.connect();
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.executeQuery("SELECT id FROM " + table()))
            .hasMessageContaining("denied");
      }
      PromiseResult result = result();
      assertThat(result.verdict())
          .as(result.evidence().getFirst().summary())
          .isEqualTo(Verdict.UPHELD);
    }

    @Test
    void oneMoreReaderBreaksIt() {
      TestDatabase application = database.restricted();
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
      shop.execute(
          "CREATE VIEW shown AS SELECT terms FROM " + table(),
          "GRANT SELECT ON shown TO " + name(application));
      broken("1 account that nobody named", "1 through");
      assertThat(result().evidence().getFirst().toString())
          .doesNotContain(application.user() + " ");
    }

    /** All there is but the archive, which is why it lies elsewhere. */
    private String[] ofTheApplication() {
      return database.engine() == TestDatabase.Engine.MARIADB
          ? new String[] {"GRANT ALL ON `" + database.database() + "`.* TO {user}"}
          : new String[] {
            "GRANT ALL ON ALL TABLES IN SCHEMA public TO {user}",
            "GRANT USAGE ON SCHEMA public TO {user}"
          };
    }

    private String name(TestDatabase of) {
      return of.engine() == TestDatabase.Engine.MARIADB ? "'" + of.user() + "'@'%'" : of.user();
    }

    @Test
    void withoutNamesItIsAttested() {
      shop.map("    readers: {legal: [" + team + "]}\n", "");
      assertThat(result().evidence()).isEmpty();
    }
  }
}
