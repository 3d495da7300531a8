package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.JOB;
import static dev.upheld.store.generated.Tables.REQUEST_PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Identity;
import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.job.Jobs;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An officer has work wait, and go on to the same receipt; a restart changes nothing of that. */
class RequestPauseTest {
  private static final String MAIN =
      """
      system: main
      places:
        customer:
          activity: accounts
          subject: {customers: id}
          fields: {email: {data: email, end: delete}, name: {data: name, end: delete}}
          technical: [id]
        purchase:
          activity: accounts
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {what: {data: application, end: delete}}
          technical: [id, customer_id]
      """;

  private static final String ANNEX =
      """
      system: annex
      places:
        subscriber:
          activity: accounts
          fields: {email: {data: email, end: delete}}
          technical: [id]
      """;

  private final Path folder = TestFolders.create("request-pause");
  private final TestDatabase database = Databases.postgres().freshDatabase();

  @SuppressWarnings("NullAway.Init") // set before each test
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    database.execute(
        "create table customer (id int primary key, email text, name text)",
        "create table purchase (id int primary key, customer_id int references customer, what text)",
        "create table subscriber (id int primary key, email text)",
        "insert into customer values (1, 'ada@people.example', 'Ada'), (2, 'bob@people.example', 'Bob')",
        "insert into purchase select n, 1 + n % 2, 'thing ' || n from generate_series(1, 10) n",
        "insert into subscriber values (1, 'ada@people.example'), (2, 'bob@people.example')",
        "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null,"
            + " figures text not null, at varchar(40) not null)");
    DemoWorkspace.copyTo(folder, database);
    Path systems = folder.resolve("systems.yaml");
    String one = Files.readString(systems);
    Files.writeString(systems, one + one.replace("systems:\n", "").replace("main:", "annex:"));
    Files.writeString(folder.resolve("datamap/main.yaml"), MAIN);
    Files.writeString(folder.resolve("datamap/annex.yaml"), ANNEX);
    server = RunningServer.of(folder, Map.of("SECRET", database.password()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String approved(Browser officer) {
    officer.get("/requests/new");
    Page letter =
        officer.post(
            "/requests/new",
            "right",
            "erasure",
            "channel",
            "letter",
            "received",
            "2026-11-20",
            "name",
            "Ada Lovelace",
            "email",
            "ada@people.example",
            "language",
            "en",
            "details",
            "Everything, please");
    assertThat(letter.status()).as(letter.body()).isEqualTo(303);
    String here = letter.to();
    officer.post(here + "/prove", "method", "call-back");
    officer.post(here + "/plan");
    approve(officer, here);
    return here;
  }

  private static void approve(Browser officer, String here) {
    Matcher digest =
        Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"")
            .matcher(officer.get(here).body());
    assertThat(digest.find()).isTrue();
    officer.post(here + "/approve", "digest", digest.group(1));
  }

  private long count(String sql) {
    try (Connection connection = database.connect()) {
      return count(connection, sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String waitFor(Browser browser, String here, Predicate<String> there) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String body = browser.get(here).body();
    while (!there.test(body) && System.nanoTime() < end) {
      body = browser.get(here).body();
    }
    assertThat(there.test(body)).as(body).isTrue();
    return body;
  }

  private void waitUntilBlocked() {
    String blocked =
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
            + " and datname = current_database()";
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (count(blocked) == 0) {
      assertThat(System.nanoTime()).as("nothing waits for the lock").isLessThan(end);
    }
  }

  private List<String> journalled() {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock)
          .page(0, 500, "request.").stream().map(Entry::kind).toList();
    }
  }

  /** Begins, and has it wait while the first system is being worked on. */
  private void pausedInTheMidst(Browser officer, String here) throws SQLException {
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      count(other, "select id from customer where id = 1 for update");
      officer.post(here + "/run");
      waitUntilBlocked();
      assertThat(officer.get(here).body()).contains("every 5s", here + "/pause");
      officer.post(here + "/pause");
      assertThat(officer.get(here).body()).doesNotContain("Make it anew", here + "/resume");
      assertThat(officer.post(here + "/plan").body())
          .contains("cannot be done in the present state");
      other.rollback();
    }
    waitFor(officer, here, body -> body.contains("Paused since") && body.contains("1 of 2"));
  }

