package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Progress;
import dev.upheld.register.HeldRows;
import dev.upheld.register.Holds.Hold;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many rows go in several transactions: sound after each, and the same in the end as in one. */
class InUnitsTest {
  private static final long MOST = 100;
  private static final long ALWAYS_FRESH = Long.MAX_VALUE;

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
    private Bystanders before;

    abstract TestServer server();

    @BeforeEach
    void opens() {
      shop = new ShopFixture(server().freshDatabase(), folder);
      shop.remembers();
      GrownShop.grow(shop.database());
      before = Bystanders.of(shop.database());
    }

    @AfterEach
    void closes() {
      shop.database().drop(server());
    }

    private Erasing small(BooleanSupplier paused) {
      return small(ALWAYS_FRESH, paused);
    }

    private Erasing small(long fresh, BooleanSupplier paused) {
      return shop.erasing().in(new Manner(MOST, fresh, paused));
    }

    private Receipt act(Erasing erasing, Plan approved) {
      return erasing.act(shop.plan(erasing, ShopFixture.ANNA), approved, false, Progress.SILENT);
    }

    private Plan approved() {
      return shop.plan(small(() -> false), ShopFixture.ANNA).plan();
    }

    private static CommitUnits units(Plan plan) {
      return plan.systems().getFirst().units().orElseThrow();
    }

    private static String figures(Receipt receipt) {
      assertThat(receipt.systems()).allSatisfy(s -> assertThat(s.trouble()).isEmpty());
      return receipt.systems().getFirst().figures();
    }

