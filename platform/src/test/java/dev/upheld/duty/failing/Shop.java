package dev.upheld.duty.failing;

import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.companyWide;
import static dev.upheld.probe.memory.TestWorkspace.header;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Forbidden;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Connectors;
import dev.upheld.datamap.Endpoint;
import dev.upheld.duty.residency.Residency;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.safeguard.Safeguard;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.Prober;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.memory.TestPlace;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small company on real servers: accounts and visits in one system, orders in another, healthy
 * until a test spoils something. Promises: {@code accounts/form}, {@code visits/keep}, {@code
 * orders/keep}, {@code cards/absent}.
 */
final class Shop {
  static final String ACCOUNTS = "nimbus/accounts/form";
  static final String VISITS = "nimbus/visits/keep";
  static final String ORDERS = "nimbus/orders/keep";
  static final String CARDS = "nimbus/cards/absent";

  final TestDatabase main;
  final TestDatabase orders;
  private final Engine engine;
  private final TestWorkspace workspace = new TestWorkspace();

  Shop(Engine engine) {
    this.engine = engine;
    main = server().freshDatabase();
    orders = server().freshDatabase();
    main.execute(
        "CREATE TABLE account (id BIGINT PRIMARY KEY, password VARCHAR(200))",
        "INSERT INTO account VALUES (1, '$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW')",
        "CREATE TABLE visit (id BIGINT PRIMARY KEY, seen TIMESTAMP NOT NULL, page VARCHAR(50))",
        "INSERT INTO visit VALUES (1, '2026-11-01 10:00:00', '/home')");
    orders.execute(
        "CREATE TABLE orders (id BIGINT PRIMARY KEY, made TIMESTAMP NOT NULL, note TEXT)",
        "INSERT INTO orders VALUES (1, '2026-11-01 10:00:00', 'thanks')");
    reach("main", main, Duration.ofSeconds(30));
    reach("orders", orders, Duration.ofSeconds(30));
    workspace.map("main", place("account", "accounts").key("id").field("password", "password"));
    workspace.map("main", timed("visit", "visits", "seen").field("page", "page"));
    workspace.map("orders", timed("orders", "orders", "made").field("note", "note"));
    workspace.promise(
        new Promise.Form(header("accounts", "form"), "password", new ValueForm.PasswordHash()));
    workspace.promise(keep("visits"));
    workspace.promise(keep("orders"));
    workspace.promise(
        new Promise.Absent(companyWide("cards", "absent"), Forbidden.CARD_NUMBER, Set.of()));
  }

  private TestServer server() {
    return switch (engine) {
      case POSTGRESQL -> Databases.postgres();
      case MARIADB -> Databases.mariadb();
    };
  }

  private static TestPlace timed(String table, String activity, String column) {
    return place(table, activity).key("id").clock("collected", column);
  }

  private static Promise keep(String activity) {
    Term term = new Term.Calendar(Period.ofDays(180));
    return new Promise.Keep(
        header(activity, "keep"),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        new Limit.After(term, term, "collected"),
        false,
        List.of(),
        EndAction.DELETE);
  }

  /** Reaches a system as that user of that database. */
  void reach(String system, TestDatabase as, Duration timeout) {
    reach(system, as, as.port(), timeout);
  }

  /** The same, on another port. */
  void reach(String system, TestDatabase as, int port, Duration timeout) {
    String kind = engine == Engine.POSTGRESQL ? "postgres" : "mariadb";
    Connector connector =
        Connectors.builtIn().stream().filter(c -> c.kind().equals(kind)).findFirst().orElseThrow();
    workspace.real(
        system,
        connector,
        new Endpoint(
            kind,
            as.host(),
            port,
            as.database(),
            as.user(),
            Secret.of(as.password()),
            Map.of("tls", "off"),
            timeout));
  }

  TestWorkspace workspace() {
    return workspace;
  }

  static List<Prober> probers() {
    return Stream.of(Retention.probers(), Safeguard.probers(), Residency.probers())
        .flatMap(List::stream)
        .toList();
  }

  ProveReport prove() {
    return workspace.run(probers());
  }

  /** The ids of promises with that verdict. */
  static Set<String> with(Verdict verdict, ProveReport report) {
    return report.results().stream()
        .filter(r -> r.verdict() == verdict)
        .map(r -> r.promise().id().toString())
        .collect(Collectors.toSet());
  }

  static PromiseResult result(String promise, ProveReport report) {
    return report.results().stream()
        .filter(r -> r.promise().id().toString().equals(promise))
        .findFirst()
        .orElseThrow();
  }
}
