package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Connectors;
import dev.upheld.connect.act.ActConnector;
import dev.upheld.connect.act.Planter;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.engine.drill.Drill;
import dev.upheld.engine.drill.DrillNotes;
import dev.upheld.engine.drill.DrillReport;
import dev.upheld.engine.residue.ResidueSearch;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.register.Fingerprints;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invented person in a shop where people's rows hang together, on both kinds of server. */
class DrillTest {

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    @Override
    String[] copying(String table, String value) {
      return new String[] {
        "create function copying() returns trigger language plpgsql as $$ begin insert into "
            + table
            + " values ("
            + value
            + "); return new; end $$",
        "create trigger copying after insert on customer for each row execute function copying()"
      };
    }

    @Override
    String[] demanding() {
      return new String[] {
        "create type mood as enum ('calm', 'cross')",
        "create domain stars as int check (value between 3 and 5)",
        "create table survey (id int generated always as identity primary key, customer_id int not"
            + " null references customer (id), mood mood not null, stars stars not null, state"
            + " varchar(9) not null check (state in ('open', 'closed')), code varchar(3) not null"
            + " unique check (length(code) = 3), words text not null, doc jsonb not null, size int"
            + " generated always as (length(words)) stored, at timestamptz not null, country"
            + " varchar(2) not null references country (code), check (stars > 3 or state ="
            + " 'closed'))"
      };
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }

    @Override
    String[] copying(String table, String value) {
      return new String[] {
        "create trigger copying after insert on customer for each row insert into "
            + table
            + " values ("
            + value
            + ")"
      };
    }

