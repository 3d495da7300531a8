package dev.upheld.app.serve;

import static dev.upheld.app.serve.MarkedShop.digest;
import static dev.upheld.app.serve.MarkedShop.until;
import static dev.upheld.app.serve.MarkedShop.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data that is kept still: marked in the live database, and erased by nobody. */
class RestrictionTest {
  private static final String WHY = "You say the address is wrong; we look at it.";
  private static final String OVER = "The address was corrected and checked with you.";
  private static final String ADA = "ada@people.example";

  private static TestDatabase database(TestDatabase.Engine engine) {
    return engine == TestDatabase.Engine.POSTGRESQL
        ? Databases.postgres().freshDatabase()
        : Databases.mariadb().freshDatabase();
  }

  @ParameterizedTest
  @EnumSource
  void whoIsRestrictedIsMarkedAndErasedByNobodyUntilTheyWereToldAndItWasLifted(
      TestDatabase.Engine engine) {
    try (MarkedShop shop = new MarkedShop(database(engine))) {
      Browser officer = shop.server.signedIn(Role.OFFICER);
      String here = shop.proved(officer, "  Ada@People.example ", "restriction");
      Page set = officer.post(here + "/restrict", "words", WHY);
      assertThat(set.status()).isEqualTo(303);
      waitFor(officer, here, "Marked in main / customer");
      assertThat(shop.frozen()).isEqualTo("1");
      assertThat(shop.journalled("request.marked")).contains("main").doesNotContain("ada@");

      String erasure = shop.proved(officer, ADA, "erasure");
      Page refused = officer.post(erasure + "/plan");
      assertThat(refused.body()).contains("Nothing of this person may be erased for now");

      assertThat(officer.post(here + "/lift").body()).contains("must have been told");
      assertThat(shop.frozen()).isEqualTo("1");
      assertThat(officer.post(here + "/announce", "words", OVER).status()).isEqualTo(303);
      until(officer, here + "/lift");
      waitFor(officer, here, "Marker taken back in main / customer");
      assertThat(shop.frozen()).isEqualTo("0");
      assertThat(officer.post(erasure + "/plan").status()).isEqualTo(303);
      assertThat(officer.get(erasure).body()).contains("main / customer", "Approve this plan");
    }
  }

  @Test
  void anErasureApprovedBeforeIsNotCarriedOut() {
    try (MarkedShop shop = new MarkedShop(Databases.postgres().freshDatabase())) {
      Browser officer = shop.server.signedIn(Role.OFFICER);
      String erasure = shop.proved(officer, ADA, "erasure");
      officer.post(erasure + "/plan");
      officer.post(erasure + "/approve", "digest", digest(officer.get(erasure)));
      String here = shop.proved(officer, ADA, "restriction");
      officer.post(here + "/restrict", "words", WHY);

      officer.post(erasure + "/run");

      waitFor(officer, erasure, "it is kept still, and nothing of it is erased");
      assertThat(shop.one("select count(*) from customer")).isEqualTo("2");
      assertThat(shop.one("select count(*) from purchase")).isEqualTo("3");
    }
  }

  @Test
  void whoWasRestrictedByAddressIsKnownByNumberToo() {
    try (MarkedShop shop = new MarkedShop(Databases.postgres().freshDatabase())) {
      Browser officer = shop.server.signedIn(Role.OFFICER);
      String here = shop.proved(officer, ADA, "restriction");
      officer.post(here + "/restrict", "words", WHY);
      waitFor(officer, here, "Marked in main / customer");
      officer.get("/requests/new");
      String byNumber =
          officer
              .post(
                  "/requests/new",
                  "right",
                  "erasure",
                  "channel",
                  "letter",
                  "received",
                  "2026-11-20",
                  "name",
                  "Ada",
                  "language",
                  "en",
                  "identifiers",
                  "customers: 1")
              .to();
      officer.post(byNumber + "/prove", "method", "call-back");

      assertThat(officer.post(byNumber + "/plan").body())
          .contains("Nothing of this person may be erased for now");
    }
  }

