package dev.upheld.engine.residue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Connectors;
import dev.upheld.connect.Session;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Rest;
import dev.upheld.register.Tombstone;
import dev.upheld.testing.Databases;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Anna was erased; she is planted where no plan would look. Bruno and others who look like her were
 * not, and must never be reported.
 */
class ResidueSearchTest {

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    @Test
    void whatTheAccountMayNotReadIsSaid() throws IOException {
      String role = "reader_" + database().database();
      database()
          .execute(
              "create table hidden (id int primary key, mail text)",
              "insert into hidden values (1, 'anna@people.example')",
              "create role \"" + role + "\" login password 'only-for-tests'",
              "grant select on customer, purchase to \"" + role + "\"",
              "grant select (id) on hidden to \"" + role + "\"");
      signIn(role, "only-for-tests");
      ResidueReport report = search(anna(true), List.of());
      assertThat(report.left()).isZero();
      assertThat(report.isWhole()).isFalse();
      assertThat(shop(report).skipped())
          .singleElement()
          .asString()
          .contains("hidden", "may not read mail");
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }

    @Test
    void anotherDatabaseThatTheMapNamesIsSearchedAsWell() throws IOException {
      String vault = database().database() + "_vault";
      database()
          .execute(
              "create database " + vault,
              "rename table purchase to " + vault + ".purchase",
              "create table " + vault + ".letter (id int primary key, mail varchar(80))",
              "insert into " + vault + ".letter values (1, 'anna@people.example')");
      try {
        map("purchase:\n", "purchase:\n    table: " + vault + ".purchase\n");
        assertThat(left()).containsExactly(vault + ".letter.mail=1");
      } finally {
        database().execute("drop database " + vault);
      }
    }
  }

  abstract static class Contract {
    private static final Instant ERASED = Instant.parse("2026-10-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final String ERASURE = "ab".repeat(32);
    private static final Fingerprints PRINTS = new Fingerprints(SmallShop.HASH);

    private static final String CHARTER =
        SmallShop.charter(
            """
              email: {is: "pd:EmailAddress"}
              phone: {is: "pd:TelephoneNumber"}
              account: {is: "pd:Username"}
              purchase: {is: "pd:Purchase"}
            """,
            """
              shop:
                title: The shop
                role: ROLE
                purpose: sell
                BASIS
                subjects: [customers]
                data: {only: [email, phone, account, purchase]}
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
          """;

    @TempDir Path folder;
    private TestDatabase database;
    private boolean postgres;
    private SmallShop shop;

    abstract TestServer server();

    @BeforeEach
    void sets() {
      database = server().freshDatabase();
      postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
      String time = postgres ? "timestamptz" : "datetime";
      database.execute(
          "create table customer (id int primary key, email varchar(80) not null, made "
              + time
              + " not null)",
          "create table purchase (id int primary key, customer_id int not null, what varchar(40))",
          "insert into customer values (2, 'bruno@people.example', '2024-01-05 10:00:00')",
          "insert into purchase values (1, 2, 'pen'), (4711, 2, 'a lamp for Anna, 4711 of them')");
      shop = new SmallShop(folder, database).map(MAP);
      shop.write("charter.yaml", charter("controller", "basis: contract"));
      signIn(database.user(), database.password());
    }

    TestDatabase database() {
      return database;
    }

    void signIn(String user, String password) {
      shop.systems("far: {kind: declared, operator: shop, country: FR}", user, password);
    }

    void map(String from, String to) {
      shop.map(MAP.replace(from, to));
    }

    private static String charter(String role, String basis) {
      return CHARTER.replace("ROLE", role).replace("BASIS", basis);
    }

    private Workspace workspace() {
      return shop.read();
    }

    static Session open(SystemEntry entry) {
      var endpoint = entry.access().orElseThrow();
      return Connectors.of(endpoint.kind()).orElseThrow().open(entry, endpoint);
    }

    private static Tombstone stone(String word, String value, boolean tagged) {
      return new Tombstone(
          ERASURE,
          "shop",
          word,
          PRINTS.of(word, value),
          ERASED,
          new Tombstone.Reach("promise", Set.of(), Set.of()),
          ERASED.plus(Duration.ofDays(90)),
          tagged ? Optional.of(PRINTS.tag(value)) : Optional.empty());
    }

    static List<Tombstone> anna(boolean tagged) {
      return List.of(
          stone("email", "Anna@People.example", tagged),
          stone("phone", "+33 6 12 34 56 78", tagged),
          stone("phone", "33612345678", tagged),
          stone("account", "anna", tagged),
          stone("account", "anna.m75", tagged),
          stone("customers", "4711", tagged));
    }

    private static ResidueSearch.Way way(ResidueSearch.Memory memory) {
      return new ResidueSearch.Way(NOW, memory, () -> false, Progress.SILENT);
    }

    ResidueReport search(List<Tombstone> tombstones, List<Rest> rests) {
      return new ResidueSearch(Contract::open, PRINTS, InstantSource.fixed(NOW))
          .search(
              workspace(),
              new ResidueSearch.Wanted(tombstones, rests),
              way(ResidueSearch.Memory.none()));
    }

    List<String> left() {
      return left(search(anna(true), List.of()));
    }

    private static List<String> left(ResidueReport report) {
      return shop(report).findings().stream()
          .filter(f -> f.left() > 0)
          .map(f -> f.table().replace("public.", "") + "." + f.column() + "=" + f.left())
          .toList();
    }

    static SystemResidue shop(ResidueReport report) {
      return report.systems().stream()
          .filter(s -> s.system().equals("shop"))
          .findFirst()
          .orElseThrow();
    }

    @Test
    void nothingIsFoundWhereOnlyNeighboursAre() {
      database.execute(
          "create table reader (id int primary key, email varchar(80), name varchar(80), tel"
              + " varchar(40))",
          "insert into reader values (1, 'xanna@people.example', 'Anna', '+33 6 12 34 56 79')",
          "insert into reader values (2, 'anna@people.example.org', 'anna', '4711')",
          "insert into reader values (3, 'anna@peoplexexample', 'Anna M', '0612345678')",
          "insert into reader values (4711, 'joanna@people.example', 'anna.m7', '6 12 34 56 78')",
          "insert into reader values (5, 'anna@people.examples', 'anna.m750', '13361234567 89')",
          "insert into reader values (6, 'anna.people@example', 'banna.m75x', null)");
      ResidueReport report = search(anna(true), List.of());
      assertThat(shop(report).findings()).isEmpty();
      assertThat(shop(report).skipped()).isEmpty();
      assertThat(shop(report).tables()).isEqualTo(3);
      assertThat(report.identifiers()).isEqualTo(6);
      assertThat(report.isWhole()).isTrue();
      assertThat(report.backups()).contains(LocalDate.of(2026, 12, 30));
    }

    @Test
    void findsHerInTablesNoMapKnows() {
      String json = postgres ? "jsonb" : "json";
      String bytes = postgres ? "bytea" : "blob";
      database.execute(
          "create table a_copy (id int primary key, mail varchar(80))",
          "create table doc (id int primary key, body " + json + ", raw " + bytes + ")",
          "create table talk (id int primary key, words text)",
          "insert into a_copy values (1, 'ANNA@PEOPLE.EXAMPLE'), (2, 'bruno@people.example'),"
              + " (3, ' anna@people.example ')",
          "insert into doc values (1, '{\"to\": [\"x\", {\"m\": \"Anna@people.example\"}]}', null),"
              + " (2, '{\"tel\": \"+33 (6) 12-34-56-78\"}', 'from anna@people.example to you')",
          "insert into talk values (1, 'I wrote to anna@people.example, twice'),"
              + " (2, 'call +33612345678 or 0033 6 12 34 56 78'), (3, 'her login is Anna.M75.'),"
              + " (4, 'https://x.example/?u=anna%40people.example&y')");
      assertThat(left())
          .containsExactlyInAnyOrder("a_copy.mail=2", "doc.body=2", "doc.raw=1", "talk.words=4");
      assertThat(left(search(anna(false), List.of())))
          .as("tombstones from before there were tags")
          .containsExactlyInAnyOrder("a_copy.mail=2", "doc.body=2", "doc.raw=1", "talk.words=4");
    }

    @Test
    void numbersAndNamesCountWhereTheyMeanPeople() {
      database.execute(
          "insert into purchase values (9, 4711, 'lamp')",
          "create table visit (id int primary key, customer_id int)",
          "insert into visit values (4711, 2)",
          "alter table visit add constraint whose foreign key (customer_id) references customer"
              + " (id)",
          "insert into customer values (4711, 'someone@people.example', '2024-01-05 10:00:00')",
          "insert into visit values (1, 4711)");
      assertThat(left())
          .containsExactlyInAnyOrder(
              "customer.id=1", "purchase.customer_id=1", "visit.customer_id=1");
    }

    @Test
    void whatLawKeepsIsSaidAndIsNotLeftOver() {
      database.execute(
          "create table invoice (id int primary key, billed varchar(80))",
          "insert into invoice values (1, 'anna@people.example'), (2, 'anna@people.example')",
          "insert into customer values (4711, 'gone', '2024-01-05 10:00:00')");
      Rest rest = rest("invoice", 2, 0, LocalDate.of(2034, 12, 31));
      Rest shell = rest("customer", 0, 1, LocalDate.of(2034, 12, 31));
      ResidueReport report = search(anna(true), List.of(rest, shell));
      assertThat(report.left()).isZero();
      assertThat(shop(report).findings())
          .extracting(Finding::column, Finding::kept, Finding::until)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple(
                  "billed", 2L, Optional.of(LocalDate.of(2034, 12, 31))),
              org.assertj.core.groups.Tuple.tuple(
                  "id", 1L, Optional.of(LocalDate.of(2034, 12, 31))));

      database.execute("insert into invoice values (3, 'anna@people.example')");
      assertThat(left(search(anna(true), List.of(rest, shell))))
          .as("more than the plan kept")
          .containsExactly("invoice.billed=1");
      Rest over = rest("invoice", 3, 0, LocalDate.of(2026, 11, 20));
      assertThat(left(search(anna(true), List.of(over, shell))))
          .as("kept past its day")
          .containsExactly("invoice.billed=3");
    }

    private Rest rest(String table, long kept, long shells, LocalDate until) {
      String name = (postgres ? "public." : "") + table;
      return new Rest(
          ERASURE, "shop", name, kept, shells, Optional.of(until), List.of("commercial code"));
    }

    @Test
    void whoCameBackIsNoResidue() {
      database.execute(
          "insert into customer values (5, 'anna@people.example', '2026-11-01 10:00:00')",
          "create table mailing (id int primary key, mail varchar(80))",
          "insert into mailing values (1, 'anna@people.example')");
      ResidueReport report = search(anna(true), List.of());
      assertThat(report.left()).isZero();
      assertThat(shop(report).findings())
          .extracting(Finding::column, Finding::returned, Finding::unsure)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("email", 1L, 0L),
              org.assertj.core.groups.Tuple.tuple("mail", 0L, 1L));
      database.execute(
          "insert into customer values (6, 'anna@people.example', '2024-01-05 10:00:00')");
      assertThat(left()).as("a restore brought her back").containsExactly("customer.email=1");
    }

    @Test
    void aLongValueIsSearchedToItsEndInBoundedMemory() {
      String big = postgres ? "text" : "longtext";
      String fill = "repeat('lorem ipsum ', 300000)";
      database.execute(
          "create table long_talk (id int primary key, words " + big + ", short varchar(80))",
          "insert into long_talk select 1, concat("
              + fill
              + ", 'anna@people.example ', "
              + fill
              + "), 'x'",
          "insert into long_talk select 2, " + fill + ", 'to anna@people.example'",
          "insert into long_talk values (3, 'short', 'bruno@people.example')");
      assertThat(left()).containsExactlyInAnyOrder("long_talk.words=1", "long_talk.short=1");
    }

    @Test
    void systemsOfCustomersAreLeftAlone() throws IOException {
      shop.write("charter.yaml", charter("processor", "instructions: not-stated"));
      database.execute(
          "insert into customer values (9, 'anna@people.example', '2024-01-05 10:00')");
      ResidueReport report = search(anna(true), List.of());
      assertThat(report.left()).isZero();
      assertThat(shop(report).leftAlone()).singleElement().asString().contains("theirs to erase");
    }

    @Test
    void goesOnWhereItWasStopped() {
      database.execute(
          "create table a_copy (id int primary key, mail varchar(80))",
          "insert into a_copy values (1, 'anna@people.example')");
      Map<String, TableSeen> kept = new HashMap<>();
      List<String> read = new ArrayList<>();
      ResidueSearch.Memory memory =
          new ResidueSearch.Memory() {
            @Override
            public Optional<TableSeen> seen(String system, String table) {
              return Optional.ofNullable(kept.get(table));
            }

            @Override
            public void saw(String system, TableSeen seen) {
              read.add(seen.table());
              kept.put(seen.table(), seen);
            }
          };
      ResidueSearch search = new ResidueSearch(Contract::open, PRINTS, InstantSource.fixed(NOW));
      ResidueSearch.Wanted wanted = new ResidueSearch.Wanted(anna(true), List.of());
      assertThatThrownBy(
              () ->
                  search.search(
                      workspace(),
                      wanted,
                      new ResidueSearch.Way(NOW, memory, () -> kept.size() == 2, Progress.SILENT)))
          .isInstanceOf(CancellationException.class);
      assertThat(read).hasSize(2);
      ResidueReport report = search.search(workspace(), wanted, way(memory));
      assertThat(read).hasSize(3).doesNotHaveDuplicates();
      assertThat(left(report)).containsExactly("a_copy.mail=1");
      assertThat(ResidueReport.kept(report.keep())).isEqualTo(report);
      assertThat(report.json().toString()).doesNotContainIgnoringCase("anna");
    }
  }
}
