package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Tombstone;
import dev.upheld.testing.Databases;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup is put back, and with it somebody who was erased. Anna (1) was erased; Bruno (2) never;
 * a later Anna (3) signed up anew with the same address.
 */
class ReapplyingTest {

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
    private static final Fingerprints PRINTS = new Fingerprints(SmallShop.HASH);
    private static final String OLD_ANNA =
        "insert into customer values (1, 'anna@people.example', '2024-01-05 10:00:00')";
    private static final Reapplying.Way CLOCKED = new Reapplying.Way(false, false);

    private static final String CHARTER =
        SmallShop.charter(
            """
              email: {is: "pd:EmailAddress"}
              purchase: {is: "pd:Purchase"}
            """,
            """
              shop:
                title: The shop
                role: controller
                purpose: sell
                basis: contract
                subjects: [customers]
                data: {only: [email, purchase]}
                keep: not-stated
                recipients: []
            """);

    private static final String MAP =
        """
          system: shop
          places:
            customer:
              activity: shop
              subject: {customers: id}
              clocks: {collected: made}
              fields: {email: {data: email, end: delete}}
              technical: [id, made]
            purchase:
              activity: shop
              links: {customer_id: {to: customer.id, kind: owns}}
              fields: {what: {data: purchase, end: delete}}
              technical: [id, customer_id]
            reader:
              activity: shop
              fields: {email: {data: email, end: delete}}
              technical: [id]
          """;

    @TempDir Path folder;
    private TestDatabase database;
    private SmallShop shop;

    abstract TestServer server();

    @BeforeEach
    void sets() {
      database = server().freshDatabase();
      boolean postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
      String time = postgres ? "timestamptz" : "datetime";
      database.execute(
          "create table customer (id int primary key, email varchar(80) not null, made "
              + time
              + " not null)",
          "create table purchase (id int primary key, customer_id int not null, what varchar(40))",
          "create table reader (id int primary key, email varchar(80) not null)",
          SmallShop.MEMORY,
          OLD_ANNA,
          "insert into customer values (2, 'bruno@people.example', '2024-01-05 10:00:00')",
          "insert into purchase values (10, 1, 'lamp'), (11, 1, 'desk'), (20, 2, 'pen')",
          "insert into reader values (1, 'Anna@people.example'), (2, 'bruno@people.example')");
      shop = new SmallShop(folder, database).write("charter.yaml", CHARTER).map(MAP);
    }

    private Workspace workspace() {
      return shop.read();
    }

    private static Erasing erasing() {
      return new Erasing(ShopFixture::open, InstantSource.fixed(ShopFixture.NOW), SmallShop.HASH);
    }

    private static Reapplying reapplying() {
      return new Reapplying(ShopFixture::open, erasing(), PRINTS);
    }

    private List<Tombstone> annaIsErased() {
      Planned planned =
          erasing()
              .plan(
                  workspace(),
                  Subject.of(Map.of("email", "anna@people.example")),
                  ErasureOrder.on(ErasureGround.PROMISE),
                  Progress.SILENT);
      Receipt receipt = erasing().act(planned, planned.plan(), false, Progress.SILENT);
      assertThat(receipt.isWhole()).isTrue();
      assertThat(rows("customer")).containsExactly("2");
      return Erased.tombstones(planned, receipt, PRINTS, Duration.ofDays(90));
    }

    private void restored() {
      database.execute(
          OLD_ANNA,
          "insert into purchase values (10, 1, 'lamp'), (11, 1, 'desk')",
          "insert into reader values (1, 'Anna@people.example')",
          "insert into customer values (3, 'anna@people.example', '2099-01-01 10:00:00')",
          "insert into purchase values (30, 3, 'a new start')");
    }

    private List<String> rows(String table) {
      return database.texts("select id from " + table + " order by id");
    }

    private Reapplied looked(List<Tombstone> tombstones, Reapplying.Way way) {
      return reapplying().plan(workspace(), "shop", tombstones, way, Progress.SILENT);
    }

