package dev.upheld.duty.safeguard;

import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.companyWide;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.HoldOnly;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Connectors;
import dev.upheld.datamap.Endpoint;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults planted in real databases, each of which a promise to hold nothing else must see. */
class PlantedTest {
  private static final String JANE = "jane.doe@mail.example";
  private static final String HEX = "6a616e652e646f65406d61696c2e6578616d706c65";

  /**
   * A fault.
   *
   * @param what for people
   * @param names what the sentence must name
   * @param statements that plant it
   */
  record Fault(String what, String names, List<String> statements) {
    static Fault of(String what, String names, String... statements) {
      return new Fault(what, names, List.of(statements));
    }

    @Override
    public String toString() {
      return what;
    }
  }

  private static Stream<Fault> both() {
    return Stream.of(
        Fault.of(
            "one address in row twenty thousand of a technical column",
            "source",
            "update orders set source = 'moved by " + JANE + "' where id = 19999"),
        Fault.of(
            "an address in a technical document",
            "settings",
            "update orders set settings = '{\"mail\": \"" + JANE + "\"}' where id = 5"),
        Fault.of(
            "an account number in technical bytes",
            "payload",
            "update orders set payload = 'DE89370400440532013000' where id = 7"),
        Fault.of(
            "a card in an ignored table",
            "currency",
            "insert into currency values ('EUR', 'card 4539148803436467')"),
        Fault.of(
            "a new column of text",
            "extra",
            "alter table orders add extra varchar(200)",
            "update orders set extra = '" + JANE + "' where id = 15000"),
        Fault.of(
            "a renamed column",
            "mail_of_buyer",
            "alter table orders rename column buyer to mail_of_buyer"),
        Fault.of(
            "a new table",
            "leads",
            "create table leads (n int primary key, x varchar(200))",
            "insert into leads values (1, '" + JANE + "')"));
  }

  private static Stream<Fault> postgres() {
    return Stream.concat(
        both(),
        Stream.of(
            Fault.of(
                "a table in another schema",
                "side.leads",
                "create schema side",
                "create table side.leads (n int, x text)",
                "insert into side.leads values (1, '" + JANE + "')"),
            Fault.of(
                "a partition",
                "source",
                "create table more partition of parts for values from (10) to (20)",
                "insert into parts values (15, '" + JANE + "')"),
            Fault.of(
                "a partition that was detached",
                "old_parts",
                "insert into parts values (5, 'x')",
                "alter table parts detach partition old_parts",
                "insert into old_parts values (6, '" + JANE + "')"),
            Fault.of(
                "a child table",
                "orders_child",
                "create table orders_child (remark text) inherits (orders)",
                "insert into orders_child (id, remark) values (900000, '" + JANE + "')"),
            Fault.of(
                "a materialised view with copies",
                "buyers",
                "create materialized view buyers as select buyer as b from orders where id < 10"),
            Fault.of(
                "bytes of a new column",
                "scan",
                "alter table orders add scan bytea",
                "update orders set scan = decode('" + HEX + "', 'hex') where id = 15000"),
            Fault.of(
                "a new document column",
                "extra",
                "alter table orders add extra jsonb",
                "update orders set extra = '{\"a\": [{\"b\": \""
                    + JANE
                    + "\"}]}' where id = 15000"),
            Fault.of(
                "a list of texts",
                "tags",
                "alter table orders add tags text[]",
                "update orders set tags = array['x', '" + JANE + "'] where id = 15000")));
  }

  private static Stream<Fault> mariadb() {
    return Stream.concat(
        both(),
        Stream.of(
            Fault.of(
                "bytes of a new column",
                "scan",
                "alter table orders add scan blob",
                "update orders set scan = x'" + HEX + "' where id = 15000"),
            Fault.of(
                "a new document column",
                "extra",
                "alter table orders add extra json",
                "update orders set extra = '{\"a\": [{\"b\": \""
                    + JANE
                    + "\"}]}' where id = 15000"),
            Fault.of(
                "an invisible column",
                "hidden",
                "alter table orders add hidden varchar(100) invisible",
                "update orders set hidden = '" + JANE + "' where id = 15000")));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aHealthyDatabaseIsUpheld(Engine engine) {
    assertThat(worst(database(engine)).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @ParameterizedTest
  @MethodSource("postgres")
  void isSeenInPostgres(Fault fault) {
    seen(fault, Engine.POSTGRESQL);
  }

  @ParameterizedTest
  @MethodSource("mariadb")
  void isSeenInMariaDb(Fault fault) {
    seen(fault, Engine.MARIADB);
  }

  private static void seen(Fault fault, Engine engine) {
    TestDatabase database = database(engine);
    database.execute(fault.statements().toArray(String[]::new));
    PromiseResult result = worst(database);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.evidence().getFirst().summary()).contains(fault.names());
    assertThat(result.evidence().toString()).doesNotContain("jane").doesNotContain("0532013");
  }

  private static TestDatabase database(Engine engine) {
    TestDatabase database =
        (engine == Engine.POSTGRESQL ? Databases.postgres() : Databases.mariadb()).freshDatabase();
    String bytes = engine == Engine.POSTGRESQL ? "bytea" : "blob";
    String numbers =
        engine == Engine.POSTGRESQL
            ? "generate_series(1, 20000) n (n)"
            : "(select seq n from seq_1_to_20000) n";
    database.execute(
        "create table orders (id int primary key, buyer varchar(100), source varchar(100),"
            + " settings text, payload "
            + bytes
            + ")",
        "insert into orders select n, concat('b', n, '@mail.example'), 'web', '{\"lang\": \"fr\"}',"
            + " null from "
            + numbers,
        "create table currency (code char(3), name varchar(100))",
        "insert into currency values ('CHF', 'Swiss franc')");
    if (engine == Engine.POSTGRESQL) {
      database.execute(
          "create table parts (id int, source text) partition by range (id)",
          "create table old_parts partition of parts for values from (0) to (10)");
    } else {
      database.execute("create table parts (id int, source text)");
    }
    return database;
  }

  private static PromiseResult worst(TestDatabase database) {
    TestWorkspace workspace = new TestWorkspace();
    String kind = database.engine() == Engine.POSTGRESQL ? "postgres" : "mariadb";
    Connector connector =
        Connectors.builtIn().stream().filter(c -> c.kind().equals(kind)).findFirst().orElseThrow();
    workspace.real(
        "main",
        connector,
        new Endpoint(
            kind,
            database.host(),
            database.port(),
            database.database(),
            database.user(),
            Secret.of(database.password()),
            Map.of("tls", "off"),
            Duration.ofSeconds(30)));
    workspace.map(
        "main",
        place("orders", "sales")
            .key("id")
            .field("buyer", "email")
            .technical("id", "source", "settings", "payload"));
    workspace.map("main", place("parts", "sales").technical("id", "source"));
    workspace.ignore("main", "currency");
    workspace.promise(new HoldOnly(header("sales", "hold-only"), Set.of("email")));
    workspace.promise(new HoldOnly(companyWide("undeclared", "hold-only"), Set.of()));
    return workspace.run(Safeguard.probers()).results().stream()
        .max((a, b) -> a.verdict().worse(b.verdict()) == a.verdict() ? 1 : -1)
        .orElseThrow();
  }
}