    @Override
    String[] demanding() {
      return new String[] {
        "create table survey (id int auto_increment primary key, customer_id int not null, mood"
            + " enum('calm', 'cross') not null, stars int not null check (stars between 3 and 5),"
            + " state varchar(9) not null check (state in ('open', 'closed')), code varchar(3) not"
            + " null unique check (length(code) = 3), words text not null, doc json not null, size"
            + " int as (length(words)) stored, at timestamp not null, country varchar(2) not null,"
            + " check (stars > 3 or state = 'closed'), foreign key (customer_id) references"
            + " customer (id), foreign key (country) references country (code))"
      };
    }
  }

  abstract static class Contract {
    private static final KeyedHash HASH =
        new KeyedHash(
            Secret.of("a key for tests of 32 bytes.....".getBytes(StandardCharsets.US_ASCII)));

    @TempDir Path folder;
    private ShopFixture shop;

    abstract TestServer server();

    /** A trigger that copies new customers into a table. */
    abstract String[] copying(String table, String value);

    /** A table that takes hardly anything. */
    abstract String[] demanding();

    @BeforeEach
    void opens() {
      shop = new ShopFixture(server().freshDatabase(), folder.resolve("ws"));
    }

    private static Endpoint endpoint(SystemEntry entry) {
      return entry.access().orElseThrow();
    }

    private static ResidueSearch search() {
      return new ResidueSearch(
          entry -> Connectors.of(endpoint(entry).kind()).orElseThrow().open(entry, endpoint(entry)),
          new Fingerprints(HASH),
          InstantSource.fixed(ShopFixture.NOW));
    }

    private Drill drill(Function<SystemEntry, Planter> plant, long seed) {
      return drill(plant, shop.erasing(), seed);
    }

    private Drill drill(Function<SystemEntry, Planter> plant, Erasing erasing, long seed) {
      return new Drill(
          new Drill.Parts(
              plant,
              search(),
              erasing,
              new Fingerprints(HASH),
              InstantSource.fixed(ShopFixture.NOW),
              new Random(seed)),
          shop.workspace());
    }

    private DrillNotes notes() {
      return DrillNotes.open(folder.resolve("drills"));
    }

    private DrillReport run() {
      try (DrillNotes notes = notes()) {
        return drill(ActConnector::plant, 7).run(notes, true, Progress.SILENT);
      }
    }

    private static List<String> places(DrillReport report) {
      return report.lines().stream().map(DrillReport.Line::place).sorted().toList();
    }

    @Test
    void somebodyInventedGetsACopyAndIsForgottenAndNobodyElseIsTouched() {
      Bystanders before = Bystanders.of(shop.database());

      DrillReport report = run();

      assertThat(report.trouble()).isEmpty();
      assertThat(report.missing()).isEmpty();
      assertThat(report.left()).isEmpty();
      assertThat(report.uncleared()).isEmpty();
      assertThat(report.unplanted()).isEmpty();
      assertThat(places(report))
          .containsExactly(
              "address",
              "callback",
              "card",
              "customer",
              "customer-note",
              "message",
              "order-line",
              "orders",
              "review",
              "subscriber");
      assertThat(report.lines()).allMatch(l -> l.copied() == 1 && l.left() == 0);
      assertThat(report.excluded()).singleElement().asString().contains("invoice");
      assertThat(report.receipt().orElseThrow().isWhole()).isTrue();
      assertThat(report.asked()).containsExactly("email");
      assertThat(report.json().path("drill").asInt(0)).isEqualTo(1);
      assertThat(Bystanders.of(shop.database())).as("as before").isEqualTo(before);
      try (DrillNotes notes = notes()) {
        assertThat(drill(ActConnector::plant, 8).run(notes, true, Progress.SILENT).isGood())
            .isTrue();
      }
    }

    @Test
    void aRehearsalSaysWhatWouldBePlantedAndLeavesNothing() {
      Bystanders before = Bystanders.of(shop.database());

      DrillReport report = drill(ActConnector::plant, 1).rehearse(Progress.SILENT);

      assertThat(report.dry()).isTrue();
      assertThat(places(report)).contains("customer", "order-line");
      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
    }

    @Test
    void aTableThatNobodyThoughtOfTurnsItRedAndIsClearedOfTheInventedPersonAlone() {
      shop.database().execute("create table audit (who varchar(200))");
      shop.database().execute(copying("audit", "new.email"));
      shop.database().execute("insert into audit values ('anna.martin@example.org')");
      Bystanders before = Bystanders.of(shop.database());

      DrillReport report = run();

      assertThat(report.isGood()).isFalse();
      assertThat(report.left()).singleElement().asString().contains("audit.who: 1 row");
      assertThat(report.uncleared()).isEmpty();
      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
    }

    @Test
    void whatStandsAmongOtherWordsIsToldAndLeftToPeople() {
      shop.database().execute("create table audit (what varchar(200))");
      shop.database().execute(copying("audit", "concat('{\"by\": \"', new.name, '\"}')"));

      DrillReport report = run();

      assertThat(report.left()).singleElement().asString().contains("audit.what");
      assertThat(report.uncleared())
          .singleElement()
          .asString()
          .contains("audit.what", report.marker());
    }

    @Test
    void aLinkTakenOutOfTheMapTurnsItRedWhereTheDatabaseKnowsBetter() {
      shop.map(
          "links: {customer_id: {to: customer.id, kind: owns}}\n    fields: {holder",
          "fields: {holder");
      Bystanders before = Bystanders.of(shop.database());

      DrillReport report = run();

      assertThat(report.isGood()).isFalse();
      assertThat(report.missing()).anyMatch(m -> m.contains("card"));
      assertThat(report.left()).anyMatch(m -> m.contains("card"));
      assertThat(report.uncleared()).isEmpty();
      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
    }

    @Test
    void aPlaceToWhichNothingLeadsIsShownAsNotReachable() {
      shop.map("subject: {customers: customer_id}\n    links: {reply_to", "links: {reply_to");

      DrillReport report = run();

      assertThat(report.unreached()).containsExactly("shop / message");
      assertThat(places(report)).doesNotContain("message");
    }

    @Test
    void whatADrillLeftThatWasKilledIsClearedByTheNext() {
      Bystanders before = Bystanders.of(shop.database());
      kill();
      assertThat(Bystanders.of(shop.database())).as("it left rows").isNotEqualTo(before);

      assertThat(run().uncleared()).isEmpty();
      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
    }

    /** Plants, and ends before anything is read or erased. */
    private void kill() {
      AtomicInteger lines = new AtomicInteger();
      Function<SystemEntry, Planter> once =
          entry -> {
            if (lines.incrementAndGet() > 1) {
              throw new Killed();
            }
            return ActConnector.plant(entry);
          };
      Erasing never =
          ShopFixture.erasing(
              _ -> {
                throw new Killed();
              });
      try (DrillNotes notes = notes()) {
        assertThatThrownBy(() -> drill(once, never, 3).run(notes, true, Progress.SILENT))
            .isInstanceOf(Killed.class);
      }
    }

    @Test
    void keysThatAreSomebodyElsesByNowTouchNobody() {
      kill();
      shop.database().execute("delete from order_line", "delete from orders", "delete from card");
      shop.database().execute("update customer set favourite_address = null");
      shop.database().execute("delete from address", "delete from review");
      shop.database()
          .execute(
              "update customer set name = 'Dora', email = 'dora@example.org', phone = null where id < 0",
              "delete from note where id < 0",
              "delete from message where id < 0",
              "delete from callback where id < 0",
              "delete from subscriber where id < 0");
      Bystanders before = Bystanders.of(shop.database());

      assertThat(run().uncleared()).isEmpty();
      assertThat(Bystanders.of(shop.database())).as("Dora stays").isEqualTo(before);
    }

    @Test
    void twoDrillsDoNotRunAtOnce() {
      try (DrillNotes notes = notes()) {
        assertThat(notes).isNotNull();
        assertThatThrownBy(this::notes)
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.getMessage()).contains("Another drill is running"));
      }
    }

    private void survey() {
      shop.database().execute(demanding());
      shop.map(
          "ignore:",
          """
            survey:
              activity: shop
              links: {customer_id: {to: customer.id, kind: owns}}
              fields: {words: {data: words, end: delete}, doc: {data: words, end: delete}}
              technical: [id, customer_id, mood, stars, state, code, size, at, country]
          ignore:"""
              .indent(0)
              .stripTrailing());
    }

    @Test
    void typesChecksAndComputedColumnsAreMet() {
      survey();
      Bystanders before = Bystanders.of(shop.database());

      DrillReport report = run();

      assertThat(report.unplanted()).isEmpty();
      assertThat(places(report)).contains("survey");
      assertThat(report.isGood()).as(report.toString()).isTrue();
      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
    }

    @Test
    void aTableThatTakesNoRowIsToldAndTheRestIsTried() {
      shop.database()
          .execute("alter table card add constraint never check (id < 1000 and id > 90)");

      DrillReport report = run();

      assertThat(report.isWhole()).isFalse();
      assertThat(report.unplanted()).anyMatch(u -> u.contains("shop / card"));
      assertThat(places(report)).contains("customer", "address").doesNotContain("card");
      assertThat(report.isGood()).isTrue();
    }
  }

  /** What ends a process does not ask it to tidy up. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
