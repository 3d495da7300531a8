package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code upheld discover} on real databases, from an empty folder to a reviewed map. */
class DiscoverCommandTest {

  @TempDir Path folder;

  static Stream<TestServer> servers() {
    return Stream.of(Databases.postgres(), Databases.mariadb());
  }

  private static String kind(TestDatabase database) {
    return database.engine() == TestDatabase.Engine.POSTGRESQL ? "postgres" : "mariadb";
  }

  /** The demonstration's charter, over a database of the test's own. */
  private Terminal workspace(TestDatabase database) throws IOException {
    DemoWorkspace.copyTo(folder.resolve("privacy"), database);
    Files.writeString(
        folder.resolve("privacy/systems.yaml"),
        "  partner:\n    kind: partner\n",
        StandardOpenOption.APPEND);
    return new Terminal(
        folder,
        Map.of("SECRET", database.password(), "UPHELD_HOME", folder.resolve("home").toString()));
  }

  private Path map() {
    return folder.resolve("privacy/datamap/main.yaml");
  }

  private String text() throws IOException {
    return Files.readString(map());
  }

  private static final String[] SHOP = {
    "create table customer (id int primary key, email varchar(200), phone varchar(40),"
        + " ssn varchar(40), tier varchar(40), created_at timestamp null)",
    "create table invoice (id int primary key, customer_id int not null, billing_name varchar(99),"
        + " total numeric(10,2), issued_at timestamp null,"
        + " constraint fk_c foreign key (customer_id) references customer (id))",
    "create table country (code char(2) primary key, is_member boolean)",
    "insert into customer values (1, 'ada@example.com', '+33 1 99 00 12 34', 'x', null, null),"
        + " (2, 'bob@example.org', '+33 1 99 00 12 35', 'y', null, null)",
  };