    private static void done(Reapplied found) {
      assertThat(reapplying().act(found, false, Progress.SILENT).values())
          .allSatisfy(
              r -> assertThat(r.systems()).allSatisfy(s -> assertThat(s.trouble()).isEmpty()))
          .allMatch(Receipt::isWhole);
    }

    @Test
    void whoWasRestoredGoesAgainAndWhoCameBackStays() {
      List<Tombstone> tombstones = annaIsErased();
      restored();

      Reapplied found = looked(tombstones, CLOCKED);

      assertThat(found.plans()).hasSize(1);
      assertThat(found.trouble()).isEmpty();
      assertThat(found.notes()).singleElement().asString().startsWith("reader ");
      assertThat(rows("customer")).as("a plan changes nothing").containsExactly("1", "2", "3");
      done(found);
      assertThat(rows("customer")).containsExactly("2", "3");
      assertThat(rows("purchase")).containsExactly("20", "30");
      assertThat(rows("reader")).as("its age is unknown").containsExactly("1", "2");
      assertThat(looked(tombstones, CLOCKED).plans()).isEmpty();
    }

    @Test
    void rowsWithoutAClockGoOnlyWhenAnOfficerSaysSo() {
      List<Tombstone> tombstones = annaIsErased();
      restored();

      done(looked(tombstones, new Reapplying.Way(true, false)));

      assertThat(rows("reader")).containsExactly("2");
      assertThat(rows("customer")).containsExactly("2", "3");
    }

    @Test
    void aSecondRestoreIsNotTakenForDone() {
      List<Tombstone> tombstones = annaIsErased();
      for (int restore = 0; restore < 3; restore++) {
        database.execute(OLD_ANNA);
        Reapplied found = looked(tombstones, CLOCKED);
        assertThat(found.plans()).hasSize(1);
        done(found);
        assertThat(rows("customer")).containsExactly("2");
      }
    }

    @Test
    void theSameFindingsHaveTheSameDigest() {
      List<Tombstone> tombstones = annaIsErased();
      restored();

      assertThat(looked(tombstones, CLOCKED).digest())
          .isEqualTo(looked(tombstones, CLOCKED).digest())
          .isNotEqualTo(looked(tombstones, new Reapplying.Way(true, false)).digest());
    }

    @Test
    void anOlderAddressIsFoundByItsNumber() {
      List<Tombstone> tombstones = annaIsErased();
      database.execute(OLD_ANNA.replace("anna@", "anna.before.she.moved@"));

      done(looked(tombstones, CLOCKED));

      assertThat(rows("customer")).containsExactly("2");
    }

    @Test
    void aNumberThatWasGivenAgainTellsNobodyWithoutAClock() throws IOException {
      List<Tombstone> tombstones = annaIsErased();
      database.execute(OLD_ANNA.replace("anna@", "zoe@"));
      String map = Files.readString(folder.resolve("datamap/shop.yaml"));
      shop.map(map.replace("    clocks: {collected: made}\n", ""));

      assertThat(looked(tombstones, new Reapplying.Way(true, false)).plans()).isEmpty();
      assertThat(rows("customer")).containsExactly("1", "2");
    }

    @Test
    void aTombstoneNamesNobody() {
      List<Tombstone> tombstones = annaIsErased();

      assertThat(tombstones).extracting(Tombstone::word).containsExactly("customers", "email");
      assertThat(tombstones.toString()).doesNotContainIgnoringCase("anna");
      assertThat(tombstones)
          .allSatisfy(
              t -> {
                assertThat(t.fingerprint()).matches("[0-9a-f]{64}");
                assertThat(t.expires()).isEqualTo(t.erased().plus(Duration.ofDays(90)));
                assertThat(t.erased()).isBefore(Instant.now().plusSeconds(60));
              });
    }

    @Test
    void anUnknownSystemIsRefused() {
      assertThatThrownBy(
              () -> reapplying().plan(workspace(), "shup", List.of(), CLOCKED, Progress.SILENT))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("no system shup");
    }
  }
}
