package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.ProblemException;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing from a shop where people's rows hang together, on both kinds of server. */
class ErasingTest {

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
    private ShopFixture shop;

    abstract TestServer server();

    @BeforeEach
    void opens() {
      shop = new ShopFixture(server().freshDatabase(), folder);
    }

    private static PlaceStep step(Planned planned, String place) {
      return planned.plan().systems().getFirst().steps().stream()
          .filter(s -> s.place().equals(place))
          .findFirst()
          .orElseThrow();
    }

    @Test
    void thePlanCountsWhatBelongsToThePersonAndChangesNothing() {
      Bystanders before = Bystanders.of(shop.database());

      Planned planned = shop.plan(Map.of("email", ShopFixture.ANNA));

      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
      assertThat(step(planned, "customer").counts().deleted()).isEqualTo(1);
      assertThat(step(planned, "address").counts().deleted()).isEqualTo(2);
      assertThat(step(planned, "orders").counts().deleted()).isEqualTo(2);
      assertThat(step(planned, "order-line").counts().deleted()).isEqualTo(3);
      assertThat(step(planned, "message").counts().deleted()).isEqualTo(4);
      assertThat(step(planned, "review").counts().ended()).isEqualTo(1);
      assertThat(step(planned, "subscriber").counts().deleted()).isEqualTo(1);
      assertThat(step(planned, "callback").counts().deleted()).isEqualTo(1);
      assertThat(step(planned, "callback").counts().named()).isEqualTo(1);
      assertThat(step(planned, "customer-note").counts().deleted()).isEqualTo(1);
    }

    @Test
    void thePersonIsGoneAndNobodyElseLosesAnything() {
      Planned planned = shop.plan(Map.of("email", ShopFixture.ANNA));
      Bystanders before = Bystanders.of(shop.database());

      Receipt receipt = shop.act(planned);

      assertThat(receipt.systems().getFirst().trouble()).isEmpty();
      Bystanders after = Bystanders.of(shop.database());
      before.changedExactly(after, planned.plan().systems().getFirst());
      assertThat(after.holding("anna.martin@", "Anna Martin", "anna75", "+33 1 11", "rue Anna"))
          .containsExactly("subscriber: anna.martin@");
      assertThat(after.count("address")).isEqualTo(2);
    }

    @Test
    void theSameDataGivesTheSamePlan() {
      Plan one = shop.plan(Map.of("email", ShopFixture.ANNA)).plan();
      Plan two = shop.plan(Map.of("email", ShopFixture.ANNA)).plan();

      assertThat(two).isEqualTo(one);
      assertThat(shop.plan(Map.of("email", ShopFixture.BRUNO)).plan().digest())
          .isNotEqualTo(one.digest());
    }

    @Test
    void booksAreKeptAndWhatTheyPointAtIsEmptied() {
      Planned planned = shop.plan(Map.of("email", ShopFixture.BRUNO));
      Bystanders before = Bystanders.of(shop.database());

      assertThat(step(planned, "invoice").kept()).hasSize(1);
      assertThat(step(planned, "invoice").kept().getFirst().rows()).isEqualTo(2);
      assertThat(step(planned, "invoice").kept().getFirst().until())
          .hasToString("Optional[2035-01-01]");
      assertThat(step(planned, "customer").counts().husks()).isEqualTo(1);
      assertThat(step(planned, "card").counts().husks()).isEqualTo(2);

      Receipt receipt = shop.act(planned);

      assertThat(receipt.systems().getFirst().trouble()).isEmpty();
      Bystanders after = Bystanders.of(shop.database());
      before.changedExactly(after, planned.plan().systems().getFirst());
      assertThat(after.holding("bruno.keller@")).isEmpty();
      assertThat(after.holding("Bruno Keller")).containsExactly("invoice: Bruno Keller");
      assertThat(after.holding("+33 2 22")).isEmpty();
      assertThat(before.count("invoice")).isEqualTo(after.count("invoice"));
    }

    @Test
    void onlyWhatRestsOnConsentGoesWhenConsentIsWithdrawn() {
      Planned planned =
          shop.erasing()
              .plan(
                  shop.workspace(),
                  Subject.of(Map.of("email", ShopFixture.ANNA)),
                  ErasureOrder.on(ErasureGround.CONSENT_WITHDRAWN),
                  dev.upheld.kernel.Progress.SILENT);

      assertThat(step(planned, "subscriber").counts().deleted()).isEqualTo(1);
      assertThat(step(planned, "customer").counts().untouched()).isEqualTo(1);
      assertThat(step(planned, "customer").stays().values().iterator().next()).contains("contract");

      shop.act(planned);
      assertThat(Bystanders.of(shop.database()).count("subscriber")).isEqualTo(2);
      assertThat(Bystanders.of(shop.database()).count("customer")).isEqualTo(3);
    }

    @Test
    void aSecondTimeThereIsNothingLeftToDo() {
      shop.act(shop.plan(Map.of("email", ShopFixture.ANNA)));
      Bystanders before = Bystanders.of(shop.database());

      Planned again = shop.plan(Map.of("email", ShopFixture.ANNA));
      shop.act(again);

      assertThat(again.plan().touched()).isZero();
      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
    }

    @Test
    void whoComesBackWithAsManyRowsIsErasedAnew() {
      shop.remembers();
      shop.database().execute("INSERT INTO subscriber VALUES (9, 'dora@example.org')");
      Planned first = shop.plan(Map.of("email", "dora@example.org"));
      assertThat(shop.act(first).isWhole()).isTrue();
      shop.database().execute("INSERT INTO subscriber VALUES (9, 'dora@example.org')");

      Planned second = shop.plan(Map.of("email", "dora@example.org"));
      Receipt old =
          shop.erasing().act(second, first.plan(), true, dev.upheld.kernel.Progress.SILENT);
      assertThat(old.isWhole()).as("the old receipt says nothing of the new row").isFalse();
      Receipt receipt = shop.act(second);

      assertThat(second.plan().digest()).isNotEqualTo(first.plan().digest());
      assertThat(receipt.systems().getFirst().trouble()).isEmpty();
      assertThat(Bystanders.of(shop.database()).holding("dora@")).isEmpty();
    }

    @Test
    void aRowOfSomebodyElseIsNotThePersonsBecauseTheirNumberIsKnownToo() {
      shop.map(
          "        callback:\n          activity: shop\n".replaceAll("(?m)^      ", ""),
          "  callback:\n    activity: shop\n    subject: {customers: customer_id}\n");
      Planned planned = shop.plan(Map.of("email", ShopFixture.ANNA, "customers", "1"));
      Bystanders before = Bystanders.of(shop.database());

      assertThat(step(planned, "callback").counts().named()).isEqualTo(1);
      assertThat(step(planned, "callback").counts().deleted()).isEqualTo(1);
      assertThat(shop.act(planned).systems().getFirst().trouble()).isEmpty();
      assertThat(Bystanders.of(shop.database()).count("callback"))
          .isEqualTo(before.count("callback") - 1);
    }

    @Test
    void aWordThatDoesNotSingleOutIsRefused() {
      assertThatThrownBy(() -> shop.plan(Map.of("name", "Anna Martin")))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("does not single a person out");
    }
  }
}
