package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Identity;
import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The queue of dated reviews for people and programs: seen by many, decided by officers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatedReviewsTest {
  private static final String RULE = "nimbus/newsletter/keep@main/reader";
  private static final String API = "/api/v1/retention/reviews";
  private static final String OTHER = "nimbus/newsletter/keep@main/subscriber";
  private static final String WHY = "They still read every letter.";

  private final TestDatabase database = Databases.postgres().freshDatabase();
  private final RunningServer server = open();
  private final Browser officer = server.signedIn(Role.OFFICER);

  private RunningServer open() {
    database.execute(
        "create table reader (id int primary key, email varchar(80), created_at timestamp not null)",
        "insert into reader values (1, 'ada@people.example', '2019-05-01'),"
            + " (2, 'bob@people.example', '2021-05-01'), (3, 'cy@people.example', now())",
        "create table subscriber (id int primary key, email varchar(80), created_at timestamp not null)",
        "insert into subscriber values (1, 'di@people.example', '2018-05-01'),"
            + " (2, 'ed@people.example', now())",
        "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null,"
            + " figures text not null, at varchar(40) not null)");
    Path folder = TestFolders.create("dated-reviews");
    DemoWorkspace.copyTo(folder, database);
    try {
      Files.writeString(
          folder.resolve("datamap/main.yaml"),
          """
          system: main
          places:
            reader:
              activity: newsletter
              clocks: {collected: created_at}
              fields: {email: {data: email, end: delete}}
              technical: [id, created_at]
            subscriber:
              activity: newsletter
              clocks: {collected: created_at}
              fields: {email: {data: email, end: delete}}
              technical: [id, created_at]
          """);
      Path charter = folder.resolve("charter.yaml");
      String text = Files.readString(charter);
      String kept = "keep: {until: unsubscribed, then: delete}";
      assertThat(text).contains(kept);
      Files.writeString(
          charter,
          text.replace(kept, "keep: {criterion: they read it, review: 12 months, then: delete}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RunningServer.of(folder, Map.of("SECRET", database.password()), Map.of());
  }

  @AfterAll
  void close() {
    server.close();
  }

  private String body() {
    return officer.get("/retention/reviews").body();
  }

  private static String waitFor(Browser browser, String path, String text) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    String seen = browser.get(path).body();
    while (!seen.contains(text) && System.nanoTime() < end) {
      seen = browser.get(path).body();
    }
    assertThat(seen).contains(text);
    return seen;
  }

  private LocalDate today() {
    return server.clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Test
  void whatWaitsIsLookedAtAndGoesOrStays() {
    officer.post("/retention/reviews/count");
    waitFor(officer, "/retention/reviews", "2 of 3 rows wait");
    assertThat(body()).contains("overdue", "Counted", RULE).doesNotContain("ada@");
    assertThat(officer.get("/").body()).contains("2 rows wait for a review");
    assertThat(officer.get("/retention").body()).contains("for a dated review");
    String before = today().minusYears(6).toString();
    assertThat(officer.post("/retention/reviews/look", "before", before).status())
        .as("without a place")
        .isEqualTo(422);
    assertThat(officer.post("/retention/reviews/look", "rule", RULE, "before", before).status())
        .isEqualTo(303);
    String looks = waitFor(officer, "/retention/reviews/looks", "Let them go");
    assertThat(looks).contains("main/reader", "1 of 3 rows are past their time");
    Matcher ticked =
        Pattern.compile("name=\"rule\" value=\"([0-9a-f]{64} [^\"]+)\"").matcher(looks);
    assertThat(ticked.find()).isTrue();
    String[] form = {"rule", ticked.group(1), "reason", WHY};
    Browser operator = server.signedIn(Role.OPERATOR);
    assertThat(operator.get("/retention/reviews").body()).doesNotContain("formaction");
    assertThat(operator.post("/retention/reviews/erase", form).status()).isEqualTo(403);
    assertThat(officer.post("/retention/reviews/erase", "rule", ticked.group(1)).status())
        .as("without a reason")
        .isEqualTo(422);
    Browser.Page unseen =
        officer.post(
            "/retention/reviews/erase", "rule", "0".repeat(64) + " " + RULE, "reason", WHY);
    assertThat(unseen.status()).isEqualTo(422);
    assertThat(unseen.body()).contains("Nobody saw within a day");
    assertThat(officer.post("/retention/reviews/erase", form).status()).isEqualTo(303);
    assertThat(body()).contains("go with the next run", WHY);
    assertThat(database.texts("select count(*) from reader")).containsExactly("3");

    String next = today().plusDays(90).toString();
    assertThat(
            officer
                .post("/retention/reviews/keep", "rule", RULE, "next", next, "reason", WHY)
                .status())
        .isEqualTo(303);
    assertThat(body()).contains("0 of 3 rows wait");
    assertThat(journalled(RULE)).hasSize(2).allMatch(e -> e.actor().isPresent());
    assertThat(journalled(RULE).toString()).doesNotContain(WHY);
  }

  private Browser program(Permission... permissions) {
    Identity who =
        server.access().sessions().visit(officer.cookie("upheld-session")).orElseThrow().identity();
    String token =
        server
            .access()
            .tokens()
            .issue(who, "erp", Set.of(permissions), server.clock.instant().plus(Duration.ofDays(9)))
            .reveal();
    return server.browser().with("Authorization", "Bearer " + token);
  }

  private static int post(Browser program, String path, String body) {
    return program
        .postBody(API + path, "application/json", body.getBytes(StandardCharsets.UTF_8))
        .status();
  }

  @Test
  void aProgramLooksAndDecidesAsItsScopesLetIt() {
    Browser officerToo = program(Permission.PROMISES_READ, Permission.RETENTION_RELEASE);
    Browser engineer = program(Permission.PROMISES_READ, Permission.RETENTION_MANAGE);
    String rules = "{\"rules\":[\"" + OTHER + "\"]";
    String look = rules + ",\"before\":\"" + today().minusYears(3) + "\"}";
    assertThat(post(engineer, "/count", "{}")).isEqualTo(202);
    waitFor(engineer, API, "\"due\":1");
    assertThat(post(engineer, "/look", look)).isEqualTo(403);
    assertThat(post(officerToo, "/look", "{}")).isEqualTo(400);
    assertThat(post(officerToo, "/look", look.replace("subscriber", "nobody"))).isEqualTo(404);
    assertThat(post(officerToo, "/look", look)).isEqualTo(202);
    String seen = waitFor(officerToo, API, "\"would\":{\"listed\":1");
    assertThat(seen).contains("\"mayGo\":true").doesNotContain("di@");
    Matcher digest =
        Pattern.compile("\"digest\":\"([0-9a-f]{64})\"")
            .matcher(seen.substring(seen.indexOf(OTHER)));
    assertThat(digest.find()).isTrue();
    String ending =
        "{\"endings\":[{\"rule\":\"" + OTHER + "\",\"digest\":\"" + digest.group(1) + "\"}]";
    assertThat(post(officerToo, "/erase", ending + "}")).as("without a reason").isEqualTo(422);
    String why = ",\"reason\":\"" + WHY + "\"}";
    assertThat(post(engineer, "/erase", ending + why)).isEqualTo(403);
    assertThat(post(officerToo, "/erase", ending.replace(digest.group(1), "x") + why))
        .isEqualTo(409);
    assertThat(post(officerToo, "/erase", ending + why)).isEqualTo(204);
    assertThat(officerToo.get(API).body()).contains("\"endingBefore\"").doesNotContain(WHY);
    String keep = rules + ",\"next\":\"" + today().plusDays(90) + "\"";
    assertThat(post(engineer, "/keep", keep + why)).isEqualTo(403);
    assertThat(post(officerToo, "/keep", keep + "}")).isEqualTo(422);
    assertThat(post(officerToo, "/keep", keep + why)).isEqualTo(204);
    assertThat(officerToo.get(API).body()).contains("\"lastKept\"");
    assertThat(journalled(OTHER)).hasSize(2);
  }

  private List<Entry> journalled(String rule) {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock)
          .page(0, 100, "retention.reviewed").stream()
              .filter(e -> e.toString().contains(rule))
              .toList();
    }
  }
}
