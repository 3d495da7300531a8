package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has the number of a person, at another customer of the same provider, is not touched. */
class NamesakesTest {
  private static final String[] ROWS = {
    "CREATE TABLE customer (tenant INT NOT NULL, id INT NOT NULL, name VARCHAR(80), email VARCHAR(120), PRIMARY KEY (tenant, id))",
    "INSERT INTO customer VALUES (1, 5, 'Anna Martin', 'anna.martin@example.org'), (2, 5, 'Bruno Keller', 'bruno.keller@example.org'), (2, 6, 'Chloe Petit', 'chloe.petit@example.org')"
  };

  private static final String MAP =
      """
      system: shop
      places:
        customer:
          activity: shop
          fields: {name: {data: name, end: delete}, email: {data: email, end: delete}}
          technical: [tenant, id]
      """;

  private static ShopFixture shop(TestDatabase.Engine engine, String map) {
    TestDatabase database =
        (engine == TestDatabase.Engine.POSTGRESQL ? Databases.postgres() : Databases.mariadb())
            .freshDatabase();
    ShopFixture shop = new ShopFixture(database, TestFolders.create("namesakes"), ROWS, map);
    shop.remembers();
    return shop;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void aKeyThatNamesTwoPeopleIsRefused(TestDatabase.Engine engine) {
    ShopFixture shop = shop(engine, MAP);
    assertThatThrownBy(() -> shop.plan(Map.of("email", ShopFixture.ANNA)))
        .hasMessageContaining("the key id names more than one row")
        .hasMessageContaining("Write into the data map: key: [tenant, id]")
        .hasMessageNotContaining("anna");
    assertThatThrownBy(
            () ->
                shop.erasing()
                    .find(shop.workspace(), Subject.of(Map.of("email", ShopFixture.ANNA)), false))
        .hasMessageContaining("names more than one row");
    assertThat(shop.act(shop.plan(Map.of("email", "chloe.petit@example.org"))).isWhole()).isTrue();
    assertThat(shop.database().texts("select name from customer order by tenant"))
        .containsExactly("Anna Martin", "Bruno Keller");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void aKeyThatNamesOneIsNot(TestDatabase.Engine engine) {
    ShopFixture shop =
        shop(engine, MAP.replace("activity: shop", "activity: shop\n    key: [tenant, id]"));
    assertThat(shop.act(shop.plan(Map.of("email", ShopFixture.ANNA))).isWhole()).isTrue();
    assertThat(shop.database().texts("select name from customer order by id"))
        .containsExactly("Bruno Keller", "Chloe Petit");
  }
}
