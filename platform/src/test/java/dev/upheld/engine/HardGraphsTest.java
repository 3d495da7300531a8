package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small schemas, each hard in one way. */
class HardGraphsTest {

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

    private ShopFixture shop(String schema, String map) {
      return new ShopFixture(server().freshDatabase(), folder, schema.split(";\n"), map);
    }

    private static Planned plan(ShopFixture shop, ErasureGround ground) {
      return shop.erasing()
          .plan(
              shop.workspace(),
              Subject.of(Map.of("email", ShopFixture.ANNA)),
              ErasureOrder.on(ground),
              Progress.SILENT);
    }

    /** One table, two activities: the row stays for the one, and what the other has in it ends. */
    @Test
    void whatAnotherPlaceKeepsOfARowDoesNotGo() {
      ShopFixture shop =
          shop(
              """
              CREATE TABLE customer (id INT PRIMARY KEY, email VARCHAR(80), topics VARCHAR(80));
              INSERT INTO customer VALUES (1, 'anna.martin@example.org', 'lamps'), (2, 'bruno@example.org', 'pens')""",
              """
              system: shop
              places:
                customer:
                  activity: shop
                  subject: {customers: id}
                  fields: {email: {data: email, end: delete}}
                  technical: [id]
                reader:
                  table: customer
                  activity: newsletter
                  subject: {customers: id}
                  fields: {topics: {data: words, end: delete}}
                  technical: [id]
              """);
      Bystanders before = Bystanders.of(shop.database());

      Planned planned = plan(shop, ErasureGround.CONSENT_WITHDRAWN);
      shop.act(planned);

      Bystanders after = Bystanders.of(shop.database());
      assertThat(after.count("customer")).isEqualTo(2);
      assertThat(after.holding(ShopFixture.ANNA)).hasSize(1);
      assertThat(after.holding("lamps")).isEmpty();
      before.changedExactly(after, planned.plan().systems().getFirst());
    }

    /** Both places let go: the row goes, and counts once. */
    @Test
    void aRowInTwoPlacesCountsOnce() {
      ShopFixture shop =
          shop(
              """
              CREATE TABLE customer (id INT PRIMARY KEY, email VARCHAR(80), topics VARCHAR(80));
              INSERT INTO customer VALUES (1, 'anna.martin@example.org', 'lamps'), (2, 'bruno@example.org', 'pens')""",
              """
              system: shop
              places:
                customer:
                  activity: shop
                  subject: {customers: id}
                  fields: {email: {data: email, end: delete}}
                  technical: [id]
                reader:
                  table: customer
                  activity: newsletter
                  subject: {customers: id}
                  fields: {topics: {data: words, end: delete}}
                  technical: [id]
              """);
      Bystanders before = Bystanders.of(shop.database());

      Planned planned = plan(shop, ErasureGround.PROMISE);
      shop.act(planned);

      assertThat(planned.plan().touched()).isEqualTo(1);
      before.changedExactly(Bystanders.of(shop.database()), planned.plan().systems().getFirst());
    }

    /** Said when it is planned, and not after it was approved. */
    @Test
    void aCircleThatNoRowCanLeaveIsRefusedByThePlan() {
      List<String> sql = new ArrayList<>();
      boolean postgres = server().freshDatabase().engine() == Engine.POSTGRESQL;
      sql.add("CREATE TABLE customer (id INT PRIMARY KEY, email VARCHAR(80), home INT NOT NULL)");
      sql.add(
          "CREATE TABLE address (id INT PRIMARY KEY, customer_id INT NOT NULL, street VARCHAR(80))");
      sql.add("INSERT INTO customer VALUES (1, 'anna.martin@example.org', 10)");
      sql.add("INSERT INTO address VALUES (10, 1, 'rue Anna')");
      String later = postgres ? " DEFERRABLE" : "";
      sql.add("ALTER TABLE customer ADD FOREIGN KEY (home) REFERENCES address (id)" + later);
      sql.add("ALTER TABLE address ADD FOREIGN KEY (customer_id) REFERENCES customer (id)" + later);
      ShopFixture shop =
          shop(
              String.join(";\n", sql),
              """
              system: shop
              places:
                customer:
                  activity: shop
                  subject: {customers: id}
                  fields: {email: {data: email, end: delete}}
                  technical: [id, home]
                address:
                  activity: shop
                  links: {customer_id: {to: customer.id, kind: owns}}
                  fields: {street: {data: postal-address, end: delete}}
                  technical: [id, customer_id]
              """);

      assertThatThrownBy(() -> plan(shop, ErasureGround.PROMISE))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("form a circle that no row can leave");
    }

    /** The key that names the row is the address itself, and the row must stay. */
    @Test
    void anAddressThatCannotEndIsRefusedByThePlan() {
      ShopFixture shop =
          shop(
              """
              CREATE TABLE customer (email VARCHAR(80) PRIMARY KEY, name VARCHAR(80));
              INSERT INTO customer VALUES ('anna.martin@example.org', 'Anna')""",
              """
              system: shop
              places:
                customer:
                  activity: shop
                  fields: {email: {data: email, end: clear}, name: {data: name, end: clear}}
              """);

      assertThatThrownBy(() -> plan(shop, ErasureGround.PROMISE))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("names the person and cannot end");
    }
  }
}
