package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.REQUEST_COPY_PART;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a person's click to the copy in their hands, over HTTP, with a real database and mail. */
class RequestCopyTest {
  private static final String ADA = "ada@people.example";
  private static final String MAP =
      """
      system: main
      places:
        customer:
          activity: accounts
          subject: {customers: id}
          fields:
            email: {data: email, end: delete}
            name: {data: name, end: delete}
            secret: {data: password, end: delete}
          technical: [id]
        purchase:
          activity: accounts
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {what: {data: application, end: delete}}
          technical: [id, customer_id]
        invoice:
          activity: billing
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {text: {data: invoice, end: delete}}
          technical: [id, customer_id]
        ticket:
          activity: support
          links: {customer_id: {to: customer.id, kind: owns}}
          fields:
            cc: {data: email, end: clear}
            body: {data: message-content, end: clear}
          technical: [id, customer_id]
      """;

  private static final Path PICTURES = Path.of("target", "pictures");

  private final Path folder = TestFolders.create("request-copy");
  private final TestDatabase database = Databases.postgres().freshDatabase();

  @SuppressWarnings("NullAway.Init") // set before each test
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    database.execute(
        "create table customer (id int primary key, email text, name text, secret text)",
        "create table purchase (id int primary key, customer_id int references customer, what text)",
        "create table invoice (id int primary key, customer_id int references customer, text text)",
        "create table ticket (id int primary key, customer_id int references customer, cc text,"
            + " body text)",
        "insert into customer values (1, 'ada@people.example', 'Ada \"the\" <b>first</b>', 'h4sh'),"
            + " (2, 'bob@people.example', 'Bob', 'other')",
        "insert into purchase select n, 1 + n % 2, 'thing ' || n from generate_series(1, 200) n",
        "insert into invoice values (1, 1, 'twelve euros'), (2, 2, 'bobs invoice')",
        "insert into ticket values (1, 1, null, 'adas question'),"
            + " (2, 2, 'ada@people.example', 'bobs own trouble')",
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

  /** Asks on the public pages, and gives the path of the private page. */
  private String asks(Browser person, String language, String... rights) {
    person.get("/privacy?lang=" + language);
    Map<String, String> form = new TreeMap<>();
    form.put("email", ADA);
    form.put("lang", language);
    form.put("right", rights[0]);
    String path = "/privacy/ask" + (rights.length > 1 ? "?right=" + rights[1] : "");
    Page asked =
        person.post(
            path, form.entrySet().stream().flatMap(RequestCopyTest::pair).toArray(String[]::new));
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(asked.body());
    assertThat(token.find()).as(asked.body()).isTrue();
    Page opened =
        person.post(
            "/privacy/code", "token", token.group(1), "code", server.code(ADA), "lang", language);
    assertThat(opened.status()).as(opened.body()).isEqualTo(303);
    return opened.to().replaceAll("\\?.*", "");
  }

  private static java.util.stream.Stream<String> pair(Map.Entry<String, String> entry) {
    return java.util.stream.Stream.of(entry.getKey(), entry.getValue());
  }

  /** The officer plans, approves and runs; gives the page of the plan. */
  private String works(Browser officer) {
    return works(officer, here -> {});
  }

  private String works(Browser officer, java.util.function.Consumer<String> beforeTheRun) {
    String here = reference(officer);
    officer.get(here);
    officer.post(here + "/plan");
    String planned = officer.get(here).body();
    Matcher digest = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(planned);
    assertThat(digest.find()).as(planned).isTrue();
    officer.post(here + "/approve", "digest", digest.group(1));
    beforeTheRun.accept(here);
    officer.post(here + "/run");
    waitFor(officer, here, "Receipt");
    return planned;
  }

  private static String reference(Browser officer) {
    String inbox = officer.get("/requests").body();
    Matcher ref = Pattern.compile("/requests/[2-9A-Z]{4}-[2-9A-Z]{4}").matcher(inbox);
    assertThat(ref.find()).as(inbox).isTrue();
    return ref.group();
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

  private String copyCode(String words) {
    Matcher code = Pattern.compile("[0-9]{4} [0-9]{4}").matcher(server.newest(ADA, words));
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private static Map<String, String> unzipped(byte[] zip) {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String report(Map<String, String> files) {
    return files.getOrDefault("report.html", "");
  }

  private Map<String, String> fetched(Browser person, String own, String words) {
    person.get(own);
    assertThat(person.post(own + "/copy").body()).contains("autocomplete=\"one-time-code\"");
    HttpResponse<byte[]> answer = person.fetch(own + "/copy/fetch", "code", copyCode(words));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/zip");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
        .matches("attachment; filename=\"copy-[2-9A-Z]{4}-[2-9A-Z]{4}\\.zip\"");
    return unzipped(answer.body());
  }

  private String journalled(String kind) {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock)
          .page(0, 500, kind).stream()
              .map(Entry::facts)
              .map(Object::toString)
              .collect(Collectors.joining());
    }
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

  @Test
  void theCopyHoldsWhatIsTheirsAndNothingOfOthers() throws IOException {
    Browser person = server.browser();
    String own = asks(person, "en", "access");
    Browser officer = server.signedIn(Role.OFFICER);
    String plan = works(officer);
    assertThat(plan)
        .contains("Hands out a copy", "main / customer", "main / invoice")
        .contains("Hands out to nobody", "password");
    assertThat(person.get(own).body()).contains("Your copy is ready", "7 December 2026");

    Map<String, String> files = fetched(person, own, "fetch the copy");

    assertThat(files)
        .containsOnlyKeys(
            "data/main-customer.csv",
            "data/main-customer.json",
            "data/main-purchase.csv",
            "data/main-purchase.json",
            "data/main-invoice.csv",
            "data/main-invoice.json",
            "data/main-ticket.csv",
            "data/main-ticket.json",
            "report.html");
    assertThat(files.get("data/main-customer.csv"))
        .contains("\"Ada \"\"the\"\" <b>first</b>\"", ADA);
    assertThat(files.get("data/main-customer.json")).contains("Ada \\\"the\\\" <b>first</b>");
    assertThat(files.getOrDefault("data/main-purchase.csv", "").lines()).hasSize(101);
    Files.writeString(Files.createDirectories(PICTURES).resolve("copy-report.html"), report(files));
    assertThat(report(files).replaceAll("(?s)<style>.*</style>", ""))
        .contains("Customer accounts", "A contract with you", "Paygate Ltd", "Ireland")
        .contains("10 years after the end of the financial year", "CNIL", "dpo@nimbus.example")
        .contains("Ada \"the\" &lt;b", "100 rows", "The first 50 rows", "adas question")
        .contains("password: it proves who somebody is")
        .doesNotContain("src=", "@import", "url(", "http-equiv");
    assertThat(String.join("", files.values()))
        .doesNotContain("h4sh", "bob@people.example", "bobs invoice", "bobs own trouble");
    assertThat(journalled("request.copied")).contains("bytes").doesNotContain("ada@");
    assertThat(journalled("request.copy-fetched")).contains("case").doesNotContain("ada@");
  }

  @Test
  void portabilityHoldsOnlyWhatRestsOnConsentOrContractAndTheReportIsFrench() throws IOException {
    Browser person = server.browser();
    String own = asks(person, "fr", "portability");
    works(server.signedIn(Role.OFFICER));
    assertThat(person.get(own).body()).contains("Votre copie est prête");

    Map<String, String> files = fetched(person, own, "récupérer la copie");

    assertThat(files).containsKey("data/main-purchase.json").containsKey("report.html");
    assertThat(files).doesNotContainKey("data/main-invoice.csv");
    Files.writeString(Files.createDirectories(PICTURES).resolve("copy-fr.html"), report(files));
    assertThat(report(files))
        .contains("lang=\"fr\"", "Vos données chez Nimbus", "Un contrat avec vous")
        .doesNotContain("twelve euros");
  }

  @Test
  void theCopyIsMadeBeforeAnythingIsErased() {
    Browser person = server.browser();
    String own = asks(person, "en", "access", "erasure");
    assertThat(works(server.signedIn(Role.OFFICER))).contains("Hands out a copy", "Deletes");

    assertThat(count("select count(*) from customer where id = 1")).isZero();
    assertThat(
            fetched(person, own, "fetch the copy")
                .getOrDefault("data/main-purchase.csv", "")
                .lines())
        .hasSize(101);
  }

  @Test
  void aRightRefusedAfterTheApprovalIsNotCarriedOut() {
    Browser person = server.browser();
    String own = asks(person, "en", "access", "erasure");
    Browser officer = server.signedIn(Role.OFFICER);
    works(
        officer,
        here ->
            assertThat(
                    officer
                        .post(
                            here + "/refuse",
                            "right",
                            "erasure",
                            "ground",
                            "not-covered",
                            "words",
                            "A claim of yours is before a court.")
                        .status())
                .isEqualTo(303));
    assertThat(person.get(own).body()).contains("Your copy is ready", "refused");
    assertThat(count("select count(*) from customer where id = 1")).isEqualTo(1);
  }

  @Test
  void aCodeServesOnceAndGuessesEnd() {
    Browser person = server.browser();
    String own = asks(person, "en", "access");
    works(server.signedIn(Role.OFFICER));
    person.get(own);
    person.post(own + "/copy");
    String code = copyCode("fetch the copy");
    assertThat(person.post(own + "/copy/fetch", "code", "0000 0001").body())
        .contains("That is not the code");
    assertThat(person.fetch(own + "/copy/fetch", "code", code).statusCode()).isEqualTo(200);
    Page again = person.post(own + "/copy/fetch", "code", code);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.body()).contains("This code serves no more");

    person.get(own);
    person.post(own + "/copy");
    for (int tries = 0; tries < 4; tries++) {
      assertThat(person.post(own + "/copy/fetch", "code", "12").status()).isEqualTo(422);
    }
    assertThat(person.post(own + "/copy/fetch", "code", "12").body())
        .contains("This code serves no more");
    assertThat(journalled("request.code-spent")).contains("tries");
  }

  @Test
  void codesForOneCopyAreFew() {
    Browser person = server.browser();
    String own = asks(person, "en", "access");
    works(server.signedIn(Role.OFFICER));
    person.get(own);
    for (int sent = 0; sent < 4; sent++) {
      assertThat(person.post(own + "/copy").status()).isEqualTo(200);
    }
    Page fifth = person.post(own + "/copy");
    assertThat(fifth.status()).isEqualTo(429);
    assertThat(fifth.body()).contains("Several codes were sent");
  }

  @Test
  void whenItsTimeIsOverTheCopyIsDeleted() {
    Browser person = server.browser();
    String own = asks(person, "en", "access");
    works(server.signedIn(Role.OFFICER));
    try (Store store = Stores.open(server.store())) {
      assertThat(store.dsl().fetchCount(REQUEST_COPY_PART)).isPositive();
      person.get(own);
      server.clock.pass(Duration.ofDays(14));
      assertThat(person.get(own).body()).doesNotContain("Your copy is ready");
      assertThat(person.post(own + "/copy").body()).contains("No copy waits here");
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (store.dsl().fetchCount(REQUEST_COPY_PART) > 0 && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThat(store.dsl().fetchCount(REQUEST_COPY_PART)).isZero();
    }
    assertThat(journalled("request.copy-over")).contains("case");
  }
}
