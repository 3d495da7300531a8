package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upheld request} over a real database, from plan to receipt. */
class RequestCommandTest {
  private static final String MAP =
      """
      system: main
      places:
        customer:
          activity: accounts
          subject: {customers: id}
          fields: {email: {data: email, end: delete}, hash: {data: password, end: delete}}
          technical: [id]
        purchase:
          activity: accounts
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {what: {data: application, end: delete}}
          technical: [id, customer_id]
      """;

  @TempDir Path folder;
  private final TestDatabase database = Databases.postgres().freshDatabase();

  @SuppressWarnings("NullAway.Init") // set before each test
  private Terminal terminal;

  @BeforeEach
  void twoPeople() throws IOException {
    database.execute(
        "create table customer (id int primary key, email text, hash text)",
        "create table purchase (id int primary key, customer_id int references customer, what text)",
        "insert into customer values (1, 'ada@people.example', 'h1'), (2, 'bob@people.example', 'h2')",
        "insert into purchase select n, 1 + n % 2, 'thing, \"' || n from generate_series(1, 10) n",
        "create table leaflet (id int, words text)",
        "insert into leaflet values (1, 'sent to Ada@People.example in May')");
    DemoWorkspace.copyTo(folder.resolve("privacy"), database);
    Files.writeString(folder.resolve("privacy/datamap/main.yaml"), MAP);
    Files.writeString(folder.resolve("ada.yaml"), "email: ADA@people.example\n");
    terminal =
        new Terminal(
            folder,
            Map.of(
                "SECRET", database.password(), "UPHELD_HOME", folder.resolve("home").toString()));
  }

  private Run run(String... words) {
    return terminal.run(words);
  }

  private Run erasure(String verb, String... more) {
    String[] words = new String[6 + more.length];
    System.arraycopy(
        new String[] {"request", verb, "--subject-from", "ada.yaml", "--right", "erasure"},
        0,
        words,
        0,
        6);
    System.arraycopy(more, 0, words, 6, more.length);
    return run(words);
  }

  private static String digest(Run plan) {
    Matcher matcher = Pattern.compile("plan ([0-9a-f]{64})").matcher(plan.out());
    assertThat(matcher.find()).as(plan.out() + plan.err()).isTrue();
    return matcher.group(1);
  }

  private void memory() {
    Run script = run("request", "memory");
    assertThat(script.out()).contains("create table public.upheld_act");
    for (String statement : script.out().replaceAll("(?m)^--.*$", "").split(";", -1)) {
      if (!statement.isBlank()) {
        database.execute(statement);
      }
    }
    assertThat(run("request", "memory").out()).contains("every system has its memory");
  }

  @Test
  void aPersonGoesByTheApprovedPlanAndOnlyOnce() throws IOException {
    memory();
    Run plan = erasure("plan");
    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("customer", "deletes 1 row", "deletes 5 rows");
    assertThat(plan.out() + plan.err()).doesNotContainIgnoringCase("ada@");

    Run done = erasure("run", "--approve", digest(plan), "--receipt", "receipt.json");
    assertThat(done.exit()).as(done.err()).isZero();
    String receipt = Files.readString(folder.resolve("receipt.json"));
    assertThat(receipt).contains("signature", "leftAfter").doesNotContainIgnoringCase("ada@");

    Run again = erasure("run", "--approve", digest(plan), "--receipt", "again.json");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(Files.readString(folder.resolve("again.json"))).isEqualTo(receipt);

    Run left = run("request", "verify", "--subject-from", "ada.yaml");
    assertThat(left.exit()).isEqualTo(1);
    assertThat(left.out()).contains("main/public.leaflet.words").doesNotContain("customer.email");
  }

  @Test
  void whoWasErasedIsSearchedForWithoutBeingNamed() throws IOException {
    assertThat(run("residue").out()).contains("Nobody was erased");
    memory();
    erasure("run", "--approve", digest(erasure("plan")));
    Run left = run("residue", "--receipt", "second.json");
    assertThat(left.exit()).as(left.err()).isEqualTo(1);
    assertThat(left.out())
        .contains("main/public.leaflet.words: 1", "Backups may hold people who were erased until")
        .doesNotContainIgnoringCase("ada@")
        .doesNotContain("customer.");
    assertThat(Files.readString(folder.resolve("second.json")))
        .contains("signature", "leaflet")
        .doesNotContainIgnoringCase("ada@");
    database.execute("update leaflet set words = 'sent to somebody'");
    Run none = run("residue");
    assertThat(none.exit()).as(none.out() + none.err()).isZero();
    assertThat(none.out()).contains("Nothing unexplained was found of 2 erased identifiers");
  }

  @Test
  void nothingIsDoneWithoutTheApprovalOfThatPlan() {
    memory();
    assertThat(erasure("run").exit()).isEqualTo(1);
    Run other = erasure("run", "--approve", "0".repeat(64));
    assertThat(other.exit()).isNotZero();
    assertThat(other.err()).contains("Plan again");
    assertThat(erasure("plan").out()).contains("deletes 1 row");
  }

  @Test
  void withoutMemoryNothingIsDoneUnlessThatIsAccepted() {
    String digest = digest(erasure("plan"));
    Run refused = erasure("run", "--approve", digest);
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.out()).contains("create table public.upheld_act");
    assertThat(erasure("run", "--approve", digest, "--without-memory").exit()).isZero();
  }

  @Test
  void aCopyHoldsAllButSecretsAndOtherPeople() throws IOException {
    Run copy =
        run("request", "run", "--subject-from", "ada.yaml", "--right", "access", "--out", "copy");
    assertThat(copy.exit()).as(copy.err()).isZero();
    assertThat(Files.readString(folder.resolve("copy/main-customer.csv")))
        .contains("ada@people.example")
        .doesNotContain("bob@", "h1");
    assertThat(Files.readString(folder.resolve("copy/main-purchase.csv")))
        .contains("\"thing, \"\"10\"");
    assertThat(copy.out()).contains("password (withheld");
  }

  @Test
  void aFileThatNamesNobodyIsToldSo() throws IOException {
    Files.writeString(folder.resolve("ada.yaml"), "- ada@people.example\n");
    Run plan = erasure("plan");
    assertThat(plan.exit()).isEqualTo(2);
    assertThat(plan.err()).contains("one word per line").doesNotContain("ada@");
  }
}
