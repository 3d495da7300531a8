package dev.upheld.app.serve;

import static dev.upheld.app.serve.MarkedShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.testing.Databases;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People of whom nothing is erased for now: who sets it, who sees it, what it stops. */
class HoldsTest {
  private static final String ADA = "ada@people.example";
  private static final String WHY = "Dispute 2026-17 is before the court.";

  private final MarkedShop shop = new MarkedShop(Databases.postgres().freshDatabase());
  private final Browser officer = shop.server.signedIn(Role.OFFICER);

  @AfterEach
  void close() {
    shop.close();
  }

  private Page set(String person, String... more) {
    officer.get("/holds");
    return officer.post(
        "/holds/set",
        "person",
        person,
        "reason",
        WHY,
        "owner",
        "Legal",
        "review",
        "2027-06-30",
        more.length > 0 ? more[0] : "x",
        more.length > 0 ? more[1] : "");
  }

  private String lift() {
    Matcher matcher =
        Pattern.compile("/holds/([0-9a-f-]{36})/lift").matcher(officer.get("/holds").body());
    assertThat(matcher.find()).isTrue();
    return "/holds/" + matcher.group(1) + "/lift";
  }

  @Test
  void whoIsOnHoldIsErasedByNoRequestUntilItIsLifted() {
    String before = shop.proved(officer, ADA, "erasure");
    officer.post(before + "/plan");
    officer.post(before + "/approve", "digest", MarkedShop.digest(officer.get(before)));
    assertThat(set("email: " + " ADA@people.example").status()).isEqualTo(303);
    assertThat(officer.get("/holds").body()).contains(WHY, "Legal").doesNotContain("ada@", "ADA@");

    String byNumber = shop.proved(officer, "someone@people.example", "erasure");
    assertThat(officer.post(byNumber + "/plan").status()).as("somebody else").isEqualTo(303);
    officer.post(before + "/run");
    MarkedShop.waitFor(officer, before, "Nothing of this person may be erased for now.");
    assertThat(shop.one("select count(*) from customer")).isEqualTo("2");

    assertThat(shop.journalled("register.hold-set")).contains("2027-06-30").doesNotContain("ada@");
    officer.post(lift());
    assertThat(officer.get("/holds").body()).contains("Nobody is on hold").doesNotContain(WHY);
    assertThat(shop.journalled("register.hold-lifted")).contains("hold");
    String after = shop.proved(officer, ADA, "erasure");
    assertThat(officer.post(after + "/plan").status()).isEqualTo(303);
  }

  @Test
  void aSecretHoldIsSeenByOfficersAloneAndGivesNothingAway() {
    assertThat(set("customers: 1", "secret", "yes").status()).isEqualTo(303);
    assertThat(officer.get("/holds").body()).contains(WHY, "secret");
    Browser operator = shop.server.signedIn(Role.OPERATOR);
    assertThat(operator.get("/holds").body()).contains("Nobody is on hold").doesNotContain(WHY);
    assertThat(operator.post(lift()).status()).isEqualTo(403);
    String here = shop.proved(operator, ADA, "erasure");
    assertThat(operator.post(here + "/plan").body())
        .as("found by address, held by number")
        .contains("Nothing of this person may be erased for now")
        .doesNotContain(WHY, "Dispute", "secret");
    Browser program = shop.program(Permission.RESTRICTIONS_READ);
    assertThat(
            json(program, "/api/v1/restrictions/query", "{\"subjects\":[{\"customers\":\"1\"}]}")
                .body())
        .as("a hold does not keep from using")
        .contains("\"free\"");
  }

  @Test
  void whoeverMayChangeAHoldIsRemindedToLookAgainUntilTheyDid() {
    LocalDate today = shop.server.clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    officer.get("/holds");
    for (String secret : new String[] {"", "yes"}) {
      LocalDate review = today.plusDays(secret.isEmpty() ? 6 : 30);
      String owner = secret.isEmpty() ? "Legal of Oran" : "Legal of Lyon";
      officer.post(
          "/holds/set",
          "person",
          "customers: 1",
          "reason",
          WHY,
          "owner",
          owner,
          "review",
          review.toString(),
          secret.isEmpty() ? "x" : "secret",
          secret);
    }
    Browser operator = shop.server.signedIn(Role.OPERATOR);
    assertThat(officer.get("/").body()).contains("Holds to look at again", "Legal of Oran");
    assertThat(officer.get("/").body()).as("not yet").doesNotContain("Legal of Lyon");
    assertThat(operator.get("/").body()).contains("Legal of Oran");
    assertThat(shop.server.signedIn(Role.AUDITOR).get("/").body()).doesNotContain("Legal of");

    shop.server.clock.pass(Duration.ofDays(40));
    Browser back = shop.server.signedIn(Role.OFFICER);
    Browser worker = shop.server.signedIn(Role.OPERATOR);
    assertThat(back.get("/").body()).contains("Legal of Oran", "Legal of Lyon");
    assertThat(worker.get("/").body())
        .as("a secret one")
        .contains("Legal of Oran")
        .doesNotContain("Legal of Lyon");

    for (String id : reviewed(back)) {
      LocalDate before = today.plusDays(39);
      assertThat(worker.post(id, "review", today.plusYears(1).toString()).status()).isEqualTo(403);
      back.post(id, "review", before.toString());
      assertThat(back.get("/").body()).as("a day that is past").contains("Legal of Oran");
    }
    reviewed(back).forEach(id -> back.post(id, "review", today.plusYears(1).toString()));
    assertThat(back.get("/").body()).doesNotContain("Legal of", "Holds to look at again");
    assertThat(back.get("/holds").body()).contains("Legal of Oran", "Legal of Lyon");
    assertThat(shop.journalled("register.hold-reviewed")).contains(today.plusYears(1).toString());
  }

