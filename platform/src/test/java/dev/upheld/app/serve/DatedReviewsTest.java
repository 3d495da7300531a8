package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The queue of dated reviews in the console: seen by many, decided by officers, journalled. */
class DatedReviewsTest {
  private static final String RULE = "nimbus/newsletter/keep@main/reader";
  private static final String WHY = "They still read every letter.";

  private final TestDatabase database = Databases.postgres().freshDatabase();
  private final RunningServer server = open();
  private final Browser officer = server.signedIn(Role.OFFICER);

  private RunningServer open() {
    database.execute(
        "create table reader (id int primary key, email varchar(80), created_at timestamp not null)",
        "insert into reader values (1, 'ada@people.example', '2019-05-01'),"
            + " (2, 'bob@people.example', '2021-05-01'), (3, 'cy@people.example', now())",
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

  @AfterEach
  void close() {
    server.close();
  }

  private String body() {
    return officer.get("/retention/reviews").body();
  }

  @Test
  void whatWaitsIsLookedAtAndGoesOrStays() {
    assertThat(body()).contains("2 of 3 rows wait", "overdue", RULE).doesNotContain("ada@");
    String before =
        server.clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusYears(6).toString();
    assertThat(officer.post("/retention/reviews/look", "rule", RULE, "before", before).status())
        .as("without a reason")
        .isEqualTo(422);
    String look =
        officer
            .post("/retention/reviews/look", "rule", RULE, "before", before, "reason", WHY)
            .body();
    assertThat(look).contains("reader: 1 rows", WHY);
    Matcher digest = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(look);
    assertThat(digest.find()).isTrue();
    String[] form = {"rule", RULE, "before", before, "reason", WHY, "digest", digest.group(1)};
    Browser operator = server.signedIn(Role.OPERATOR);
    assertThat(operator.get("/retention/reviews").body()).doesNotContain("formaction");
    assertThat(operator.post("/retention/reviews/erase", form).status()).isEqualTo(403);
    assertThat(officer.post("/retention/reviews/erase", form).status()).isEqualTo(303);
    assertThat(body()).contains("go with the next run", WHY);
    assertThat(database.texts("select count(*) from reader")).containsExactly("3");

    String next =
        server.clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(90).toString();
    assertThat(
            officer
                .post("/retention/reviews/keep", "rule", RULE, "next", next, "reason", WHY)
                .status())
        .isEqualTo(303);
    assertThat(body()).contains("0 of 3 rows wait").doesNotContain("overdue");
    assertThat(journalled()).hasSize(2).allMatch(e -> e.actor().isPresent());
    assertThat(journalled().toString()).doesNotContain(WHY);
  }

  private List<Entry> journalled() {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock).page(0, 10, "retention.reviewed");
    }
  }
}
