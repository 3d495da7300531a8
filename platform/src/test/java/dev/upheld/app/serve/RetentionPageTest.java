package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Identity;
import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.duty.retention.Certificate;
import dev.upheld.store.StoreHome;
import dev.upheld.testing.Databases;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An officer sees what a rule would do, lets it, runs it, and takes the certificate away. */
class RetentionPageTest {
  private final KeepingShop shop = new KeepingShop(Databases.postgres().freshDatabase());
  private final Browser officer = shop.server.signedIn(Role.OFFICER);
  private final String page =
      "/retention/rule?rule=" + URLEncoder.encode(KeepingShop.RULE, StandardCharsets.UTF_8);

  @AfterEach
  void close() {
    shop.close();
  }

  private Page waitFor(String path, String text) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Page seen = officer.get(path);
    while (!seen.body().contains(text) && System.nanoTime() < end) {
      seen = officer.get(path);
    }
    assertThat(seen.body()).contains(text);
    return seen;
  }

  @Test
  void aRuleIsLookedAtReleasedPausedResumedRunAndCertified() {
    assertThat(officer.get("/").body()).contains("href=\"/retention\"");
    assertThat(officer.get("/retention").body()).contains("waits for a release", "shop/visit");
    assertThat(officer.get(page).body()).contains("Nobody has released it yet");

    officer.post("/retention/look", "rule", KeepingShop.RULE);
    Page seen = waitFor(page, "Release what this shows");
    assertThat(seen.body())
        .contains("2 of 5 rows are past their time", "1 row has no clock", "What a run would do");
    assertThat(shop.rows()).isEqualTo("5");
    Matcher digest = Pattern.compile("name=\"digest\" value=\"([0-9a-f]+)\"").matcher(seen.body());
    assertThat(digest.find()).isTrue();

    Page forged = officer.post("/retention/release", "rule", KeepingShop.RULE, "digest", "another");
    assertThat(forged.status()).isEqualTo(422);
    assertThat(forged.body()).contains("not the one that was seen");
    officer.post("/retention/release", "rule", KeepingShop.RULE, "digest", digest.group(1));
    assertThat(officer.get(page).body()).contains("It runs every night", "Released today");

    assertThat(officer.post("/retention/pause", "rule", KeepingShop.RULE, "reason", "no").status())
        .isEqualTo(422);
    officer.post("/retention/pause", "rule", KeepingShop.RULE, "reason", "An audit of visits");
    assertThat(officer.get(page).body()).contains("An audit of visits", "Resume");
    assertThat(officer.post("/retention/run", "rule", KeepingShop.RULE).status()).isEqualTo(422);
    officer.post("/retention/resume", "rule", KeepingShop.RULE);

    officer.post("/retention/run", "rule", KeepingShop.RULE);
    Page ran = waitFor(page, "Certificate of destruction");
    assertThat(shop.rows()).isEqualTo("3");
    assertThat(ran.body()).contains("due 2, done 2, kept back 0, left 0");
    Matcher link =
        Pattern.compile("(/retention/certificate[^\"]+form=json[^\"]*)").matcher(ran.body());
    assertThat(link.find()).isTrue();
    String file = link.group(1).replace("&amp;", "&");
    String signed = officer.get(file).body();
    SigningKeys keys = Wiring.signing(new StoreHome(shop.server.home()));
    assertThat(
            Certificate.verified(signed, keys.all())
                .orElseThrow()
                .at("/done/visit/deleted")
                .asLong())
        .isEqualTo(2);
    Page paper = officer.get(file.replace("form=json", "form=pdf"));
    assertThat(paper.body()).startsWith("%PDF");

    Page counted = waitFor(page, "What is held, by age");
    assertThat(counted.status()).isEqualTo(200);
    assertThat(waitFor("/retention/calendar", "The next 14 nights").body()).contains("shop/visit");
    String day = shop.server.clock.instant().toString().substring(0, 10);
    assertThat(officer.get(page + "&on=" + day).body()).contains("due when it began");
    assertThat(officer.get(page + "&on=2020-01-01").body()).contains("No run began on");
    assertThat(officer.get("/retention/rule?rule=nothing").status()).isEqualTo(404);
  }

  @Test
  void whoeverMayNotReleaseIsToldWhoMay() {
    Browser auditor = shop.server.signedIn(Role.AUDITOR);
    assertThat(auditor.get("/retention").status()).isEqualTo(200);
    assertThat(auditor.get(page).body()).doesNotContain("<button>Make a dry run");
    assertThat(auditor.post("/retention/release", "rule", KeepingShop.RULE).status())
        .isEqualTo(403);
    Browser engineer = shop.server.signedIn(Role.ENGINEER);
    assertThat(engineer.get(page).body()).contains("Make a dry run", "officer releases rules");
    assertThat(engineer.post("/retention/release", "rule", KeepingShop.RULE).status())
        .isEqualTo(403);
  }

  private static Page json(Browser browser, String path, String body) {
    return browser.postBody(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private Browser program(Permission... permissions) {
    Identity who =
        shop.server
            .access()
            .sessions()
            .visit(officer.cookie("upheld-session"))
            .orElseThrow()
            .identity();
    String token =
        shop.server
            .access()
            .tokens()
            .issue(
                who,
                "erp",
                Set.of(permissions),
                shop.server.clock.instant().plus(Duration.ofDays(9)))
            .reveal();
    return shop.server.browser().with("Authorization", "Bearer " + token);
  }

  private Page waitFor(Browser program, String path, String text) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Page seen = program.get(path);
    while (!seen.body().contains(text) && System.nanoTime() < end) {
      seen = program.get(path);
    }
    assertThat(seen.body()).contains(text);
    return seen;
  }

  @Test
  void aProgramSeesAndSteersAsItsScopesLetIt() {
    String api = "/api/v1/retention/";
    String query = "?rule=" + URLEncoder.encode(KeepingShop.RULE, StandardCharsets.UTF_8);
    String body = "{\"rule\":\"" + KeepingShop.RULE + "\"}";
    Browser program =
        program(
            Permission.PROMISES_READ, Permission.RETENTION_MANAGE, Permission.RETENTION_RELEASE);
    Browser reader = program(Permission.PROMISES_READ);
    assertThat(reader.get(api + "rules").body()).contains("\"waits\"", KeepingShop.RULE);
    assertThat(json(reader, api + "plan", body).status()).isEqualTo(403);
    assertThat(json(program, api + "plan", body).status()).isEqualTo(202);
    String seen = waitFor(program, api + "plan" + query, "\"deleted\":2").body();
    Matcher digest = Pattern.compile("\"seen\":\"([0-9a-f]+)\"").matcher(seen);
    assertThat(digest.find()).isTrue();
    String leave = body.replace("}", ",\"digest\":\"" + digest.group(1) + "\"}");
    assertThat(json(program, api + "run", body).status()).isEqualTo(409);
    assertThat(json(program, api + "release", body).status()).isEqualTo(409);
    assertThat(json(program, api + "release", leave).status()).isEqualTo(200);
    assertThat(json(program, api + "pause", body).status()).isEqualTo(422);
    String why = body.replace("}", ",\"reason\":\"An audit of visits\"}");
    assertThat(json(program, api + "pause", why).status()).isEqualTo(204);
    assertThat(json(program, api + "resume", body).status()).isEqualTo(204);
    assertThat(json(program, api + "run", body).status()).isEqualTo(202);
    String runs = waitFor(program, api + "runs" + query, "\"ended\":\"").body();
    Matcher run = Pattern.compile("\"run\":\"([0-9a-f-]+)\"").matcher(runs);
    assertThat(run.find()).isTrue();
    assertThat(reader.get(api + "certificate?run=" + run.group(1)).body()).contains("signature");
    assertThat(reader.get(api + "certificate?run=x").status()).isEqualTo(404);
    String day = shop.server.clock.instant().toString().substring(0, 10);
    assertThat(reader.get(api + "day" + query + "&on=" + day).body()).contains("\"keptBack\"");
    assertThat(reader.get(api + "day" + query).status()).isEqualTo(400);
    assertThat(reader.get(api + "runs?rule=x").status()).isEqualTo(404);
    assertThat(waitFor(reader, api + "calendar", "nights").body()).contains("\"weeks\"");
  }
}
