package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.register.StoredTombstones;
import dev.upheld.register.Tombstone;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From a letter to a receipt, over HTTP: what was approved is done in a real database, and once.
 */
class RequestWorkTest {
  private static final String MAP =
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

  private final Path folder = TestFolders.create("request-work");
  private final TestDatabase database = Databases.postgres().freshDatabase();

  @SuppressWarnings("NullAway.Init") // set before each test
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    database.execute(
        "create table customer (id int primary key, email text, name text)",
        "create table purchase (id int primary key, customer_id int references customer, what text)",
        "insert into customer values (1, 'ada@people.example', 'Ada'), (2, 'bob@people.example', 'Bob')",
        "insert into purchase select n, 1 + n % 2, 'thing ' || n from generate_series(1, 10) n",
        "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null,"
            + " figures text not null, at varchar(40) not null)");
    DemoWorkspace.copyTo(folder, database);
    Files.writeString(folder.resolve("datamap/main.yaml"), MAP);
    server = RunningServer.of(folder, Map.of("SECRET", database.password()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String letter(Browser browser) {
    browser.get("/requests/new");
    Page page =
        browser.post(
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
    assertThat(page.status()).as(page.body()).isEqualTo(303);
    return page.to();
  }

  private static String digest(Page page) {
    Matcher matcher =
        Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1);
  }

  private long count(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The page once it says so. */
  private static String waitFor(Browser browser, String here, String words) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String body = browser.get(here).body();
    while (!body.contains(words) && System.nanoTime() < end) {
      body = browser.get(here).body();
    }
    assertThat(body).contains(words);
    return body;
  }

  private List<Tombstone> tombstones() {
    try (Store store = Stores.open(server.store())) {
      Instant now = server.clock.instant();
      return new StoredTombstones(store, new Journal(store, server.clock))
          .of("main", Instant.EPOCH, now);
    }
  }

  private String journalled() {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock)
          .page(0, 500, "request.erased").stream()
              .map(Entry::facts)
              .map(Object::toString)
              .collect(Collectors.joining());
    }
  }

  @Test
  void whatWasApprovedIsDoneOnceAndTheReceiptIsJournalled() {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = letter(officer);
    officer.post(here + "/prove", "method", "call-back");
    officer.post(here + "/plan");
    Page planned = officer.get(here);
    assertThat(planned.body())
        .contains("Deletes", "main / customer", "main / purchase")
        .doesNotContain("Nothing is done by machine");
    assertThat(count("select count(*) from customer")).as("a plan touches nothing").isEqualTo(2);
    officer.post(here + "/approve", "digest", digest(planned));
    officer.post(here + "/run");

    waitFor(officer, here, "1 of 1");
    waitFor(officer, here, "Receipt");

    assertThat(count("select count(*) from customer")).isEqualTo(1);
    assertThat(count("select count(*) from customer where id = 2")).isEqualTo(1);
    assertThat(count("select count(*) from purchase")).isEqualTo(5);
    assertThat(count("select count(*) from upheld_act")).isEqualTo(1);
    assertThat(journalled()).contains("plan").doesNotContain("ada@");
    assertThat(tombstones())
        .as("her address and her number")
        .hasSize(2)
        .allMatch(t -> t.expires().equals(t.erased().plus(Duration.ofDays(90))));
    officer.post(here + "/finish", "words", "All of it is erased.");
    assertThat(officer.get(here).body()).contains("Answered");
  }

  @Test
  void aPlanThatIsNotTheOneLookedAtIsNotApproved() {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = letter(officer);
    officer.post(here + "/prove", "method", "call-back");
    officer.post(here + "/plan");
    String old = digest(officer.get(here));
    database.execute("insert into purchase values (99, 1, 'one more')");
    officer.post(here + "/plan");

    assertThat(officer.post(here + "/approve", "digest", old).body())
        .contains("not the one that was shown");
    assertThat(digest(officer.get(here))).isNotEqualTo(old);
  }

  @Test
  void aMapThatLeavesNoWayIsSaidAndIsNoFaultOfTheServer() {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = letter(officer);
    officer.post(here + "/prove", "method", "call-back");
    database.execute("drop table purchase");

    Page refused = officer.post(here + "/plan");

    assertThat(refused.status()).isNotEqualTo(500);
    assertThat(refused.body())
        .contains("No sound plan can be made", "class=\"because\"", "purchase", "Mend:")
        .doesNotContain("ada@people.example'");
  }

  @Test
  void anActNobodyCouldRememberIsNotBegun() {
    database.execute("drop table upheld_act");
    Browser officer = server.signedIn(Role.OFFICER);
    String here = letter(officer);
    officer.post(here + "/prove", "method", "call-back");
    officer.post(here + "/plan");
    Page planned = officer.get(here);
    assertThat(planned.body()).contains("Has no table to remember acts in");
    officer.post(here + "/approve", "digest", digest(planned));
    officer.post(here + "/run");

    waitFor(officer, here, "create table public.upheld_act");
    assertThat(count("select count(*) from customer")).isEqualTo(2);
  }
}