  @Test
  void waitsAfterTheSystemItIsInAndGoesOnToOneReceipt() throws SQLException {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = approved(officer);
    pausedInTheMidst(officer, here);

    assertThat(count("select count(*) from customer where id = 1")).isZero();
    assertThat(count("select count(*) from subscriber where id = 1")).isEqualTo(1);
    assertThat(officer.get(here).body())
        .contains("6 of 7", here + "/resume", "Make it anew")
        .doesNotContain("Receipt", "every 5s");
    assertThat(journalled()).contains("request.paused");

    server = server.restarted(Map.of());
    Browser again = server.signedIn(Role.OFFICER);
    assertThat(again.get(here).body()).contains("Paused since", here + "/resume");
    assertThat(count("select count(*) from subscriber where id = 1")).isEqualTo(1);

    again.post(here + "/resume");
    waitFor(again, here, body -> body.contains("Receipt") && body.contains("7 of 7"));
    assertThat(count("select count(*) from subscriber where id = 1")).isZero();
    assertThat(count("select count(*) from upheld_act")).isEqualTo(2);
    assertThat(journalled()).contains("request.resumed", "request.erased");
    assertThat(again.post(here + "/pause").body()).contains("cannot be done in the present state");
  }

  @Test
  void programsDoTheSame() throws SQLException {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = approved(officer);
    Browser program = program(officer, Permission.REQUESTS_READ, Permission.REQUESTS_WORK);
    String there = "/api/v1" + here;
    assertThat(program.get(there + "/progress").body()).contains("\"rowsPlanned\":7");
    pausedInTheMidst(officer, here);
    assertThat(program.get(there + "/progress").body())
        .contains("\"systemsDone\":1", "\"systems\":2", "\"rowsDone\":6", "\"paused\":\"");
    assertThat(post(program, there + "/pause").status()).isEqualTo(409);
    assertThat(post(program, there + "/resume").status()).isEqualTo(202);
    waitFor(program, there + "/progress", body -> body.contains("\"receipt\":\""));
    assertThat(post(program(officer, Permission.REQUESTS_READ), there + "/pause").status())
        .isEqualTo(403);
  }

  @Test
  void whatIsPlannedAnewWaitsForSomebodyToRunIt() throws SQLException {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = approved(officer);
    pausedInTheMidst(officer, here);
    String ref = here.substring(here.lastIndexOf('/') + 1);
    try (Store store = Stores.open(server.store())) {
      Jobs.enqueue(store.dsl(), "request.work", ref, ref, server.clock.instant().plusSeconds(9));
      officer.post(here + "/plan");
      assertThat(store.dsl().fetchCount(JOB, JOB.TASK_INSTANCE.eq(ref)))
          .as("nobody tries the earlier plan again")
          .isZero();
      approve(officer, here);
      Jobs.enqueue(store.dsl(), "request.work", ref, ref, server.clock.instant());
      server.look();
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (store.dsl().fetchCount(JOB, JOB.TASK_INSTANCE.eq(ref)) > 0) {
        assertThat(System.nanoTime()).as("the job ends").isLessThan(end);
      }
    }
    assertThat(count("select count(*) from subscriber where id = 1")).isEqualTo(1);
    officer.post(here + "/run");
    waitFor(officer, here, body -> body.contains("Receipt"));
    assertThat(count("select count(*) from subscriber where id = 1")).isZero();
  }

  @Test
  void aPlanThatWasLostOnTheWayCanBeMadeAgain() throws SQLException {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = approved(officer);
    pausedInTheMidst(officer, here);
    try (Store store = Stores.open(server.store())) {
      store
          .dsl()
          .update(REQUEST_PLAN)
          .setNull(REQUEST_PLAN.APPROVED)
          .setNull(REQUEST_PLAN.PAUSED)
          .execute();
    }
    assertThat(officer.get(here).body()).contains("Make it anew");
    assertThat(officer.post(here + "/plan").body()).doesNotContain("cannot be done");
    approve(officer, here);
  }

  private Browser program(Browser officer, Permission... scopes) {
    Identity who =
        server.access().sessions().visit(officer.cookie("upheld-session")).orElseThrow().identity();
    String token =
        server
            .access()
            .tokens()
            .issue(who, "crm", Set.of(scopes), server.clock.instant().plus(Duration.ofDays(9)))
            .reveal();
    return server.browser().with("Authorization", "Bearer " + token);
  }

  private static Page post(Browser browser, String path) {
    return browser.postBody(path, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
  }
}
