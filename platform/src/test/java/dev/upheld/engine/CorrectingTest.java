package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.crypto.KeyedHash;
import dev.upheld.engine.CorrectionPlan.Cells;
import dev.upheld.engine.CorrectionPlan.Stay;
import dev.upheld.engine.CorrectionPlan.Why;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Correcting what is wrong about a person, on both kinds of server. */
class CorrectingTest {

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    @Test
    void aValueOfAnEnumerationIsCorrected() {
      shop.database()
          .execute(
              "create type phones as enum ('none', 'some')",
              "update customer set phone = 'some'",
              "alter table customer alter column phone type phones using cast(phone as phones)");
      assertThat(act("phone", "none").isWhole()).isTrue();
      assertThat(count("customer where phone = 'none'")).isEqualTo(1);
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
    private static final String ANNA = "ana.martin@example.org";
    private static final String RIGHT = "anna.martin@example.org";

    @TempDir Path folder;
    ShopFixture shop;

    abstract TestServer server();

    @BeforeEach
    void opens() {
      TestDatabase database = server().freshDatabase();
      shop = new ShopFixture(database, folder, STATEMENTS.split(";\n"), MAP);
      shop.remembers();
    }

    private Correcting correcting() {
      KeyedHash hash =
          new KeyedHash(
              Secret.of("a key for tests of 32 bytes.....".getBytes(StandardCharsets.US_ASCII)));
      return new Correcting(
          shop.erasing(), ShopFixture::open, InstantSource.fixed(ShopFixture.NOW), hash);
    }

    private static Subject subject(String email) {
      return Subject.of(Map.of("email", email));
    }

    private CorrectionPlan plan(Subject subject, Correction correction) {
      return correcting().plan(shop.workspace(), subject, correction, Progress.SILENT);
    }

    private CorrectionPlan plan(String word, String right) {
      return plan(subject(ANNA), Correction.of(Map.of(word, right)));
    }

    private Receipt act(CorrectionPlan plan, Subject subject, Correction correction) {
      return correcting()
          .act(
              new Correcting.Order(shop.workspace(), subject, correction, plan, false),
              Progress.SILENT);
    }

    Receipt act(String word, String right) {
      return act(plan(word, right), subject(ANNA), Correction.of(Map.of(word, right)));
    }

    private static Cells cells(CorrectionPlan plan, String place, String column) {
      return plan.systems().getFirst().cells().stream()
          .filter(c -> c.place().equals(place) && c.column().equals(column))
          .findFirst()
          .orElseThrow();
    }

    private static Optional<Stay> stay(CorrectionPlan plan, String place, Why why) {
      return plan.systems().getFirst().stays().stream()
          .filter(s -> s.place().equals(place) && s.why() == why)
          .findFirst();
    }

    long count(String where) {
      try (java.sql.Connection connection = shop.database().connect();
          java.sql.Statement statement = connection.createStatement();
          java.sql.ResultSet row = statement.executeQuery("select count(*) from " + where)) {
        assertThat(row.next()).isTrue();
        return row.getLong(1);
      } catch (java.sql.SQLException e) {
        throw new AssertionError(e);
      }
    }

    private Bystanders now() {
      return Bystanders.of(shop.database());
    }

    @Test
    void thePlanCountsEachColumnAndChangesNothing() {
      Bystanders before = now();

      CorrectionPlan plan = plan("email", RIGHT);

      assertThat(now()).isEqualTo(before);
      assertThat(cells(plan, "customer", "email").rows()).isEqualTo(1);
      assertThat(cells(plan, "subscriber", "email").rows()).isEqualTo(1);
      assertThat(cells(plan, "callback", "contact").rows()).isEqualTo(1);
      assertThat(cells(plan, "device", "owner"))
          .isEqualTo(
              new Cells(
                  "device", cells(plan, "device", "owner").table(), "owner", "email", 2, true));
      assertThat(cells(plan, "friendship", "friend").rows()).isEqualTo(1);
      assertThat(plan.changes()).isEqualTo(6);
      assertThat(stay(plan, "callback", Why.NAMED)).get().extracting(Stay::rows).isEqualTo(1L);
      assertThat(stay(plan, "hashes", Why.DERIVED)).get().extracting(Stay::rows).isEqualTo(1L);
      assertThat(plan("email", RIGHT)).isEqualTo(plan);
      assertThat(plan.toString() + plan.kept()).doesNotContain("martin").doesNotContain("Martin");
    }

    @Test
    void anAddressIsCorrectedEverywhereAndLinksFollowIt() {
      Bystanders before = now();

      Receipt receipt = act("email", RIGHT);

      assertThat(receipt.systems().getFirst().trouble()).isEmpty();
      assertThat(receipt.isWhole()).isTrue();
      Bystanders after = now();
      assertThat(before.without(after))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("customer", 1, "subscriber", 1, "callback", 1, "device", 2, "friendship", 1));
      assertThat(after.without(before))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("customer", 1, "subscriber", 1, "callback", 1, "device", 2, "friendship", 1));
      assertThat(after.holding("=" + ANNA)).containsExactly("callback: =" + ANNA);
      assertThat(count("device where owner = '" + RIGHT + "'")).isEqualTo(2);
    }

    @Test
    void somebodyOfTheSameNameKeepsTheirs() {
      Bystanders before = now();

      act("name", "Anna Martin-Roy");

      Bystanders after = now();
      assertThat(before.without(after))
          .containsExactlyInAnyOrderEntriesOf(Map.of("customer", 1, "card", 1));
      assertThat(count("customer where name = 'Ana Martin' and id = 2")).isEqualTo(1);
      assertThat(count("card where holder = 'Bruno Keller'")).isEqualTo(1);
    }

    @Test
    void recordsALawWantsStayAsTheyWereMade() {
      CorrectionPlan plan = plan("invoice", "Anna Martin, 1 rue Anna");
      assertThat(plan.changes()).isZero();

      CorrectionPlan named =
          plan(
              subject(ANNA),
              new Correction(
                  new TreeMap<>(
                      Map.of(
                          "invoice",
                          new Correction.Value(Optional.of("Ana Martin"), "Anna Martin")))));

      assertThat(named.changes()).isZero();
      assertThat(stay(named, "invoice", Why.RECORD))
          .get()
          .satisfies(
              s -> {
                assertThat(s.rows()).isEqualTo(1);
                assertThat(s.reason()).isNotBlank();
                assertThat(s.why().byHand()).isTrue();
              });
    }

    @Test
    void whatWasMissingIsCompletedInThePersonsOwnRowAlone() {
      Bystanders before = now();

      act("phone", "+33 1 98 76 54 32");

      assertThat(before.without(now())).containsExactlyInAnyOrderEntriesOf(Map.of("customer", 1));
    }

    @Test
    void aDayIsWrittenAsADay() {
      act("birth", "1980-02-29");

      assertThat(count("customer where born = '1980-02-29'")).isEqualTo(1);
      assertThatThrownBy(() -> plan("birth", "1980-02-30")).hasMessageContaining("takes days only");
    }

    @Test
    void aSecondTimeNothingIsLeftToDo() {
      act("name", "Anna Martin-Roy");
      Bystanders before = now();

      CorrectionPlan again = plan("name", "Anna Martin-Roy");

      assertThat(again.changes()).isZero();
      act(again, subject(ANNA), Correction.of(Map.of("name", "Anna Martin-Roy")));
      assertThat(now()).isEqualTo(before);
    }

    @Test
    void repeatingAnApprovedPlanChangesNothingAndGivesTheSameReceipt() {
      Correction correction = Correction.of(Map.of("email", RIGHT));
      CorrectionPlan plan = plan("email", RIGHT);
      Receipt first = act(plan, subject(ANNA), correction);
      Bystanders before = now();

      Receipt second = act(plan, subject(ANNA), correction);

      assertThat(second).isEqualTo(first);
      assertThat(now()).isEqualTo(before);
    }

    @Test
    void aValueThatWentBackIsCorrectedAnew() {
      CorrectionPlan first = plan("phone", "+33 1 98 76 54 32");
      Correction correction = Correction.of(Map.of("phone", "+33 1 98 76 54 32"));
      act(first, subject(ANNA), correction);
      shop.database().execute("update customer set phone = null where id = 1");

      CorrectionPlan again = plan("phone", "+33 1 98 76 54 32");

      assertThat(again.digest()).isNotEqualTo(first.digest());
      assertThat(act(again, subject(ANNA), correction).isWhole()).isTrue();
      assertThat(count("customer where phone is not null")).isEqualTo(1);
    }

    @Test
    void aValueThatMustBeUniqueIsRefusedWhenAnotherHasIt() {
      Bystanders before = now();

      assertThatThrownBy(() -> plan(subject(ANNA), Correction.of(Map.of("handle", "bruno"))))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("takes each value once")
          .hasMessageNotContaining("bruno");
      assertThat(now()).isEqualTo(before);
    }

    @Test
    void aCheckOfTheDatabaseRefusesInThePlan() {
      assertThatThrownBy(() -> plan("email", "no address"))
          .hasMessageContaining("A rule of the database does not take the new value for email")
          .hasMessageNotContaining("no address");
    }

    @Test
    void aValueThatIsTooLongIsRefusedInThePlan() {
      assertThatThrownBy(() -> plan("name", "Anna ".repeat(20)))
          .hasMessageContaining("takes 80 characters at most");
    }

    @Test
    void dataThatChangedSinceThePlanIsPlannedAnew() {
      Correction correction = Correction.of(Map.of("email", RIGHT));
      CorrectionPlan plan = plan("email", RIGHT);
      shop.database().execute("insert into device values (9, 'ana.martin@example.org', 'watch')");
      Bystanders before = now();

      Receipt refused = act(plan, subject(ANNA), correction);

      assertThat(refused.isWhole()).isFalse();
      assertThat(refused.systems().getFirst().trouble().getFirst()).contains("has changed");
      assertThat(now()).isEqualTo(before);
    }

    @Test
    void anotherPlanThanTheApprovedOneIsNotCarriedOut() {
      CorrectionPlan plan = plan("email", RIGHT);

      assertThatThrownBy(
              () -> act(plan, subject(ANNA), Correction.of(Map.of("email", "else@example.org"))))
          .hasMessageContaining("other values");
      assertThatThrownBy(() -> CorrectionPlan.of(plan.kept().replace("\"rows\":2", "\"rows\":3")))
          .hasMessageContaining("not what was approved");
      assertThat(CorrectionPlan.of(plan.kept())).isEqualTo(plan);
    }

    @Test
    void aTriggerThatChangesItBackUndoesAll() {
      trigger("name", "'Somebody Else'");
      Bystanders before = now();
      CorrectionPlan plan = plan("name", "Anna Martin-Roy");
      assertThat(plan.systems().getFirst().triggers()).containsExactly("meddles");

      Receipt receipt = act(plan, subject(ANNA), Correction.of(Map.of("name", "Anna Martin-Roy")));

      assertThat(receipt.systems().getFirst().trouble().getFirst())
          .contains("does not hold exactly what was approved");
      assertThat(now()).isEqualTo(before);
    }

    @Test
    void aTriggerThatChangesMoreThanWasApprovedUndoesAll() {
      trigger("phone", "'+33 6 00'");
      Bystanders before = now();

      Receipt receipt = act("name", "Anna Martin-Roy");

      assertThat(receipt.isWhole()).isFalse();
      assertThat(now()).isEqualTo(before);
    }

    private void trigger(String column, String value) {
      if (shop.database().engine() == TestDatabase.Engine.POSTGRESQL) {
        shop.database()
            .execute(
                "create function meddle() returns trigger language plpgsql as $$ begin new."
                    + column
                    + " := "
                    + value
                    + "; return new; end $$",
                "create trigger meddles before update on customer for each row execute function"
                    + " meddle()");
      } else {
        shop.database()
            .execute(
                "create trigger meddles before update on customer for each row set new."
                    + column
                    + " = "
                    + value);
      }
    }

    private static final String STATEMENTS =
        """
        CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(80) NOT NULL, email VARCHAR(120) NOT NULL UNIQUE, phone VARCHAR(40),
          born DATE, handle VARCHAR(40) UNIQUE, CHECK (email LIKE '%@%'));
        CREATE TABLE card (id INT PRIMARY KEY, customer_id INT NOT NULL, holder VARCHAR(80) NOT NULL);
        CREATE TABLE invoice (id INT PRIMARY KEY, customer_id INT NOT NULL, billed_to VARCHAR(120) NOT NULL);
        CREATE TABLE subscriber (id INT PRIMARY KEY, email VARCHAR(120) NOT NULL);
        CREATE TABLE callback (id INT PRIMARY KEY, customer_id INT, contact VARCHAR(120));
        CREATE TABLE device (id INT PRIMARY KEY, owner VARCHAR(120) NOT NULL, model VARCHAR(40));
        CREATE TABLE friendship (id INT PRIMARY KEY, customer_id INT NOT NULL, friend VARCHAR(120));
        CREATE TABLE hashes (id INT PRIMARY KEY, customer_id INT NOT NULL, digest VARCHAR(64));
        INSERT INTO customer VALUES (1, 'Ana Martin', 'ana.martin@example.org', NULL, NULL, 'ana'), (2, 'Ana Martin', 'other.martin@example.org', NULL, NULL, NULL),
          (3, 'Bruno Keller', 'bruno.keller@example.org', NULL, NULL, 'bruno');
        INSERT INTO card VALUES (10, 1, 'ana martin'), (11, 1, 'Bruno Keller'), (12, 2, 'Ana Martin');
        INSERT INTO invoice VALUES (20, 1, 'Ana Martin'), (21, 2, 'Ana Martin');
        INSERT INTO subscriber VALUES (1, ' Ana.Martin@example.org'), (2, 'xana.martin@example.org');
        INSERT INTO callback VALUES (1, NULL, 'ana.martin@example.org'), (2, 3, 'ana.martin@example.org'), (3, 3, 'bruno.keller@example.org');
        INSERT INTO device VALUES (1, 'ana.martin@example.org', 'phone'), (2, 'ana.martin@example.org', 'desk'), (3, 'bruno.keller@example.org', 'phone');
        INSERT INTO friendship VALUES (1, 3, 'ana.martin@example.org'), (2, 3, 'other.martin@example.org');
        INSERT INTO hashes VALUES (1, 1, 'abc'), (2, 3, 'def')""";

    private static final String MAP =
        """
        system: shop
        places:
          customer:
            activity: shop
            subject: {customers: id}
            fields:
              name: {data: name, end: delete}
              email: {data: email, end: delete}
              phone: {data: phone, end: delete}
              born: {data: birth, end: delete}
              handle: {data: handle, end: delete}
            technical: [id]
          card:
            activity: shop
            links: {customer_id: {to: customer.id, kind: owns}}
            fields: {holder: {data: name, end: delete}}
            technical: [id, customer_id]
          invoice:
            activity: books
            links: {customer_id: {to: customer.id, kind: owns}}
            fields: {billed_to: {data: invoice, end: delete}}
            technical: [id, customer_id]
          subscriber:
            activity: newsletter
            fields: {email: {data: email, end: delete}}
            technical: [id]
          callback:
            activity: shop
            links: {customer_id: {to: customer.id, kind: owns}}
            fields: {contact: {data: email, end: delete}}
            technical: [id, customer_id]
          device:
            activity: shop
            links: {owner: {to: customer.email, kind: owns}}
            fields: {model: {data: purchase, end: delete}}
            technical: [id, owner]
          friendship:
            activity: shop
            links:
              customer_id: {to: customer.id, kind: owns}
              friend: {to: customer.email, kind: mentions}
            fields: {}
            technical: [id, customer_id, friend]
          hashes:
            activity: shop
            links: {customer_id: {to: customer.id, kind: owns}}
            fields: {digest: {data: email-hash, end: delete}}
            technical: [id, customer_id]
        """;
  }
}
