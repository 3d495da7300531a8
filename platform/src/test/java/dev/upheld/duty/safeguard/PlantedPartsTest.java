package dev.upheld.duty.safeguard;

import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Form;
import dev.upheld.charter.promise.Promise.HoldOnly;
import dev.upheld.charter.promise.ValueForm;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Faults within documents and under keys of real databases. */
class PlantedPartsTest {
  private static final String DOCUMENT =
      "{\"net\": {\"ip\": \"10.7.0.0\"}, \"mails\": [{\"to\": \"x@mail.example\"}], \"lang\": \"fr\"%s}";

  /** A server and the type its documents have there. */
  record Where(Engine engine, String type) {}

  private static Stream<Where> everywhere() {
    return Stream.of(
        new Where(Engine.POSTGRESQL, "jsonb"),
        new Where(Engine.POSTGRESQL, "json"),
        new Where(Engine.POSTGRESQL, "text"),
        new Where(Engine.MARIADB, "json"),
        new Where(Engine.MARIADB, "longtext"));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void faultsAreSeenAndNothingElse(Where where) {
    TestDatabase database = database(where);
    assertThat(form(database, "net-half").verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(form(database, "seen-half").verdict()).isEqualTo(Verdict.UPHELD);
    PromiseResult healthy = only(database);
    assertThat(healthy.verdict()).as(healthy.evidence().toString()).isEqualTo(Verdict.UPHELD);

    set(database, 14_999, "{\"net\": {\"ip\": \"10.7.0.9\"}}");
    broken(form(database, "net-half"), "1 value of net-half in main/visit (doc->net.ip)");
    set(database, 14_999, DOCUMENT.formatted(""));

    database.execute("update attribute set val = '10.7.0.9' where id = 900 and name = 'last_ip'");
    broken(
        form(database, "seen-half"), "1 value of seen-half in main/attribute (val[name=last_ip])");
    database.execute("update attribute set val = '10.7.0.0' where id = 900 and name = 'last_ip'");

    set(database, 14_999, DOCUMENT.formatted(", \"by\": {\"who\": \"jane@mail.example\"}"));
    broken(only(database), "The column doc in main/visit holds a mail address in 1 value beside");
    set(database, 14_999, DOCUMENT.formatted(""));

    database.execute("insert into attribute values (5000, 'contact', 'jane@mail.example')");
    broken(
        only(database), "The column val in main/attribute holds a mail address in 1 value beside");
    database.execute("delete from attribute where id = 5000");

    for (int id = 1; id < 40; id++) {
      set(
          database,
          id,
          DOCUMENT.formatted(", \"date_of_birth\": \"19%d-03-12\"".formatted(id + 40)));
    }
    broken(only(database), "The column doc->date_of_birth in main/visit is not in the data map");
  }

  private static void broken(PromiseResult result, String says) {
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.evidence().getFirst().summary()).contains(says);
    assertThat(result.evidence().toString())
        .doesNotContain("jane")
        .doesNotContain("10.7")
        .doesNotContain("1970");
  }

  private static void set(TestDatabase database, int id, String document) {
    database.execute("update visit set doc = '" + document + "' where id = " + id);
  }

  private static TestDatabase database(Where where) {
    boolean postgres = where.engine() == Engine.POSTGRESQL;
    TestDatabase database = (postgres ? Databases.postgres() : Databases.mariadb()).freshDatabase();
    String rows = postgres ? "generate_series(1, %d) n (n)" : "(select seq n from seq_1_to_%d) n";
    String cast = postgres && !where.type().equals("text") ? "::" + where.type() : "";
    database.execute(
        "create table visit (id int primary key, doc " + where.type() + ")",
        "insert into visit select n, '"
            + DOCUMENT.formatted("")
            + "'"
            + cast
            + " from "
            + rows.formatted(15_000),
        "create table attribute (id int, name varchar(50), val varchar(200),"
            + " primary key (id, name))",
        "insert into attribute select n, 'last_ip', '10.7.0.0' from " + rows.formatted(1_000),
        "insert into attribute select n, 'mail', concat('u', n, '@mail.example') from "
            + rows.formatted(1_000),
        "insert into attribute select n, 'theme', 'dark' from " + rows.formatted(1_000));
    return database;
  }

  private static PromiseResult form(TestDatabase database, String word) {
    return result(database, new Form(header("visits", "form"), word, new ValueForm.HalfIp()));
  }

  private static PromiseResult only(TestDatabase database) {
    return result(
        database,
        new HoldOnly(header("visits", "hold-only"), Set.of("net-half", "seen-half", "email")));
  }

  private static PromiseResult result(TestDatabase database, Promise promise) {
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
        place("visit", "visits")
            .key("id")
            .field("doc->net.ip", "net-half")
            .field("doc->mails[].to", "email")
            .technical("id", "doc->lang"));
    workspace.map(
        "main",
        place("attribute", "visits")
            .key("id", "name")
            .field("val[name=last_ip]", "seen-half")
            .field("val[name=mail]", "email")
            .technical("id", "val[name=theme]"));
    return workspace.promise(promise).run(Safeguard.probers()).results().stream()
        .filter(r -> r.promise().id().equals(promise.id()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(List.of(promise).toString()));
  }
}
