package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Deferring;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.ErasureGround;
import dev.upheld.engine.ErasureOrder;
import dev.upheld.engine.PlanJson;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.Subject;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Deferral;
import dev.upheld.register.Deferrals;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Rests;
import dev.upheld.register.StoredTombstones;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Anna was erased on 23 November 2026; her invoice of the year that ended on 25 November 2016 stays
 * for ten years, and with it the row it points at.
 */
class DeferralWorkTest {

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

    private static final String CHARTER =
        SmallShop.charter(
            """
              email: {is: "pd:EmailAddress"}
              invoice: {is: "pd:Transactional"}
            """,
            """
              shop:
                title: The shop
                role: controller
                purpose: sell
                basis: contract
                subjects: [customers]
                data: {only: [email]}
                keep: not-stated
                recipients: []
              books:
                title: The books
                role: controller
                purpose: keep-accounts
                basis: {is: legal-obligation, law: fr/FR-ACCOUNTING}
                subjects: [customers]
                data: {only: [invoice]}
                keep: {for: 10 years, from: fiscal-year-end, then: delete}
                recipients: []
            """);

    private static final String MAP =
        """
        system: shop
        places:
          customer:
            activity: shop
            subject: {customers: id}
            fields: {email: {data: email, end: delete}}
            technical: [id]
          invoice:
            activity: books
            clocks: {fiscal-year-end: {column: closed_on, missing: not-yet}}
            links: {customer_id: {to: customer.id, kind: owns}}
            fields: {billed_to: {data: invoice, end: delete}}
            technical: [id, customer_id, closed_on]
        """;

    @TempDir Path folder;
    private final Store store = Stores.fresh();
    private final MovedClock clock = new MovedClock();
    private final Journal journal = new Journal(store, clock);
    private final Deferrals deferrals = new Deferrals(store, journal);
    private final Fingerprints prints = new Fingerprints(SmallShop.HASH);
    private TestDatabase database;
    private Workspace workspace;

    abstract TestServer server();

    @BeforeEach
    void sets() {
      database = server().freshDatabase();
      database.execute(
          "create table customer (id int primary key, email varchar(80) not null)",
          "create table invoice (id int primary key, customer_id int not null,"
              + " billed_to varchar(80) not null, closed_on date,"
              + " foreign key (customer_id) references customer (id))",
          SmallShop.MEMORY,
          "insert into customer values (1, 'anna@people.example'), (2, 'bruno@people.example')",
          "insert into invoice values (10, 1, 'Anna', '2016-11-25'), (11, 1, 'Anna',"
              + " '2012-01-31'), (20, 2, 'Bruno', '2016-11-25')");
      workspace = new SmallShop(folder, database).write("charter.yaml", CHARTER).map(MAP).read();
      annaIsErased();
    }

    @AfterEach
    void close() {
      store.close();
    }

    private Erasing erasing() {
      return new Erasing(ActConnector::open, clock, SmallShop.HASH);
    }

    private Remembering remembering() {
      return new Remembering(
          new StoredTombstones(store, journal),
          new Rests(store),
          deferrals,
          prints,
          Duration.ofDays(90),
          clock);
    }

    private Deferring deferring() {
      return new Deferring(ActConnector::open, erasing(), prints);
    }

    private DeferralWork work() {
      return new DeferralWork(
          new DeferralWork.Parts(
              () -> workspace,
              deferrals,
              deferring(),
              remembering(),
              SigningKeys.in(folder.resolve("keys")),
              clock));
    }

    private void annaIsErased() {
      erased("anna@people.example");
      assertThat(ids("customer")).as("the invoice points at her").containsExactly("1", "2");
      assertThat(ids("invoice")).containsExactly("10", "20");
    }

    private void erased(String email) {
      Planned planned =
          erasing()
              .plan(
                  workspace,
                  Subject.of(Map.of("email", email)),
                  ErasureOrder.on(ErasureGround.PROMISE),
                  Progress.SILENT);
      assertThat(planned.plan().undecided()).isEmpty();
      Receipt receipt = erasing().act(planned, planned.plan(), false, Progress.SILENT);
      assertThat(receipt.isWhole()).isTrue();
      remembering().erased(planned, receipt);
    }

    private List<String> ids(String table) {
      return database.texts("select id from " + table + " order by id");
    }

    private void theDayHasCome() {
      clock.pass(Duration.ofDays(3));
    }

