package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.testing.Databases;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two laws want different fields of one row kept for different times: ten years for what was
 * billed, one year for the telephone. Each row keeps just what a law still wants of it.
 */
class DutiesTest {

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
        new ErasureOrder(ErasureGround.PROMISE, Set.of("traffic"), Set.of(), false);

    @TempDir Path folder;

    abstract TestServer server();

    @ParameterizedTest
    @ValueSource(strings = {"[books, traffic]", "[traffic, books]"})
    void eachKeepsItsOwnFieldsWhicheverComesFirst(String activities) {
      ShopFixture shop = new ShopFixture(server().freshDatabase(), folder);
      shop.database()
          .execute(
              "DELETE FROM invoice",
              "INSERT INTO invoice VALUES (1, 1, 'young', '+33 1', '2026-06-30'), (2, 1, 'middling',"
                  + " '+33 2', '2020-12-31'), (3, 1, 'old', '+33 3', '2010-12-31'), (4, 2, 'other',"
                  + " '+33 4', '2010-12-31')");
      shop.charter(
          "  books:\n",
          """
            traffic:
              title: Traffic
              role: controller
              purpose: answer-authorities
              basis: {is: legal-obligation, law: fr/FR-LCEN-1}
              subjects: [customers]
              data: {only: [phone]}
              keep: {for: 1 year, from: fiscal-year-end, then: delete}
              recipients: []
            books:
          """);
      shop.map("activity: [books, shop]", "activity: " + activities);

      Planned planned = shop.plan(Map.of("email", ShopFixture.ANNA), ORDER);
      List<Kept> kept =
          planned.plan().systems().getFirst().steps().stream()
              .filter(s -> s.place().equals("invoice"))
              .flatMap(s -> s.kept().stream())
              .toList();
      Receipt receipt = shop.act(planned);

      assertThat(receipt.systems().getFirst().trouble()).isEmpty();
      assertThat(
              shop.database()
                  .texts(
                      "SELECT CONCAT(id, ' ', billed_to, ' ', COALESCE(phone, '-')) FROM invoice"
                          + " ORDER BY id"))
          .containsExactly("1 young +33 1", "2 middling -", "4 other +33 4");
      assertThat(kept)
          .as("what is said of it")
          .extracting(k -> k.by().orElseThrow().activity(), Kept::rows, Kept::until)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("books", 2L, Optional.of(day(2036, 7, 1))),
              org.assertj.core.groups.Tuple.tuple("traffic", 1L, Optional.of(day(2027, 7, 1))));
    }

    private static LocalDate day(int year, int month, int day) {
      return LocalDate.of(year, month, day);
    }
  }
}
