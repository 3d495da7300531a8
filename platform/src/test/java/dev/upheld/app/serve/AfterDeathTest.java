package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.Stores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instructions for after a death: left, changed, revoked, and carried out once it is proved. */
class AfterDeathTest {
  private static final String ADA = "ada@people.example";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private static final String GRACE = "grace@heirs.example";

  private final MarkedShop shop = new MarkedShop(Databases.postgres().freshDatabase());
  private final Browser browser = shop.server.browser();

  /** She is a customer as well: what is asked after a death must not reach her own data. */
  @BeforeEach
  void grace() {
    shop.database.execute(
        "insert into customer (id, email, name) values (9, 'grace@heirs.example', 'Grace')",
        "insert into purchase values (9, 9, 'a ring')");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /** The path of the private page of whoever has this address. */
  private String own(String right) {
    return own(right, ADA);
  }

  private String own(String right, String address) {
    browser.get("/privacy?lang=en");
    Page sent = browser.post("/privacy/ask", "lang", "en", "right", right, "email", address);
    Matcher token = TOKEN.matcher(sent.body());
    assertThat(token.find()).as(sent.body()).isTrue();
    Page opened =
        browser.post(
            "/privacy/code",
            "lang",
            "en",
            "token",
            token.group(1),
            "code",
            shop.server.code(address));
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
    String heir = own("post-mortem", GRACE);
    String here = newest(officer);
    assertThat(officer.get(here).body()).doesNotContain("The photographs first");
    assertThat(death(officer, here, "nobody").status()).isEqualTo(422);
    assertThat(death(officer, here, " ADA@people.example").status()).isEqualTo(303);
    assertThat(officer.get(here).body())
        .contains("Proved by death certificate", "Hand over a copy, then erase everything")
        .contains("Grace Hopper", "The photographs first", "Make sure that Grace Hopper");
    assertThat(death(officer, here, ADA).status()).as("twice").isEqualTo(422);
    assertThat(officer.post(here + "/finish", "words", "All of it was done.").status())
        .as("tasks wait")
        .isEqualTo(422);
    assertThat(shop.journalled("request.death-noted"))
        .contains("certificate", "hand-over")
        .doesNotContain("ada@", "Grace");
    assertThat(officer.post(here + "/plan").status()).as("nobody made sure").isEqualTo(422);

    assertThat(officer.post(here + "/heir").status()).isEqualTo(303);
    assertThat(officer.post(here + "/heir").status()).as("twice").isEqualTo(422);
    carriedOut(officer, here);
    assertThat(directives()).as("they have served").isZero();
    String copy = copied(heir);
    assertThat(copy).contains("a lamp", "a chair", ADA).doesNotContain("a rug", "a ring");
  }

  private long directives() {
    try (Store store = Stores.open(shop.server.store())) {
      return store.dsl().fetchCount(DSL.table("request_directive"));
    }
  }

  /** The request that came last. */
  private static String newest(Browser officer) {
    Matcher ref =
        Pattern.compile("/requests/[2-9A-Z]{4}-[2-9A-Z]{4}")
            .matcher(officer.get("/requests").body());
    String newest = "";
    while (ref.find()) {
      newest = officer.get(ref.group()).body().contains(GRACE) ? ref.group() : newest;
    }
    assertThat(newest).isNotEmpty();
    return newest;
  }

  /** All files of the copy as whoever has this private page fetches it. */
  private String copied(String own) {
    browser.get(own);
    browser.post(own + "/copy");
    Matcher code =
        Pattern.compile("[0-9]{4} [0-9]{4}").matcher(shop.server.newest(GRACE, "fetch the copy"));
    assertThat(code.find()).isTrue();
    byte[] zip = browser.fetch(own + "/copy/fetch", "code", code.group()).body();
    StringBuilder all = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      while (in.getNextEntry() != null) {
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  /** Plans, has it approved and waits until it is done: Ada goes, the heir and Bob stay. */
  private void carriedOut(Browser officer, String here) {
    assertThat(officer.post(here + "/plan").status()).isEqualTo(303);
    Page planned = officer.get(here);
    officer.post(here + "/approve", "digest", MarkedShop.digest(planned));
    officer.post(here + "/run");
    MarkedShop.waitFor(officer, here, "Receipt");
    assertThat(shop.one("select count(*) from customer where id = 1")).isEqualTo("0");
    assertThat(shop.one("select count(*) from purchase where customer_id = 1")).isEqualTo("0");
    assertThat(shop.one("select count(*) from customer where id in (2, 9)")).isEqualTo("2");
    assertThat(shop.one("select count(*) from purchase where id in (2, 9)")).isEqualTo("2");
  }

  @Test
  void whatWasRevokedIsGoneAndThenAllIsErased() {
    String own = own("post-mortem");
    leave(own, "keep", "Grace Hopper");
    assertThat(browser.post(own + "/directive/revoke", "lang", "en").to()).endsWith("done=revoked");
    assertThat(browser.post(own + "/directive/revoke", "lang", "en").to()).endsWith("done=not-now");
    assertThat(browser.get(own).body()).doesNotContain("Grace Hopper");

    Browser officer = shop.server.signedIn(Role.OFFICER);
    String here = shop.numbered(officer, "customers: 9", GRACE, "post-mortem");
    officer.post(here + "/prove", "method", "call-back");
    death(officer, here, ADA);
    assertThat(officer.get(here).body())
        .contains("No instructions were left")
        .doesNotContain("Make sure that");
    assertThat(officer.post(here + "/heir").status()).as("nobody was named").isEqualTo(422);
    carriedOut(officer, here);
  }

  @Test
  void whoeverAsksForTheirOwnDataAsWellAsksTwice() {
    Browser officer = shop.server.signedIn(Role.OFFICER);
    String here = shop.proved(officer, GRACE, "post-mortem", "access");
    assertThat(death(officer, here, ADA).body()).contains("request of its own");
    officer.post(here + "/plan");
    assertThat(officer.get(here).body()).contains("Hands out a copy").doesNotContain("Removes");
  }

  @Test
  void whatIsToStayIsHandedOverAndStays() {
    String own = own("post-mortem");
    leave(own, "keep", "Grace Hopper");
    Browser program = shop.program(Permission.REQUESTS_WORK);
    Browser officer = shop.server.signedIn(Role.OFFICER);
    String heir = own("post-mortem", GRACE);
    String here = newest(officer);
    String api = "/api/v1" + here;
    String death = "{\"address\": \"" + ADA + "\", \"method\": \"notary\"}";
    assertThat(MarkedShop.json(program, api + "/death", "{}").status()).isEqualTo(422);
    assertThat(MarkedShop.json(program, api + "/death", death).status()).isEqualTo(204);
    assertThat(MarkedShop.json(program, api + "/heir", "").status()).isEqualTo(204);
    officer.post(here + "/plan");
    officer.post(here + "/approve", "digest", MarkedShop.digest(officer.get(here)));
    officer.post(here + "/run");
    MarkedShop.waitFor(officer, here, "Receipt");
    assertThat(shop.one("select count(*) from purchase")).isEqualTo("4");
    assertThat(copied(heir)).contains("a lamp").doesNotContain("a ring");
    assertThat(directives()).isEqualTo(1);
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
