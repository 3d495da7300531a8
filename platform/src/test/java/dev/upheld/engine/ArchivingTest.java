package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.testing.Databases;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
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
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }
  }

  abstract static class Contract {
    private static final ErasureOrder ORDER =
        new ErasureOrder(ErasureGround.PROMISE, Set.of("calls"), Set.of(), false);

    @TempDir Path folder;
    private ShopFixture shop;

    abstract TestServer server();

    @BeforeEach
    void opens() {
      shop = new ShopFixture(server().freshDatabase(), folder);
      shop.database()
          .execute(
              "CREATE TABLE call_log (id INT PRIMARY KEY, customer_id INT NOT NULL, words VARCHAR(80), over_on DATE)",
              "CREATE TABLE call_archive (id INT PRIMARY KEY, customer_id INT NOT NULL, words VARCHAR(80), over_on DATE)",
              "INSERT INTO call_log VALUES (1, 1, 'anna calls', '2026-01-01'), (2, 1, 'anna calls again', NULL), (3, 2, 'bruno calls', NULL)",
              "INSERT INTO call_archive VALUES (9, 1, 'anna called long ago', '2025-06-01'), (8, 2, 'bruno called', '2025-06-01')");
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
              table: call_archive
              activity: calls
              stage: archive
              subject: {customers: customer_id}
              clocks: {contract-end: {column: over_on, missing: not-yet}}
              fields: {words: {data: words, end: delete}}
              technical: [id, customer_id, over_on]
            customer-note:
          """);
    }

    @Test
    void rowsGoThereAndStayThere() {
      Planned planned = shop.plan(Map.of("email", ShopFixture.ANNA), ORDER);
      Bystanders before = Bystanders.of(shop.database());

      Receipt receipt = shop.act(planned);

      assertThat(receipt.systems().getFirst().trouble()).isEmpty();
      assertThat(before.count("call_archive")).isEqualTo(2);
      Bystanders after = Bystanders.of(shop.database());
      assertThat(after.count("call_log")).isEqualTo(1);
      assertThat(after.count("call_archive")).isEqualTo(4);
      assertThat(after.holding("bruno called", "bruno calls", "anna called long ago")).hasSize(3);
    }
  }
}
