package dev.upheld.app.serve;

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

/** A copy with other people in its texts: looked through, decided, and made without them. */
class RequestReviewTest {
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
            phone: {data: phone, end: delete}
          technical: [id]
        ticket:
          activity: support
          links: {customer_id: {to: customer.id, kind: owns}}
          fields:
            cc: {data: email, end: clear}
            body: {data: message-content, end: clear}
          technical: [id, customer_id]
      """;

  private final Path folder = TestFolders.create("request-review");
  private final TestDatabase database = Databases.postgres().freshDatabase();

  @SuppressWarnings("NullAway.Init") // set before each test
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    database.execute(
        "create table customer (id int primary key, email text, name text, phone text)",
        "create table ticket (id int primary key, customer_id int references customer, cc text,"
            + " body text)",
        "insert into customer values (1, 'ada@people.example', 'Ada Lovelace', '01 42 68 53 00'),"
            + " (2, 'bob@people.example', 'Bob de Keller', null),"
            + " (3, 'eve@people.example', 'Eve Stone', null)",
        "insert into ticket values (1, 1, 'bob@people.example', 'Write to ADA@people.example or"
            + " +33 1 42 68 53 00. My neighbour Bob de Keller has bob@people.example and"
            + " 01 42 68 53 41; ask EVE@people.example too.'),"
            + " (2, 1, null, 'Signed Ada Lovelace. Order 20261122 of Grand Hotel.')",
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
            path, form.entrySet().stream().flatMap(RequestReviewTest::pair).toArray(String[]::new));
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

  private String journalled(String kind) {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock)
          .page(0, 500, kind).stream()
              .map(Entry::facts)
              .map(Object::toString)
              .collect(Collectors.joining());
    }
  }

  /** The officer plans, approves and runs. */
  private static String begun(Browser officer) {
    String here = reference(officer);
    officer.get(here);
    officer.post(here + "/plan");
    String planned = officer.get(here).body();
    Matcher digest = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(planned);
    assertThat(digest.find()).as(planned).isTrue();
    officer.post(here + "/approve", "digest", digest.group(1));
    officer.post(here + "/run");
    return here;
  }

  private Map<String, String> fetched(Browser person, String own) {
    person.get(own);
    person.post(own + "/copy");
    HttpResponse<byte[]> answer =
        person.fetch(own + "/copy/fetch", "code", copyCode("fetch the copy"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return unzipped(answer.body());
  }

  @Test
  void nothingIsHandedOutBeforeSomebodyDecidedAndThenWithoutOtherPeople() {
    Browser person = server.browser();
    String own = asks(person, "en", "access");
    Browser officer = server.signedIn(Role.OFFICER);
    String here = begun(officer);

    waitFor(officer, here, "5 traces of other people");
    assertThat(person.get(own).body()).doesNotContain("Your copy is ready");
    String review = officer.get(here + "/review").body();
    assertThat(review)
        .contains("Mail address", "Telephone number", "Name of somebody known")
        .contains("main / ticket.body", "main / ticket.cc", "My neighbour")
        .doesNotContain("bob@", "Bob de Keller", "68 53 41", "eve@", "EVE@");
    assertThat(officer.post(here + "/review", "which", "all", "reason", "").body())
        .contains("The text is missing");

    assertThat(officer.post(here + "/review", "which", "some", "reason", "").status())
        .isEqualTo(303);
    waitFor(officer, here, "Receipt");

    Map<String, String> files = fetched(person, own);
    String all = String.join("", files.values());
    assertThat(all)
        .doesNotContainIgnoringCase("bob@people")
        .doesNotContainIgnoringCase("eve@people")
        .doesNotContain("Bob de Keller", "68 53 41");
    assertThat(files.getOrDefault("data/main-ticket.csv", ""))
        .contains("ADA@people.example", "+33 1 42 68 53 00", "Signed Ada Lovelace")
        .contains("Order 20261122 of Grand Hotel", "\u2588");
    assertThat(files.getOrDefault("report.html", ""))
        .contains("main / ticket.body: in 1 of your texts", "GDPR Art. 15(4)");
    assertThat(journalled("request.copy-reviewed"))
        .contains("blacked=5")
        .doesNotContain("bob")
        .doesNotContain("Bob");
    assertThat(officer.get(here + "/review").body()).contains("The copy is made");
    assertThat(officer.post(here + "/review", "which", "all", "reason", "Too late for it").status())
        .isNotEqualTo(303);
  }

  @Test
  void whatIsReleasedWithAReasonIsHandedOut() {
    Browser person = server.browser();
    String own = asks(person, "en", "access");
    Browser officer = server.signedIn(Role.OFFICER);
    String here = begun(officer);
    waitFor(officer, here, "5 traces of other people");
    String page = officer.get(here + "/review").body();
    Matcher cc =
        Pattern.compile("(?s)value=\"(\\d+)\"[^>]*>(?:(?!<tr>).)*?main / ticket.cc").matcher(page);
    assertThat(cc.find()).as(page).isTrue();

    officer.post(
        here + "/review", "release", cc.group(1), "reason", "She wrote that copy line herself.");
    waitFor(officer, here, "Receipt");

    String csv = fetched(person, own).getOrDefault("data/main-ticket.csv", "");
    assertThat(csv).contains("\"bob@people.example\"").doesNotContain("has bob@");
  }

  @Test
  void whereNobodyElseIsFoundItGoesOnByItself() {
    database.execute("delete from ticket where id = 1");
    Browser person = server.browser();
    String own = asks(person, "en", "access");
    Browser officer = server.signedIn(Role.OFFICER);
    String here = begun(officer);

    waitFor(officer, here, "Receipt");

    assertThat(officer.get(here + "/review").body()).contains("No address, number or known name");
    assertThat(fetched(person, own).getOrDefault("data/main-ticket.csv", ""))
        .contains("Grand Hotel");
  }
}