  @Test
  void programsAskInBatchAndAreAnsweredInOrder() {
    try (MarkedShop shop = new MarkedShop(Databases.postgres().freshDatabase())) {
      Browser officer = shop.server.signedIn(Role.OFFICER);
      String here = shop.proved(officer, ADA, "restriction");
      officer.post(here + "/restrict", "words", WHY);
      waitFor(officer, here, "Marked in main / customer");
      Browser program = shop.program(Permission.RESTRICTIONS_READ);

      Page page =
          query(
              program,
              "{\"email\":\"bob@people.example\"},{\"email\":\" ADA@people.example\"},"
                  + "{\"email\":\"ada+news@people.example\"},{\"customers\":\"1\"},"
                  + "{\"customers\":\"2\"},{\"email\":\"bob@people.example\",\"customers\":\"1\"}");

      assertThat(page.status()).as(page.body()).isEqualTo(200);
      assertThat(Pattern.compile("\"state\":\"([a-z]+)\"").matcher(page.body()).results())
          .extracting(m -> m.group(1))
          .containsExactly("free", "restricted", "free", "restricted", "free", "restricted");
    }
  }

  private static Page query(Browser program, String subjects) {
    return MarkedShop.json(
        program, "/api/v1/restrictions/query", "{\"subjects\":[" + subjects + "]}");
  }

  @Test
  void whatNamesNobodyIsRefusedAndQuotesNothing() {
    try (MarkedShop shop = new MarkedShop(Databases.postgres().freshDatabase())) {
      Browser program = shop.program(Permission.RESTRICTIONS_READ);
      for (String wrong :
          List.of(
              "",
              "{}",
              "null",
              "{\"email\":null}",
              "{\"email\":\" \"}",
              "{\"application\":\"ada@people.example\"}",
              "{\"mail\":\"ada@people.example\"}",
              "{\"email\":\"ada@people.example\"},".repeat(1_000) + "{\"email\":\"x\"}")) {
        Page page = query(program, wrong);
        assertThat(page.status() + wrong.substring(0, Math.min(40, wrong.length())))
            .startsWith("400");
        assertThat(page.body()).doesNotContain("ada@");
      }
      assertThat(query(program, "{\"email\":\"a@b.example\"}").status()).isEqualTo(200);
      Browser other = shop.program(Permission.REQUESTS_READ);
      assertThat(query(other, "{\"email\":\"a@b.example\"}").status()).isEqualTo(403);
    }
  }

  @Test
  void withoutAMarkerThePageSaysSoAndItHoldsAllTheSame() {
    try (MarkedShop shop = MarkedShop.unmarked(Databases.postgres().freshDatabase())) {
      Browser officer = shop.server.signedIn(Role.OFFICER);
      String here = shop.proved(officer, ADA, "restriction");
      assertThat(officer.post(here + "/finish", "words", "It is kept still now.").body())
          .as("saying so is not enough")
          .contains("it is set once");
      Page set = officer.post(here + "/restrict", "words", WHY);
      assertThat(set.status()).isEqualTo(303);

      waitFor(officer, here, "names no column that says so");
      assertThat(officer.post(here + "/restrict", "words", WHY).body())
          .as("twice")
          .contains("it is set once");
      String erasure = shop.proved(officer, ADA, "erasure");
      assertThat(officer.post(erasure + "/plan").body()).contains("may be erased for now");
      assertThat(officer.post(here + "/finish", "words", "It is kept still now.").status())
          .isEqualTo(303);
    }
  }

  private static String task(Browser browser, String here) {
    Matcher matcher =
        Pattern.compile("name=\"task\" value=\"([0-9a-f-]{36})\"")
            .matcher(browser.get(here).body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void theFileOfARestrictionIsKeptAsLongAsItIsInForce() {
    try (MarkedShop shop = MarkedShop.unmarked(Databases.postgres().freshDatabase())) {
      Browser officer = shop.server.signedIn(Role.OFFICER);
      String here = shop.proved(officer, ADA, "restriction");
      officer.post(here + "/restrict", "words", WHY);
      officer.post(here + "/finish", "words", "It is kept still now.");
      String other = shop.proved(officer, "bob@people.example", "access");
      officer.post(other + "/task", "words", "By hand", "due", "2026-12-01");
      officer.post(other + "/done", "task", task(officer, other), "words", "It was done.");
      assertThat(officer.post(other + "/finish", "words", "Here is all of it.").status())
          .isEqualTo(303);

      shop.server.clock.pass(Duration.ofDays(500));

      Browser later = shop.server.signedIn(Role.OFFICER);
      waitFor(later, other, "The file was erased");
      assertThat(later.get(here).body()).contains(ADA).doesNotContain("The file was erased");
    }
  }
}
