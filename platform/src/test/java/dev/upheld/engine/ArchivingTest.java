package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a law wants kept in an archive leaves the daily tables for it, and only for it. */
class ArchivingTest {

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    @Override
    String vault() {
      return "vault";
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }

    @Override
    String vault() {
      return database.database() + "_vault";
    }

    @AfterEach
    void closes() {
      database.execute("DROP DATABASE " + vault());
    }
  }

  abstract static class Contract {
    private static final ErasureOrder ORDER =
        new ErasureOrder(ErasureGround.PROMISE, Set.of("calls"), Set.of(), false);

    @TempDir Path folder;
    private ShopFixture shop;

    TestDatabase database;

    abstract TestServer server();

    /** Another schema, or another database of the server. */
    abstract String vault();

    @BeforeEach
    void opens() {
      database = server().freshDatabase();
      shop = new ShopFixture(database, folder);
      shop.database()
          .execute(
              "CREATE TABLE call_log (id INT PRIMARY KEY, customer_id INT NOT NULL, words VARCHAR(80), over_on DATE)",
              "CREATE SCHEMA " + vault(),
              "CREATE TABLE "
                  + vault()
                  + ".call_archive (id INT PRIMARY KEY, customer_id INT NOT NULL, words VARCHAR(80), over_on DATE)",
              "INSERT INTO call_log VALUES (1, 1, 'anna calls', '2026-01-01'), (2, 1, 'anna calls again', NULL), (3, 2, 'bruno calls', NULL)",
              "INSERT INTO "
                  + vault()
                  + ".call_archive VALUES (9, 1, 'anna called long ago', '2025-06-01'), (8, 2, 'bruno called', '2025-06-01')");
      shop.charter(
          "  books:\n",
          """
            calls:
              title: Calls
              role: controller
              purpose: give-support
              basis: contract
              subjects: [customers]
              data: {only: [words]}
              keep:
                stages:
                  - {stage: active, until: contract-end}
                  - {stage: archive, for: 5 years, from: contract-end, law: fr/FR-LCEN-1}
                then: delete
              recipients: []
            books:
          """);
      shop.map(
          "  customer-note:\n",
          """
            call:
              table: call_log
              activity: calls
              stage: active
              subject: {customers: customer_id}
              clocks: {contract-end: {column: over_on, missing: not-yet}}
              fields: {words: {data: words, end: delete}}
              technical: [id, customer_id, over_on]
            call-archive:
              table: VAULT.call_archive
              activity: calls
              stage: archive
              subject: {customers: customer_id}
              clocks: {contract-end: {column: over_on, missing: not-yet}}
              fields: {words: {data: words, end: delete}}
              technical: [id, customer_id, over_on]
            customer-note:
          """
              .replace("VAULT", vault()));
    }

    private List<String> archived() {
      return database.texts("SELECT words FROM " + vault() + ".call_archive ORDER BY id");
    }

    @Test
    void rowsGoThereAndStayThere() {
      Planned planned = shop.plan(Map.of("email", ShopFixture.ANNA), ORDER);
      Bystanders before = Bystanders.of(shop.database());

      Receipt receipt = shop.act(planned);

      assertThat(receipt.systems().getFirst().trouble()).isEmpty();
      Bystanders after = Bystanders.of(shop.database());
      assertThat(after.count("call_log")).isEqualTo(1);
      assertThat(before.count("call_log")).isEqualTo(3);
      assertThat(archived())
          .containsExactly(
              "anna calls", "anna calls again", "bruno called", "anna called long ago");
      assertThat(database.texts("SELECT words FROM call_log")).containsExactly("bruno calls");
    }
  }
}
