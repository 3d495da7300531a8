package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.register.Deferrals;
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
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever asked for an erasure reads what is gone, and what is kept, why and until when; in the
 * words of the charter, and of nobody else.
 */
class ToldErasureTest {
  private static final String ADA = "ada@people.example";
  private static final String LAW = "C. com. Art. L.123-22";
  private static final String MAP =
      """
      system: main
      places:
        t_people:
          activity: accounts
          subject: {customers: id}
          fields: {email: {data: email, end: delete}, name: {data: name, end: delete}}
          technical: [id]
        t_buys:
          activity: accounts
          links: {person: {to: t_people.id, kind: owns}}
          fields: {what: {data: application, end: delete}}
          technical: [id, person]
        t_bills:
          activity: billing
          clocks: {fiscal-year-end: {column: closed_on, missing: not-yet}}
          links: {person: {to: t_people.id, kind: owns}}
          fields: {billed: {data: invoice, end: delete}}
          technical: [id, person, closed_on]
      """;

  private final Path folder = TestFolders.create("told-erasure");
  private final TestDatabase database = Databases.postgres().freshDatabase();

  @SuppressWarnings("NullAway.Init") // set before each test
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    database.execute(
        "create table t_people (id int primary key, email text, name text)",
        "create table t_buys (id int primary key, person int references t_people, what text)",
        "create table t_bills (id int primary key, person int, billed text, closed_on date)",
        "insert into t_people values (1, 'ada@people.example', 'Ada'), (2, 'bob@people.example', 'Bob')",
        "insert into t_buys select n, 1 + n % 2, 'thing ' || n from generate_series(1, 10) n",
        "insert into t_bills values (1, 1, 'Ada, twelve euros', '2023-06-29'),"
            + " (2, 1, 'Ada, seven euros', '2023-06-29'), (3, 1, 'Ada, old', '2009-06-30'),"
            + " (4, 2, 'Bob, nine euros', '2023-06-30')",
        "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null,"
            + " figures text not null, at varchar(40) not null)");
    DemoWorkspace.copyTo(folder, database);
    Files.writeString(folder.resolve("datamap/main.yaml"), MAP);
    Files.writeString(
        folder.resolve("texts/fr.yaml"),
        "  billing: Facturation\n  accounts: Comptes des clients\n  invoice: factures\n",
        StandardOpenOption.APPEND);
    server = RunningServer.of(folder, Map.of("SECRET", database.password()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String asks(Browser person) {
    person.get("/privacy?lang=fr");
    Page asked = person.post("/privacy/ask", "email", ADA, "right", "erasure", "lang", "fr");
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(asked.body());
    assertThat(token.find()).as(asked.body()).isTrue();
    Page opened =
        person.post(
            "/privacy/code", "token", token.group(1), "code", server.code(ADA), "lang", "fr");
    assertThat(opened.status()).as(opened.body()).isEqualTo(303);
    return opened.to().replaceAll("\\?.*", "");
  }

  private static String letter(Browser officer) {
    officer.get("/requests/new");
    return officer
        .post(
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
            ADA,
            "postal",
            "1 rue Haute\n44000 Nantes",
            "language",
            "en",
            "details",
            "Everything, please")
        .to();
  }

  private static void works(Browser officer, String here) {
    officer.post(here + "/plan");
    String planned = officer.get(here).body();
    Matcher digest = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(planned);
    assertThat(digest.find()).as(planned).isTrue();
    officer.post(here + "/approve", "digest", digest.group(1));
    officer.post(here + "/run");
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String body = officer.get(here).body();
    while (!body.contains("Receipt") && System.nanoTime() < end) {
      body = officer.get(here).body();
    }
    assertThat(body).contains("Receipt");
  }

  private static String inbox(Browser officer) {
    Matcher ref =
        Pattern.compile("/requests/[2-9A-Z]{4}-[2-9A-Z]{4}")
            .matcher(officer.get("/requests").body());
    assertThat(ref.find()).isTrue();
    return ref.group();
  }

  @Test
  void thePersonReadsWhatIsGoneAndWhatStaysUntilWhen() {
    Browser person = server.browser();
    String own = asks(person);
    assertThat(person.get(own + "?lang=en").body()).doesNotContain("What we erased", LAW);
    Browser officer = server.signedIn(Role.OFFICER);
    String here = inbox(officer);
    works(officer, here);

    String english = person.get(own + "?lang=en").body();
    assertThat(english)
        .contains("What we erased", "we deleted 7 records about you")
        .contains("Customer accounts", "6 records")
        .contains("What we keep for now, and until when", "Billing", "2 records", "invoice")
        .contains("Until 30 June 2033.", "erased on that day by itself")
        .contains("Because of the law: " + LAW + " (Invoices and accounting documents)")
        .contains("You can complain about this", "Commission nationale")
        .doesNotContain("t_people", "t_bills", "t_buys", "main /", "euros", "Bob");
    assertThat(person.get(own).body())
        .as("in the language of the request")
        .contains("Ce que nous avons effacé", "nous avons supprimé 7 enregistrements")
        .contains("Comptes des clients", "Facturation", "2 enregistrements", "factures")
        .contains("Jusqu’au 30 juin 2033.", "ce jour-là de lui-même", "À cause de la loi : " + LAW);
    officer.post(here + "/finish", "words", "All that may go is gone.");
    assertThat(person.get(own + "?lang=en").body()).contains("Until 30 June 2033.");
    assertThat(atRest()).doesNotContain("Billing", "billing", "2033", LAW);
  }

  /** Everything the store has of the request and the journal. */
  private String atRest() {
    try (Store store = Stores.open(server.store())) {
      String sealed =
          store.dsl().selectFrom(REQUEST_CASE).fetch(REQUEST_CASE.CONTENT_SEALED).stream()
              .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
              .collect(Collectors.joining());
      return sealed
          + new Journal(store, server.clock)
              .page(0, 500, "request.erased").stream()
                  .map(Entry::facts)
                  .map(Object::toString)
                  .collect(Collectors.joining());
    }
  }

  @Test
  void aSystemThatPeopleWorkInDoesNotMakeForgottenWhatIsKeptElsewhere() throws IOException {
    server.close();
    Files.writeString(
        folder.resolve("systems.yaml"),
        "  cellar: {kind: partner, country: FR}\n",
        StandardOpenOption.APPEND);
    Files.writeString(
        folder.resolve("datamap/cellar.yaml"), MAP.replace("system: main", "system: cellar"));
    server = RunningServer.of(folder, Map.of("SECRET", database.password()));
    Browser person = server.browser();
    String own = asks(person);
    Browser officer = server.signedIn(Role.OFFICER);
    works(officer, inbox(officer));

    assertThat(person.get(own + "?lang=en").body())
        .contains("Where no program reaches, people erase", "Until 30 June 2033.")
        .doesNotContain("cellar");
    try (Store store = Stores.open(server.store())) {
      assertThat(new Deferrals(store, new Journal(store, server.clock)).waiting())
          .singleElement()
          .matches(d -> d.system().equals("main") && d.due().getYear() == 2033);
    }
  }

  @Test
  void whoWroteALetterReadsItInTheAnswer() throws IOException {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = letter(officer);
    officer.post(here + "/prove", "method", "call-back");
    works(officer, here);
    officer.post(here + "/finish", "words", "All that may go is gone.");

    try (PDDocument pdf = Loader.loadPDF(officer.download(here + "/letter.pdf").body())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("What we erased", "7 records", "Billing: 2 records")
          .contains("Until 30 June 2033.", LAW)
          .doesNotContain("t_bills");
    }
  }
}
