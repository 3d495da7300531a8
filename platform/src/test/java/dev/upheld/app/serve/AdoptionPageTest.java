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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An officer takes a table that is new in the database into its data map, by one press. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdoptionPageTest {
  private static final String MAP =
      """
      # kept by hand
      system: main
      places:
        customer:
          activity: accounts
          fields:
            email: {data: email, end: delete}  # checked
          technical: [id]
      """;

  private static final String ANY = "/map/review?system=main&table=customer";

  private final Path folder = TestFolders.create("adoption");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private RunningServer server;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Browser officer;

  @BeforeAll
  void start() throws IOException {
    TestDatabase database = Databases.postgres().freshDatabase();
    database.execute(
        "create table customer (id int primary key, email text, extra text)",
        "create table partner (id int primary key, email text)",
        "create table parcel_size (centimetres int)",
        "create table lead (id int primary key, c1 text, customer_id int)",
        "insert into lead select n, 'cd' || n || '@example.org', null from generate_series(10, 40) n");
    DemoWorkspace.copyTo(folder, database);
    Files.writeString(map(), MAP);
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

  private Page adopt(String table, String digest) {
    return officer.post("/map/review/adopt", "system", "main", "table", table, "digest", digest);
  }

  @Test
  void aNewTableIsTakenInWithItsOwnLinesAndNoOthers() throws Exception {
    String path = "/map/review?system=main&table=lead";
    Page page = officer.get(path);
    assertThat(page.body()).contains("has no place for lead", "action=\"/map/review/adopt\"");

    Page after = adopt("lead", digest(path));

    assertThat(after.location()).contains("/map/review?system=main&table=lead");
    assertThat(text())
        .startsWith(MAP)
        .contains("  lead:\n    review: proposed", "      c1: {data: email")
        .contains("customer_id: {to: customer.id")
        .doesNotContain("extra", "partner", "example.org");
    assertThat(officer.get(path).body()).contains("as.c1").contains("as.customer_id");
    assertThat(officer.get("/journal?kind=datamap").body())
        .contains("lead: proposed")
        .doesNotContain("example.org");
    assertThat(adopt("lead", digest(ANY)).body()).contains("speaks of that table already");
  }

  @Test
  void aNewTableIsNotTakenInWhereTheMapChangedMeanwhileOrThereIsNoneOfThatName()
      throws IOException {
    String digest = digest(ANY);
    Files.writeString(map(), MAP + "  # by hand\n");
    Page page = adopt("lead", digest);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("changed since this page was shown");
    assertThat(text()).isEqualTo(MAP + "  # by hand\n");

    assertThat(adopt("Ada Lovelace", digest(ANY)).body()).contains("shows no such table");
    assertThat(text()).isEqualTo(MAP + "  # by hand\n");
  }

  @Test
  void aTableWithoutPersonalDataIsPutAmongThoseToDecideOn() throws IOException {
    Page after = adopt("parcel_size", digest("/map/review?system=main&table=parcel_size"));
    assertThat(after.location()).contains("/map/review?system=main");
    assertThat(text()).contains("  parcel_size: \"none of its 1 columns looks personal\"");
  }
}