    @Test
    void theDayBeforeNothingAndOnTheDayItIsGone() {
      assertThat(deferrals.waiting())
          .singleElement()
          .satisfies(
              d -> {
                assertThat(d.due())
                    .isBetween(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26));
                assertThat(d.rows()).isEqualTo(2);
              });
      clock.pass(Duration.ofDays(1));
      assertThat(work().look(() -> false)).isZero();
      assertThat(ids("invoice")).containsExactly("10", "20");
      clock.pass(Duration.ofDays(2));
      assertThat(work().look(() -> false)).as(why()).isOne();
      assertThat(ids("invoice")).containsExactly("20");
      assertThat(ids("customer")).containsExactly("2");
      assertThat(deferrals.waiting()).isEmpty();
      assertThat(work().look(() -> false)).as("nothing more").isZero();
      assertThat(journal.page(0, 500, "register.deferred-erased").toString())
          .contains("approved")
          .doesNotContain("anna@");
      assertThat(deferrals.receipts().values()).singleElement().asString().contains("signature");
    }

    @Test
    void eachRowGoesOnItsOwnDayAndNotWithTheLast() {
      database.execute(
          "insert into customer values (3, 'clara@people.example')",
          "insert into invoice values (30, 3, 'Clara', '2016-11-25'),"
              + " (31, 3, 'Clara', '2016-12-10'), (32, 3, 'Clara', '2017-03-31')");
      erased("clara@people.example");
      assertThat(ids("invoice")).containsExactly("10", "20", "30", "31", "32");
      theDayHasCome();
      assertThat(work().look(() -> false)).as(why()).isEqualTo(2);
      assertThat(ids("invoice")).containsExactly("20", "31", "32");
      assertThat(ids("customer")).containsExactly("2", "3");
      clock.pass(Duration.ofDays(16));
      assertThat(work().look(() -> false)).as(why()).isOne();
      assertThat(ids("invoice")).containsExactly("20", "32");
      assertThat(work().look(() -> false)).as("not before its day").isZero();
      database.execute("insert into customer values (4, 'clara@people.example')");
      clock.pass(Duration.ofDays(120));
      assertThat(work().look(() -> false)).as(why()).isOne();
      assertThat(ids("invoice")).containsExactly("20");
      assertThat(ids("customer")).as("she came back meanwhile").containsExactly("2", "4");
      assertThat(deferrals.waiting()).isEmpty();
    }

    private String why() {
      return deferrals.waiting().toString();
    }

    @Test
    void whatWasDoneBeforeAProcessWasKilledIsNotDoneTwiceAndHasTheSameReceipt() {
      theDayHasCome();
      Deferral due = deferrals.waiting().getFirst();
      Planned planned = deferring().plan(workspace, due);
      deferrals.planned(due, PlanJson.keep(planned.plan()));
      Receipt done = deferring().act(planned);
      assertThat(done.isWhole()).isTrue();

      assertThat(work().look(() -> false)).isOne();

      SigningKeys keys = SigningKeys.in(folder.resolve("keys"));
      assertThat(deferrals.receipts().values())
          .containsExactly(done.signed(keys.current()).toString());
      assertThat(ids("invoice")).containsExactly("20");
    }

    @Test
    void killedBeforeTheActItIsDoneTheNextTime() {
      theDayHasCome();
      Deferral due = deferrals.waiting().getFirst();
      deferrals.planned(due, PlanJson.keep(deferring().plan(workspace, due).plan()));
      assertThat(work().look(() -> false)).isOne();
      assertThat(ids("invoice")).containsExactly("20");
    }

    @Test
    void whoCameBackKeepsEverything() {
      database.execute(
          "insert into customer values (3, 'anna@people.example')",
          "insert into invoice values (30, 3, 'Anna', '2016-11-25')");
      theDayHasCome();
      assertThat(work().look(() -> false)).as(why()).isOne();
      assertThat(ids("customer")).containsExactly("2", "3");
      assertThat(ids("invoice")).containsExactly("20", "30");
    }

    @Test
    void moreThanWhatStayedIsNotTouchedAndIsSaid() {
      database.execute("insert into invoice values (31, 1, 'Anna again', '2014-11-25')");
      theDayHasCome();
      assertThat(work().look(() -> false)).isZero();
      assertThat(ids("invoice")).containsExactly("10", "20", "31");
      assertThat(Deferrals.stopped(store.dsl()))
          .singleElement()
          .satisfies(d -> assertThat(d.stopped().orElse("")).contains("More would be erased"));
      database.execute("delete from invoice where id = 31");
      assertThat(work().look(() -> false)).isOne();
      assertThat(Deferrals.stopped(store.dsl())).isEmpty();
    }
  }
}