    private List<Part> parts() {
      String text = "SELECT figures FROM upheld_act WHERE act LIKE '%#%'";
      List<Part> parts = new ArrayList<>();
      try (Connection connection = shop.database().connect();
          ResultSet row = connection.createStatement().executeQuery(text)) {
        while (row.next()) {
          parts.add(
              Part.of(
                  new dev.upheld.connect.act.Remembered(
                      "", "", row.getString(1), ShopFixture.NOW)));
        }
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
      parts.sort(java.util.Comparator.comparingInt(Part::number));
      return parts;
    }

    /** As it is after a single transaction; everything is put back. */
    private String atOnce() {
      Planned planned = shop.plan(shop.erasing(), ShopFixture.ANNA);
      assertThat(planned.plan().systems().getFirst().units()).isEmpty();
      String figures = figures(shop.act(planned));
      before.changedExactly(Bystanders.of(shop.database()), planned.plan().systems().getFirst());
      shop.restore();
      GrownShop.grow(shop.database());
      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
      return figures;
    }

    @Test
    void comesToWhatOneTransactionDoesInAsManyAsThePlanSays() {
      String whole = atOnce();
      Plan approved = approved();
      assertThat(units(approved).count()).isBetween(15L, 25L);
      assertThat(figures(act(small(() -> false), approved))).isEqualTo(whole);
      before.changedExactly(Bystanders.of(shop.database()), approved.systems().getFirst());
      List<Part> parts = parts();
      assertThat(parts).hasSize((int) units(approved).count() - 1);
      long rows = 0;
      for (Part part : parts) {
        assertThat(part.rows() - rows).isEqualTo(MOST);
        rows = part.rows();
      }
    }

    @Test
    void goesOnAfterEachOfThemAsIfNothingHadHappened() {
      String whole = atOnce();
      Plan approved = approved();
      List<Receipt> receipts = new ArrayList<>();
      for (int i = 0; i < units(approved).count(); i++) {
        receipts.add(begun(approved, 1));
        assertThat(parts()).hasSize(Math.min(i + 1, (int) units(approved).count() - 1));
      }
      assertThat(figures(receipts.getLast())).isEqualTo(whole);
      before.changedExactly(Bystanders.of(shop.database()), approved.systems().getFirst());
    }

    @Test
    void gathersAnewBetweenTwoOfThemWhereItTakesLong() {
      String whole = atOnce();
      Plan approved = approved();
      assertThat(figures(act(small(0, () -> false), approved))).isEqualTo(whole);
      before.changedExactly(Bystanders.of(shop.database()), approved.systems().getFirst());
    }

    private Receipt begun(Plan approved, int many) {
      AtomicInteger asked = new AtomicInteger();
      return act(small(() -> asked.incrementAndGet() > many), approved);
    }

    /** The customer's own row, once so many transactions are done. */
    private Guard held(int after) {
      HeldRows.By one = new HeldRows.By("id", Optional.empty(), Optional.of("1"), Optional.of("1"));
      HeldRows rows =
          new HeldRows(
              Optional.empty(),
              List.of(new HeldRows.Part("shop", "customer", "customer", Optional.of(one))));
      Hold hold =
          new Hold(
              new UUID(1, 1), "", "", ShopFixture.NOW, LocalDate.EPOCH, false, Optional.of(rows));
      return new Guard() {
        @Override
        public Optional<Why> against(Map<String, ? extends Collection<String>> identifiers) {
          return Optional.empty();
        }

        @Override
        public List<Hold> rows() {
          return parts().size() < after ? List.of() : List.of(hold);
        }
      };
    }

    @Test
    void stopsWhereARowIsPutOnHoldBetweenTwoOfThem() {
      Plan approved = approved();
      Receipt receipt = act(small(() -> false).guarded(held(3)), approved);
      assertThat(receipt.systems().getFirst().trouble().getFirst())
          .contains("300 of " + approved.touched() + " rows are done, in 3 transactions, and stay")
          .contains("Nothing of this person may be erased for now");
      assertThat(parts()).hasSize(3);
      assertThat(act(small(() -> false), approved).isWhole()).as("once lifted").isTrue();
    }

    @Test
    void tellsWhatIsDoneWhereTheRestIsNotWhatWasApproved() {
      Plan approved = approved();
      assertThat(begun(approved, 3).systems().getFirst().trouble().getFirst())
          .contains("Paused after 300 of " + approved.touched() + " rows");
      shop.database().execute("DELETE FROM callback WHERE id = 5000");
      Bystanders partly = Bystanders.of(shop.database());
      Receipt receipt = act(small(() -> false), approved);
      assertThat(receipt.isWhole()).isFalse();
      assertThat(receipt.systems().getFirst().trouble().getFirst())
          .contains("300 of " + approved.touched() + " rows are done, in 3 transactions, and stay")
          .contains("the rows of callback in shop have changed");
      assertThat(Bystanders.of(shop.database())).isEqualTo(partly);
      Plan rest = approved();
      assertThat(act(small(() -> false), rest).isWhole()).isTrue();
      assertThat(shop.plan(shop.erasing(), ShopFixture.ANNA).plan().touched()).isZero();
    }

    @Test
    void takesRowsThatCameMeanwhileAndCountsThem() {
      Plan approved = approved();
      begun(approved, 3);
      shop.database().execute("INSERT INTO note VALUES (9000, 'customer', 1, 'Anna is back')");
      String figures = figures(act(small(() -> false), approved));
      assertThat(figures)
          .contains(
              "\"place\":\"customer-note\",\"table\":"
                  + (figures.contains("public.note") ? "\"public.note\"" : "\"note\"")
                  + ",\"deleted\":132");
      assertThat(Bystanders.of(shop.database()).holding("Anna is back")).isEmpty();
    }

    @Test
    void takesRowsThatCameIntoTablesThatAreDone() {
      Plan approved = approved();
      int many = (int) units(approved).count() - 1;
      begun(approved, many);
      Part done = parts().getLast();
      assertThat(done.done())
          .hasEntrySatisfying("customer-note", c -> assertThat(c.deleted()).isEqualTo(131));
      shop.database().execute("INSERT INTO note VALUES (9000, 'customer', 1, 'Anna is back')");
      String figures = figures(act(small(() -> false), approved));
      assertThat(deleted(figures, "customer-note")).isEqualTo(132);
      assertThat(Bystanders.of(shop.database()).holding("Anna is back")).isEmpty();
    }

    @Test
    void takesRowsThatCameBetweenTwoTransactionsWithoutAPause() {
      Plan approved = approved();
      AtomicInteger came = new AtomicInteger();
      BooleanSupplier writing =
          () -> {
            int id = 9000 + came.incrementAndGet();
            shop.database()
                .execute("INSERT INTO note VALUES (" + id + ", 'customer', 1, 'Anna is back')");
            return false;
          };
      String figures = figures(act(small(writing), approved));
      assertThat(came.get()).isGreaterThan(10);
      assertThat(deleted(figures, "customer-note")).isEqualTo(131 + came.get());
      assertThat(Bystanders.of(shop.database()).holding("Anna is back")).isEmpty();
      assertThat(shop.plan(shop.erasing(), ShopFixture.ANNA).plan().touched()).isZero();
    }

    @Test
    void leavesThePersonToTheLastOfThem() {
      shop.database().execute("ALTER TABLE customer DROP CONSTRAINT favourite");
      Plan approved = approved();
      assertThat(units(approved).together()).isEqualTo(1);
      assertThat(act(small(() -> false), approved).isWhole()).isTrue();
      assertThat(parts().getLast().done()).containsKey("address").doesNotContainKey("customer");
      before.changedExactly(Bystanders.of(shop.database()), approved.systems().getFirst());
    }

    @Test
    void tellsWhatIsDoneWhereTheDatabaseRefusesALaterOne() {
      Plan approved = approved();
      AtomicInteger asked = new AtomicInteger();
      BooleanSupplier breaking =
          () -> {
            if (asked.incrementAndGet() == 4) {
              shop.database().execute("ALTER TABLE upheld_act RENAME TO forgotten");
            }
            return false;
          };
      Receipt receipt = act(small(breaking), approved);
      shop.database().execute("ALTER TABLE forgotten RENAME TO upheld_act");
      assertThat(parts()).hasSize(3);
      assertThat(receipt.systems().getFirst().trouble().getFirst())
          .contains("300 of " + approved.touched() + " rows are done, in 3 transactions, and stay")
          .doesNotContain("Nothing was done");
    }

    @Test
    void keepsWhatAnotherPlaceOfTheSameTableHolds() {
      shop.database()
          .execute(
              "ALTER TABLE callback ADD COLUMN message_id INT",
              "ALTER TABLE callback ADD COLUMN closed_on DATE",
              "UPDATE callback SET customer_id = 1 WHERE id >= 5000",
              "UPDATE callback SET message_id = id, closed_on = '2024-12-31'"
                  + " WHERE id IN (5000, 5002, 5004)");
      before = Bystanders.of(shop.database());
      String technical =
          """
          fields: {contact: {data: email, end: delete}, topic: {data: words, end: delete}}
              technical: [id, customer_id]
          """;
      shop.map(
          technical,
          """
          fields: {topic: {data: invoice, end: delete}}
              technical: [id, customer_id, contact, message_id, closed_on]
            booked-callback:
              table: callback
              activity: books
              clocks: {fiscal-year-end: {column: closed_on, missing: not-yet}}
              links: {message_id: {to: message.id, kind: owns}}
              fields: {topic: {data: invoice, end: delete}}
              technical: [id, customer_id, contact, message_id, closed_on]
          """);
      Plan approved = approved();
      assertThat(step(approved, "booked-callback").kept().getFirst().rows()).isEqualTo(3);
      assertThat(act(small(0, () -> false), approved).isWhole()).isTrue();
      int gone = before.count("callback") - Bystanders.of(shop.database()).count("callback");
      assertThat(gone).isEqualTo((int) step(approved, "callback").counts().deleted());
    }

    private static PlaceStep step(Plan plan, String place) {
      return plan.systems().getFirst().steps().stream()
          .filter(s -> s.place().equals(place))
          .findFirst()
          .orElseThrow();
    }

    private static long deleted(String figures, String place) {
      Matcher found =
          Pattern.compile("\"place\":\"" + place + "\",\"table\":\"[^\"]*\",\"deleted\":(\\d+)")
              .matcher(figures);
      assertThat(found.find()).isTrue();
      return Long.parseLong(found.group(1));
    }

    @Test
    void changesNothingBeforeAllOfItIsWhatWasApproved() {
      Plan approved = approved();
      shop.database().execute("DELETE FROM callback WHERE id = 5000");
      Bystanders same = Bystanders.of(shop.database());
      assertThat(act(small(() -> false), approved).isWhole()).isFalse();
      assertThat(Bystanders.of(shop.database())).isEqualTo(same);
      assertThat(parts()).isEmpty();
    }
  }
}
