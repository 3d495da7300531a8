package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An officer reviews a data map: by forms, on a running server, over a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewPageTest {
  private static final String MARKER = "Zxqvortemis";

  private static final String MAP =
      """
      # kept by hand
      system: main
      places:
        customer:
          review: proposed
          activity: accounts  # 0.95: its name
          fields:
            email: {data: email, end: delete}  # 0.98: its name
          undecided:
            nick: "pd:Username, 0.93: its name; the charter's word is login"  # ask
            note: "may be pd:Communication, 0.50: free text"
            vanished: "may be pd:Name, 0.50: its name"
          technical:
            - id  # 0.97: the key
        invoice:
          activity: billing
          technical: [id, customer_id]
      undecided:
        country: "none of its 2 columns looks personal"
      """;

  private final Path folder = TestFolders.create("review");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private RunningServer server;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Browser officer;

  @BeforeAll
  void start() throws IOException {
    TestDatabase database = Databases.postgres().freshDatabase();
    database.execute(
        "create table customer (id int primary key, email text, nick text, note text, extra text)",
        "create table invoice (id int primary key, customer_id int)",
        "create table country (code text, name text)",
        "insert into customer select n, 'ab' || n || '@example.org', '"
            + MARKER
            + "', '"
            + MARKER
            + " rang', null from generate_series(10, 40) n");
    DemoWorkspace.copyTo(folder);
    Files.writeString(
        folder.resolve("systems.yaml"),
        """
        systems:
          main:
            kind: postgres
            host: 127.0.0.1
            port: %d
            database: %s
            user: %s
            password: env:SECRET
            tls: "off"
          away:
            kind: postgres
            host: 127.0.0.1
            port: 1
            database: x
            user: x
            password: env:SECRET
            tls: "off"
        """
            .formatted(database.port(), database.database(), database.user()));
    Files.writeString(map(), MAP);
    Files.writeString(
        folder.resolve("datamap/away.yaml"), MAP.replace("system: main", "system: away"));
    server = RunningServer.of(folder, Map.of("SECRET", database.password()));
    officer = server.signedIn(Role.OFFICER);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void reset() throws IOException {
    Files.writeString(map(), MAP);
  }

  private Path map() {
    return folder.resolve("datamap/main.yaml");
  }

  private String text() throws IOException {
    return Files.readString(map());
  }

  private String digest(String path) {
    Matcher found =
        Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"")
            .matcher(officer.get(path).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void theTableIsShownWithItsFormsAndNoValue() {
    Page page = officer.get("/map/review?system=main&table=customer");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("aa99@aaaaaaa.aaa")
        .contains("column-email")
        .contains("integer")
        .containsPattern("its name; the charter.{1,5}s word is login")
        .contains("extra")
        .doesNotContain(MARKER)
        .doesNotContain("@example.org");
  }

  @Test
  void aSystemThatIsAwayIsReviewedAllTheSame() {
    Page page = officer.get("/map/review?system=away&table=customer");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("cannot be reached just now").contains("as.email");
  }

  @Test
  void decisionsAreWrittenAndTheServerWorksByThem() throws IOException {
    assertThat(officer.get("/map?system=main").body()).doesNotContain("customer");
    String digest = digest("/map/review?system=main&table=customer");
    Page done =
        officer.post(
            "/map/review/columns",
            "system",
            "main",
            "place",
            "customer",
            "digest",
            digest,
            "as.nick",
            "login",
            "end.nick",
            "delete",
            "as.note",
            "=technical",
            "end.note",
            "",
            "as.vanished",
            "=gone",
            "then",
            "accept");
    assertThat(done.status()).as(done.body()).isEqualTo(303);
    assertThat(text())
        .contains("# kept by hand\n")
        .contains("      nick: {data: login, end: delete}  # ask\n")
        .contains("      - id  # 0.97: the key\n      - note\n")
        .doesNotContain("review: proposed")
        .doesNotContain("vanished");
    assertThat(officer.get("/map?system=main").body()).contains("customer");
    String journal = officer.get("/journal?kind=datamap").body();
    assertThat(journal)
        .contains("datamap.changed")
        .contains("customer.nick: login, delete")
        .contains("customer: accepted")
        .doesNotContain("officer@nimbus.example");
  }

  @Test
  void whatChangedMeanwhileIsNotOverwritten() throws IOException {
    String digest = digest("/map/review?system=main&table=customer");
    Files.writeString(map(), MAP + "# another hand\n");
    Page refused =
        officer.post(
            "/map/review/columns",
            "system",
            "main",
            "place",
            "customer",
            "digest",
            digest,
            "as.nick",
            "login",
            "then",
            "stay");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("was changed since");
    assertThat(text()).isEqualTo(MAP + "# another hand\n");
  }

  @Test
  void whatIsWrongIsSaidAndWhatWasChosenStays() throws IOException {
    String digest = digest("/map/review?system=main&table=customer");
    Page refused =
        officer.post(
            "/map/review/columns",
            "system",
            "main",
            "place",
            "customer",
            "digest",
            digest,
            "as.nick",
            "no-such-word",
            "as.note",
            "=technical",
            "then",
            "stay");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("no-such-word")
        .containsPattern(
            "as.note\"[^>]*>\\s*<option value=\"=undecided\">[^<]*</option>\\s*<option value=\"=technical\" selected");
    assertThat(text()).isEqualTo(MAP);
  }

  @Test
  void whatIsCertainIsAcceptedAtOnceAndTheRestStays() throws IOException {
    String digest = digest("/map/review?system=main");
    Page done = officer.post("/map/review/certain", "system", "main", "digest", digest);
    assertThat(done.status()).isEqualTo(303);
    assertThat(text())
        .contains("nick: login")
        .contains("note: \"may be")
        .contains("review: proposed");
    officer.post(
        "/map/review/harmless", "system", "main", "digest", digest("/map/review?system=main"));
    assertThat(text()).contains("ignore:\n  country: \"none of its 2 columns looks personal\"");
  }

  @Test
  void aPlaceIsRefusedWithItsReason() throws IOException {
    String digest = digest("/map/review?system=main&table=customer");
    Page none =
        officer.post(
            "/map/review/place",
            "system",
            "main",
            "place",
            "customer",
            "digest",
            digest,
            "act",
            "refuse",
            "reason",
            "");
    assertThat(none.status()).isEqualTo(422);
    officer.post(
        "/map/review/place",
        "system",
        "main",
        "place",
        "customer",
        "digest",
        digest,
        "act",
        "refuse",
        "reason",
        "rows of a load test");
    assertThat(text()).contains("customer: \"rows of a load test\"").doesNotContain("email");
  }

  @Test
  void whoMayNotDecideSeesNoShapesAndDecidesNothing() throws IOException {
    Browser auditor = server.signedIn(Role.AUDITOR);
    Page page = auditor.get("/map/review?system=main&table=customer");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("aa99@").doesNotContain("name=\"then\"");
    Page refused =
        auditor.post("/map/review/columns", "system", "main", "place", "customer", "digest", "x");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(text()).isEqualTo(MAP);
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(officer.get("/map/review?system=none").status()).isEqualTo(404);
    assertThat(officer.get("/map/review?system=main&table=none").body())
        .contains("no place for none yet", "upheld discover main");
    assertThat(officer.post("/map/review/columns", "system", "none").status()).isEqualTo(404);
  }

  private Page values(Browser browser, String purpose) {
    return values(browser, "note", purpose);
  }

  private Page values(Browser browser, String column, String purpose) {
    return browser.post(
        "/map/review/values",
        "system",
        "main",
        "table",
        "customer",
        "column",
        column,
        "purpose",
        purpose);
  }

  @Test
  void valuesAreShownOnceToWhoSaysWhatForAndKeptNowhere() throws Exception {
    StringBuilder logged = new StringBuilder();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord r) {
            synchronized (logged) {
              logged.append(r.getMessage()).append(Arrays.toString(r.getParameters()));
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      Page form = officer.get("/map/review/values?system=main&table=customer&column=note");
      assertThat(form.body()).contains("name=\"purpose\"").doesNotContain(MARKER);
      assertThat(values(officer, "why").status()).isEqualTo(422);
      assertThat(values(officer, "why").body()).doesNotContain(MARKER);

      Page shown = values(officer, "to tell notes from names, ticket 4711");

      assertThat(shown.status()).isEqualTo(200);
      assertThat(shown.body()).contains(MARKER + " rang").doesNotContain("ticket 4711");
      assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(officer.get("/map/review/values?system=main&table=customer&column=note").body())
          .doesNotContain(MARKER);
      assertThat(officer.get("/journal?kind=datamap").body())
          .contains("datamap.values-shown")
          .contains("note")
          .doesNotContain("4711")
          .doesNotContain(MARKER);
      assertThat(everythingKept()).contains("ticket 4711").doesNotContain(MARKER);
      assertThat(logged).doesNotContain(MARKER).doesNotContain("4711");
    } finally {
      root.removeHandler(handler);
    }
  }

  @Test
  void wordsThatAreNoColumnAreNotJournalled() throws SQLException {
    Page page = values(officer, "Maria Karvonen, 040 123", "to see what is there, for once");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("The system shows no such column.");
    assertThat(everythingKept()).doesNotContain("Karvonen");
    assertThat(values(officer, "extra", "a column that is new in the system").status())
        .isEqualTo(200);
  }

  @Test
  void onlyAnOfficerSeesValues() {
    for (Role role : List.of(Role.ENGINEER, Role.OPERATOR, Role.AUDITOR)) {
      Browser browser = server.signedIn(role);
      browser.get("/map/review?system=main&table=customer");
      Page page = values(browser, "to see what is there, for once");
      assertThat(page.status()).as("%s", role).isEqualTo(403);
      assertThat(page.body()).doesNotContain(MARKER);
    }
  }

  /** Every row of every table of the store, as text. */
  private String everythingKept() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection store =
            DriverManager.getConnection(
                server.store().jdbcUrl(),
                server.store().owner(),
                server.store().ownerPassword().reveal());
        Statement ask = store.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet found =
          ask.executeQuery(
              "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema ="
                  + " 'upheld' AND table_type = 'BASE TABLE'")) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      assertThat(tables).hasSizeGreaterThan(15);
      for (String table : tables) {
        try (ResultSet rows = ask.executeQuery("SELECT t::text FROM upheld." + table + " t")) {
          while (rows.next()) {
            all.append(rows.getString(1)).append('\n');
          }
        }
      }
    }
    return all.toString();
  }

  @Test
  void aColumnThatIsNewIsTakenInByTheSameForm() throws IOException {
    String path = "/map/review?system=main&table=customer";
    assertThat(officer.get(path).body()).contains("as.extra").contains("new in the system");
    officer.post(
        "/map/review/columns",
        "system",
        "main",
        "place",
        "customer",
        "digest",
        digest(path),
        "as.extra",
        "=technical",
        "then",
        "stay");
    assertThat(text()).contains("      - extra\n");
  }
}