  private static List<String> reviewed(Browser browser) {
    return Pattern.compile("/holds/[0-9a-f-]{36}/review")
        .matcher(browser.get("/holds").body())
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  @Test
  void programsSetAndLiftAndReadNobodysReason() {
    Browser program = shop.program(Permission.HOLDS_READ, Permission.HOLDS_MANAGE);
    Page made =
        json(
            program,
            "/api/v1/holds",
            "{\"subject\":{\"email\":\""
                + ADA
                + "\"},\"reason\":\""
                + WHY
                + "\",\"owner\":\"Legal\",\"review\":\"2027-06-30\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String id = made.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(program.get("/api/v1/holds").body()).contains(id).doesNotContain("Dispute", "ada@");
    assertThat(json(program, "/api/v1/holds/" + id + "/lift", "{}").status()).isEqualTo(204);
    assertThat(json(program, "/api/v1/holds/" + id + "/lift", "{}").status()).isEqualTo(404);
    for (String wrong :
        new String[] {
          "{}",
          "{\"subject\":{\"mail\":\"x\"},\"reason\":\""
              + WHY
              + "\",\"owner\":\"L\",\"review\":\"2027-06-30\"}",
          "{\"subject\":{\"email\":\"x@y.example\"},\"reason\":\"short\",\"owner\":\"L\",\"review\":\"2027-06-30\"}",
          "{\"subject\":{\"email\":\"x@y.example\"},\"reason\":\""
              + WHY
              + "\",\"owner\":\"L\",\"review\":\"soon\"}"
        }) {
      assertThat(json(program, "/api/v1/holds", wrong).status()).isBetween(400, 422);
    }
  }

  private Page rows(String... fields) {
    officer.get("/holds");
    return officer.post(
        "/holds/set",
        Stream.concat(
                Stream.of("reason", WHY, "owner", "Legal", "review", "2027-06-30"),
                Stream.of(fields))
            .toArray(String[]::new));
  }

  @Test
  void aRowOnHoldStopsTheErasureThatWouldReachIt() {
    String before = shop.proved(officer, ADA, "erasure");
    officer.post(before + "/plan");
    officer.post(before + "/approve", "digest", MarkedShop.digest(officer.get(before)));
    assertThat(rows("what", "place main/purchase", "from", "3", "to", "1").body())
        .contains("the wrong way round", WHY);
    assertThat(rows("what", "place main/purchase", "key", "99").body()).contains("no row");
    for (String[] wrong :
        new String[][] {
          {"what", ""}, {"what", "place main/purchase"}, {"what", "activity accounts", "key", "3"}
        }) {
      assertThat(rows(wrong).status()).isEqualTo(422);
    }
    assertThat(rows("what", "place main/purchase", "key", "3").status()).isEqualTo(303);
    String page = officer.get("/holds").body();
    assertThat(page).contains("main/purchase", "Count its rows");
    String id = lift().substring(7, 43);
    assertThat(officer.get("/holds?count=" + id).body()).contains("1 row now in");

    officer.post(before + "/run");
    MarkedShop.waitFor(officer, before, "Nothing of this person may be erased for now.");
    assertThat(shop.one("select count(*) from customer")).isEqualTo("2");
    assertThat(shop.one("select count(*) from purchase")).isEqualTo("3");
    assertThat(shop.journalled("register.hold-set")).doesNotContain("purchase");
    officer.post(lift());
    String after = shop.proved(officer, ADA, "erasure");
    assertThat(officer.post(after + "/plan").status()).isEqualTo(303);
  }

  @Test
  void programsHoldRowsAndCountThem() {
    Browser program = shop.program(Permission.HOLDS_READ, Permission.HOLDS_MANAGE);
    String said = "\"reason\":\"" + WHY + "\",\"owner\":\"Legal\",\"review\":\"2027-06-30\"";
    for (String wrong :
        List.of(
            "{\"activity\":\"sales\"}",
            "{\"activity\":\"accounts\",\"key\":\"1\"}",
            "{\"place\":\"main/purchase\"}",
            "{\"place\":\"main/purchase\",\"from\":\"x\"}")) {
      Page refused = json(program, "/api/v1/holds", "{\"rows\":" + wrong + "," + said + "}");
      assertThat(refused.status()).as(wrong + refused.body()).isEqualTo(400);
    }
    Page made =
        json(
            program,
            "/api/v1/holds",
            "{\"rows\":{\"place\":\"main/purchase\",\"from\":\"2\"},\"secret\":true," + said + "}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String id = made.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(program.get("/api/v1/holds").body()).contains("\"range\"", "main/purchase");
    assertThat(program.get("/api/v1/holds/" + id + "/rows").body())
        .contains("\"place\":\"main/purchase\"", "\"rows\":2");
    Browser reader = shop.program(Permission.HOLDS_READ);
    assertThat(reader.get("/api/v1/holds").body()).doesNotContain(id);
    assertThat(reader.get("/api/v1/holds/" + id + "/rows").status()).isEqualTo(404);
  }

  @Test
  void aFormThatNamesNobodyComesBackAsItWas() {
    for (String person : new String[] {"", "ada@people.example", "application: x", "email:"}) {
      Page page = set(person);
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.body()).contains(WHY);
    }
    assertThat(officer.get("/holds").body()).contains("Nobody is on hold");
  }
}