  @ParameterizedTest
  @MethodSource("servers")
  void proposesAMapThatCheckFindsSoundAndThatBindsNothing(TestServer server) throws IOException {
    TestDatabase database = server.freshDatabase();
    database.execute(SHOP);
    Terminal terminal = workspace(database);

    Run run = terminal.run("discover", "main");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(text())
        .contains("system: main\n")
        .contains("  customer:\n    review: proposed")
        .contains("      email: {data: email, end: delete}  # 0.9")
        .contains("      customer_id: {to: customer.id, kind: owns}  # 1.00: the database declares")
        .contains("    subject: {customers: id}")
        .contains("    subject: {customers: customer_id}")
        .contains("      collected: created_at  # ")
        .contains("    activity: billing  # ")
        .containsPattern("ssn: \"pd:OfficialID, 0\\.9\\d: .*; the charter has no word for it\"")
        .contains("  country: \"none of its 2 columns looks personal\"")
        .doesNotContain("ada@", "+33");
    assertThat(run.all()).doesNotContain("ada@", "+33");

    Run check = terminal.run("check");
    assertThat(check.exit()).as(check.all()).isZero();
    assertThat(check.out())
        .contains("place-proposed")
        .contains("2 places of \"main\" are proposed");

    Run prove = terminal.run("prove", "--format", "json");
    assertThat(prove.out()).contains("proposed by a machine and nobody has reviewed it");
    assertThat(promise(prove.out(), "nimbus/billing/hold-only")).contains("\"UNPROVEN\"");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void findsByValuesALinkThatNoNameTellsOf(TestServer server) throws IOException {
    TestDatabase database = server.freshDatabase();
    database.execute(SHOP);
    database.execute(
        "create table ticket (id int primary key, whose varchar(200), wrote varchar(2000))",
        "alter table customer add constraint u unique (email)");
    for (int i = 0; i < 40; i++) {
      database.execute(
          "insert into customer values (%d, 'p%d@example.com', null, null, null, null)"
              .formatted(i + 10, i),
          "insert into ticket values (%d, 'p%d@example.com', 'Hello')".formatted(i, i));
    }
    Terminal terminal = workspace(database);

    Run names = terminal.run("discover", "main", "--schema-only", "--dry-run");
    assertThat(names.out()).doesNotContain("whose: {to:");

    Run values = terminal.run("discover", "main");
    assertThat(values.exit()).as(values.all()).isZero();
    assertThat(text())
        .containsPattern(
            "whose: \\{to: customer.email, kind: owns}  # 0\\.\\d+: its values are all found there");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void readsTheLastContactWhereItLiesAndWhatOnlyCustomersPointAt(TestServer server)
      throws IOException {
    TestDatabase database = server.freshDatabase();
    database.execute(
        "create table address (address_id int primary key, street varchar(99), city varchar(99))",
        "create table candidate (id int primary key, full_name varchar(99), email varchar(99),"
            + " home_id int, applied_at timestamp null,"
            + " constraint fk_a foreign key (home_id) references address (address_id))",
        "create table interview (interview_id int primary key, candidate_id int not null,"
            + " interview_date timestamp null, notes text,"
            + " constraint fk_b foreign key (candidate_id) references candidate (id))");
    Terminal terminal = workspace(database);

    Run run = terminal.run("discover", "main");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(text())
        .contains("      collected: interview_date  # 0.70: it is the row's own date")
        .contains(
            "      last-contact: {max: interview.interview_date, via: candidate_id, else: applied_at}")
        .contains("    activity: recruitment  # 0.50: rows of that activity point here");
    assertThat(terminal.run("check").exit()).isZero();
  }

  private static String promise(String json, String id) {
    int at = json.indexOf('"' + id + '"');
    assertThat(at).as(id).isPositive();
    int next = json.indexOf("\"id\"", at);
    return json.substring(at, next < 0 ? json.length() : next).toUpperCase(java.util.Locale.ROOT);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aSecondRunChangesNothingAndANewColumnIsOneLine(TestServer server) throws IOException {
    TestDatabase database = server.freshDatabase();
    database.execute(SHOP);
    Terminal terminal = workspace(database);
    terminal.run("discover", "main");
    String reviewed =
        text()
            .replaceFirst("    review: proposed.*\n", "    # looked at by Ada\n")
            .replace("country: \"none", "country:    \"mine, none");
    Files.writeString(map(), reviewed);

    Run again = terminal.run("discover", "main");
    assertThat(again.out()).contains("Nothing is new");
    assertThat(text()).isEqualTo(reviewed);

    database.execute(
        "alter table customer add column mobile varchar(40)",
        "alter table customer drop column phone",
        "create table parcel_log (n int)");
    Run dry = terminal.run("discover", "main", "--dry-run");
    assertThat(text()).isEqualTo(reviewed);
    Run third = terminal.run("discover", "main", "--format", "json");

    assertThat(third.exit()).as(third.all()).isZero();
    assertThat(dry.out())
        .contains("+      mobile: \"pd:TelephoneNumber, ")
        .contains("- customer.phone");
    assertThat(third.out()).contains("\"kind\" : \"gone\"").contains("\"written\" : true");
    assertThat(text().lines().filter(l -> !reviewed.lines().toList().contains(l)).toList())
        .hasSize(2)
        .anyMatch(l -> l.startsWith("      mobile: \"pd:TelephoneNumber, "))
        .anyMatch(l -> l.startsWith("  parcel_log: \"none of its 1 columns"));
    assertThat(terminal.run("check").exit()).isZero();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void saysWhatCannotBeSeen(TestServer server) throws IOException {
    TestDatabase database = server.freshDatabase();
    database.execute(SHOP);
    String some =
        database.engine() == TestDatabase.Engine.POSTGRESQL
            ? "grant select (id, email) on customer to {user}"
            : "grant select (id, email) on " + database.database() + ".customer to {user}";
    Run partial = workspace(database.restricted(some)).run("discover", "main", "--schema-only");
    assertThat(partial.exit()).as(partial.all()).isEqualTo(3);
    assertThat(partial.out()).contains("not seen: ");

    Files.delete(map());
    Run none = workspaceAgain(database.restricted()).run("discover", "main");
    assertThat(none.exit()).as(none.all()).isEqualTo(3);
  }

  private Terminal workspaceAgain(TestDatabase database) throws IOException {
    Path systems = folder.resolve("privacy/systems.yaml");
    Files.writeString(
        systems, Files.readString(systems).replaceFirst("user: .*", "user: " + database.user()));
    return new Terminal(
        folder,
        Map.of("SECRET", database.password(), "UPHELD_HOME", folder.resolve("home").toString()));
  }

  private static final String[] ODD_POSTGRES = {
    "create schema \"odd schema\"",
    "create table \"odd schema\".\"T;\" (\"e-mail, {x}: #\" text, id int primary key)",
    "create table \"Order \"\"x\"\" items\" (\"email\"\"\" text, \"null\" text, \"😀\" text)",
    "create table \"顧客.😀\" (email text, \" lead\" text)",
    "create table \"Person\" (email text primary key)",
    "create table \"person\" (email text references \"Person\" (email), body text"
        + " generated always as (email || 'x') stored)",
    "create table \"select\" (email text, spot point, words tsvector, a int[]) partition by list (email)",
    "create table part partition of \"select\" default",
    "create view v as select email from \"Person\"",
    "create table nothing ()",
  };

  private static final String[] ODD_MARIADB = {
    "create table `T;` (`e-mail, {x}: #` text, id int primary key)",
    "create table `Order \"x\" items` (`email\"` text, `null` text, `ä``b` text)",
    "create table `顧客.x` (email text, `lead` text)",
    "create table person (email varchar(99) primary key, shape geometry,"
        + " body varchar(200) as (concat(email, 'x')) persistent)",
    "create table `select` (email varchar(99), b bit(3)) partition by key (email) partitions 2",
    "create view v as select email from person",
  };

  @ParameterizedTest
  @MethodSource("servers")
  void namesNobodyWouldChoose(TestServer server) throws IOException {
    TestDatabase database = server.freshDatabase();
    boolean postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
    database.execute(postgres ? ODD_POSTGRES : ODD_MARIADB);
    Terminal terminal = workspace(database);

    Run run = terminal.run("discover", "main");

    assertThat(run.exit()).as(run.all()).isEqualTo(postgres ? 3 : 0);
    assertThat(terminal.run("check").all()).contains("no fault");
    assertThat(text())
        .contains(postgres ? "table: \"odd schema.T;\"" : "table: \"T;\"")
        .contains("      \"e-mail, {x}: #\": {data: email}")
        .contains("      \"email\\\"\": {data: email, end: delete}")
        .contains("  select:\n    review: proposed")
        .contains("  v: \"a view: its data lies in tables\"")
        .doesNotContain("part:");
    if (postgres) {
      assertThat(run.out()).contains("cannot name its column");
      assertThat(text()).contains("  Person:\n").contains("  person:\n");
    }
    String before = text();
    assertThat(terminal.run("discover", "main").out()).contains("Nothing is new");
    assertThat(text()).isEqualTo(before);
  }

  @Test
  void refusesWhatItCannotAsk() throws IOException {
    Terminal terminal = workspace(Databases.postgres().freshDatabase());
    Run unknown = terminal.run("discover", "mian");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("no system mian").contains("main");
    Run partner = terminal.run("discover", "partner");
    assertThat(partner.exit()).isEqualTo(2);
    assertThat(partner.err()).contains("only declared");
    Run empty = terminal.run("discover", "main");
    assertThat(empty.exit()).isEqualTo(3);
    assertThat(empty.err()).contains("shows no table");
    assertThat(map()).doesNotExist();
  }
}
