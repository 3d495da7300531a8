package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.testing.Databases;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Instructions for after a death: left, changed, revoked, and carried out once it is proved. */
class AfterDeathTest {
  private static final String ADA = "ada@people.example";
  private static final Pattern CODE = Pattern.compile("\\b(\\d{4}) ?(\\d{4})\\b");
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final MarkedShop shop = new MarkedShop(Databases.postgres().freshDatabase());
  private final Browser browser = shop.server.browser();

  @AfterEach
  void close() {
    shop.close();
  }

  /** The path of the private page of whoever has this address. */
  private String own(String right) {
    int mails = shop.server.mails();
    browser.get("/privacy?lang=en");
    Page sent = browser.post("/privacy/ask", "lang", "en", "right", right, "email", ADA);
    Matcher code = CODE.matcher(RunningServer.text(shop.server.mail(mails + 1)));
    Matcher token = TOKEN.matcher(sent.body());
    assertThat(code.find() && token.find()).as(sent.body()).isTrue();
    Page opened =
        browser.post(
            "/privacy/code",
            "lang",
            "en",
            "token",
            token.group(1),
            "code",
            code.group(1) + code.group(2));
    assertThat(opened.status()).isEqualTo(303);
    return opened.to().replaceAll("\\?.*", "");
  }

  private Page leave(String own, String wish, String name) {
    return browser.post(
        own + "/directive",
        "lang",
        "en",
        "wish",
        wish,
        "name",
        name,
        "contact",
        "grace@heirs.example",
        "words",
        "The photographs first");
  }

  private Page death(Browser officer, String here, String address) {
    return officer.post(here + "/death", "address", address, "method", "certificate");
  }

  @Test
  void whatWasLeftLastIsCarriedOutOnceTheDeathIsProved() {
    String own = own("post-mortem");
    assertThat(leave(own, "erase", "").to()).endsWith("done=directive");
    assertThat(leave(own, "hand-over", "").to()).as("to nobody").endsWith("done=not-now");
    assertThat(leave(own, "hand-over", "Grace Hopper").to()).endsWith("done=directive");
    assertThat(browser.get(own).body()).contains("On file since", "Grace Hopper");
    assertThat(shop.journalled("request.directive-left"))
        .contains("version=2")
        .doesNotContain("Grace", "ada@");

    Browser officer = shop.server.signedIn(Role.OFFICER);
    String here = shop.proved(officer, "grace@heirs.example", "post-mortem");
    assertThat(officer.get(here).body()).doesNotContain("The photographs first");
    assertThat(death(officer, here, "nobody").status()).isEqualTo(422);
    assertThat(death(officer, here, " ADA@people.example").status()).isEqualTo(303);
    assertThat(officer.get(here).body())
        .contains("Proved by death certificate", "Hand over a copy, then erase everything")
        .contains("Grace Hopper", "The photographs first")
        .contains("hand over a copy of the data of", "--ground death");
    assertThat(death(officer, here, ADA).status()).as("twice").isEqualTo(422);
    assertThat(officer.post(here + "/finish", "words", "All of it was done.").status())
        .as("tasks wait")
        .isEqualTo(422);
    assertThat(shop.journalled("request.death-noted"))
        .contains("certificate", "hand-over")
        .doesNotContain("ada@", "Grace");
  }

  @Test
  void whatWasRevokedIsGoneAndThenAllIsErased() {
    String own = own("post-mortem");
    leave(own, "keep", "Grace Hopper");
    assertThat(browser.post(own + "/directive/revoke", "lang", "en").to()).endsWith("done=revoked");
    assertThat(browser.post(own + "/directive/revoke", "lang", "en").to()).endsWith("done=not-now");
    assertThat(browser.get(own).body()).doesNotContain("Grace Hopper");

    Browser officer = shop.server.signedIn(Role.OFFICER);
    String here = shop.proved(officer, "grace@heirs.example", "post-mortem");
    death(officer, here, ADA);
    assertThat(officer.get(here).body())
        .contains("No instructions were left", "--ground death")
        .doesNotContain("hand over a copy of the data of");
  }

  @Test
  void onlyARequestAboutItLeavesInstructions() {
    String own = own("access");
    assertThat(browser.get(own).body()).doesNotContain("After your death");
    assertThat(leave(own, "erase", "").to()).endsWith("done=not-now");
    assertThat(browser.post("/privacy/request/" + "x".repeat(43) + "/directive").status())
        .isEqualTo(303);
  }
}
