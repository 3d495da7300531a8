package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A correction from a letter to its receipt, over HTTP: read, typed in, planned, approved, done.
 */
class RequestCorrectionTest {
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
          activity: [accounts, billing]
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {what: {data: name, end: delete}}
          technical: [id, customer_id]
      """;

  private final Path folder = TestFolders.create("request-correction");
  private final TestDatabase database = Databases.postgres().freshDatabase();

  @SuppressWarnings("NullAway.Init") // set before each test
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    database.execute(
        "create table customer (id int primary key, email text unique, name varchar(20))",
        "create table purchase (id int primary key, customer_id int references customer, what"
            + " text)",
        "insert into customer values (1, 'ada@people.example', 'Ada Lovlace'), (2,"
            + " 'bob@people.example', 'Ada Lovlace')",
        "insert into purchase values (1, 1, 'ada lovlace'), (2, 1, 'Bob'), (3, 2, 'Ada Lovlace')",
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

  private static String letter(Browser browser, String... rights) {
    browser.get("/requests/new");
    java.util.List<String> form =
        new java.util.ArrayList<>(
            java.util.List.of(
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
                "My name has an e in it"));
    for (String right : rights) {
      form.add("right");
      form.add(right);
    }
    HttpResponse<byte[]> answer = browser.fetch("/requests/new", form.toArray(String[]::new));
    assertThat(answer.statusCode()).isEqualTo(303);
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private static String digest(Page page) {
    Matcher matcher =
        Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1);
  }

  private String names() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select (select string_agg(name, ', ' order by id) from customer) || ' | ' ||"
                    + " (select string_agg(what, ', ' order by id) from purchase)")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private String journal() {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock).page(0, 500, "").toString();
    }
  }

  private static String waitFor(Browser browser, String here, String words) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String body = browser.get(here).body();
    while (!body.contains(words) && System.nanoTime() < end) {
      body = browser.get(here).body();
    }
    assertThat(body).contains(words);
    return body;
  }

  @Test
  void whatIsWrongIsCorrectedAsApprovedAndTheRestIsATask() {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = letter(officer, "rectification");
    officer.post(here + "/prove", "method", "call-back");
    assertThat(officer.post(here + "/plan").body()).contains("is not written yet");
    assertThat(officer.get(here).body()).contains(here + "/change");
    assertThat(officer.get(here + "/change").body()).contains("My name has an e in it");

    Page written = officer.post(here + "/change", "word", "name", "from", "", "to", "Ada Lovelace");
    assertThat(written.status()).as(written.body()).isEqualTo(303);
    assertThat(officer.get(here + "/change").body()).contains("value=\"Ada Lovelace\"");
    officer.post(here + "/plan");
    Page planned = officer.get(here);
    assertThat(planned.body())
        .contains("Corrects", "main / customer.name", "main / purchase.what", "another value");
    assertThat(names()).startsWith("Ada Lovlace, Ada Lovlace | ada lovlace");
    officer.post(here + "/approve", "digest", digest(planned));
    officer.post(here + "/run");

    waitFor(officer, here, "Receipt");

    assertThat(names()).isEqualTo("Ada Lovelace, Ada Lovlace | Ada Lovelace, Bob, Ada Lovlace");
    assertThat(officer.get(here).body()).contains("GDPR Art. 19", "Tell ");
    assertThat(journal())
        .contains("request.change-written", "request.corrected")
        .doesNotContain("Lovelace");
  }

  @Test
  void whatIsSaidAndWhatIsErasedIsNotCorrected() {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = letter(officer, "rectification", "erasure");
    officer.post(here + "/prove", "method", "call-back");
    officer.post(here + "/change", "word", "name", "from", "", "to", "Ada Lovelace");

    assertThat(officer.post(here + "/plan").body()).contains("asks to erase it");
  }

  @Test
  void aValueTheTableDoesNotTakeIsRefusedBeforeAnythingHappens() {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = letter(officer, "rectification");
    officer.post(here + "/prove", "method", "call-back");
    officer.post(here + "/change", "word", "name", "from", "", "to", "Ada ".repeat(20));
    assertThat(officer.post(here + "/plan").body()).contains("takes 20 characters at most");
    assertThat(officer.post(here + "/change", "word", "shoe-size", "from", "", "to", "4").status())
        .isNotEqualTo(303);
    assertThat(officer.post(here + "/change", "word", "name", "from", "", "to", "").status())
        .isNotEqualTo(303);
  }
}
