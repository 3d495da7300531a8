package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.People.Person;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitations, passwords, roles and tokens, over HTTP and mail. */
class PeopleTest {
  private static final String EMAIL = "ida@nimbus.example";
  private static final Pattern TOKEN = Pattern.compile("upheld_[A-Za-z0-9_-]{43}");

  @SuppressWarnings("NullAway.Init") // set before each test
  private RunningServer server;

  @BeforeEach
  void start() {
    server = new RunningServer(Map.of());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Someone invited(Role role, Browser browser) {
    Browser officer = server.signedIn(Role.OFFICER);
    assertThat(officer.post("/people/invite", "email", EMAIL, "role", role.word()).to())
        .isEqualTo("/people");
    String link = server.link(server.mail(1));
    return Someone.joins(server, browser, link, EMAIL);
  }

  private String id(String email) {
    return server.access().people().list().stream()
        .filter(p -> p.email().equals(email))
        .map(Person::id)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private boolean in(Browser browser) {
    return browser.get("/account").status() == 200;
  }

  @Test
  void mailsSpeakTheLanguageOfTheirReader() throws MessagingException {
    Browser browser = server.browser().with("Accept-Language", "fr");
    invited(Role.OPERATOR, browser);
    assertThat(server.mail(1).getSubject()).as("nobody knows yet").startsWith("You are invited");
    assertThat(RunningServer.text(server.mail(1))).contains("Your role there: operator");
    assertThat(resetSubject(2)).startsWith("Un nouveau mot de passe");
    enter(browser);
    browser.post("/preferences", "language", "en");
    assertThat(resetSubject(3)).startsWith("A new password");
    enter(server.browser().with("Accept-Language", "fr"));
    assertThat(resetSubject(4)).as("what was chosen stays").startsWith("A new password");
  }

  private void enter(Browser browser) {
    browser.get(server.access().people().enterOnce(EMAIL, "Astrid Ek", Role.OPERATOR));
    assertThat(in(browser)).isTrue();
  }

  private String resetSubject(int mails) throws MessagingException {
    server.clock.pass(Duration.ofHours(2));
    server.browser().post("/reset", "email", EMAIL);
    return server.mail(mails).getSubject();
  }

  @Test
  void anInvitationComesByMailAndServesOnce() throws MessagingException {
    Browser browser = server.browser();
    invited(Role.OPERATOR, browser);
    MimeMessage mail = server.mail(1);
    assertThat(mail.getAllRecipients()).singleElement().hasToString(EMAIL);
    assertThat(RunningServer.text(mail)).contains(server.url() + "/invitation/");
    assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@[^>]+>");
    assertThat(in(browser)).isTrue();
    assertThat(server.browser().get(server.link(mail)).to()).isEqualTo("/sign-in");
  }

  @Test
  void anInvitationEndsAfterAWeekAndWhenWithdrawn() {
    Browser officer = server.signedIn(Role.OFFICER);
    officer.post("/people/invite", "email", EMAIL, "role", "operator");
    String link = server.link(server.mail(1));
    assertThat(server.browser().get(link).status()).isEqualTo(200);
    officer.post("/people/withdraw", "person", id(EMAIL));
    assertThat(server.browser().get(link).to()).isEqualTo("/sign-in");
    officer.post("/people/invite", "email", EMAIL, "role", "operator");
    String second = server.link(server.mail(2));
    server.clock.pass(Duration.ofDays(7));
    assertThat(server.browser().get(second).to()).isEqualTo("/sign-in");
  }

  private static final List<String> NO_ADDRESSES =
      List.of(
          "ida@nimbus.example\r\nBcc: evil@evil.example",
          "ida@nimbus.example\nSubject: x",
          "ida@nimbus.example, evil@evil.example",
          "Ida <ida@nimbus.example>",
          "ida@nimbus.example%0aBcc:x@evil.example",
          "ida",
          "");

  @Test
  void whatIsNoPlainAddressIsNotInvited() {
    Browser officer = server.signedIn(Role.OFFICER);
    for (String email : NO_ADDRESSES) {
      Page page = officer.post("/people/invite", "email", email, "role", "operator");
      assertThat(page.status()).as(email).isEqualTo(422);
    }
    assertThat(server.access().people().list()).as("the two who were there").hasSize(2);
  }

  @Test
  void aWeakPasswordIsRefused() {
    Browser browser = server.browser();
    browser.get(server.wayIn());
    for (String password : List.of("short-one-1", "passwordpassword", "nimbus-first!")) {
      Page page =
          browser.post(server.wayIn(), "name", "Ida", "password", password, "repeat", password);
      assertThat(page.status()).as(password).isEqualTo(422);
      assertThat(page.body()).doesNotContain("value=\"" + password);
    }
    Page differs =
        browser.post(
            server.wayIn(),
            "name",
            "Ida",
            "password",
            RunningServer.PASSWORD,
            "repeat",
            RunningServer.PASSWORD + "!");
    assertThat(differs.status()).isEqualTo(422);
    assertThat(server.access().people().anybody()).isFalse();
  }

  @Test
  void aForgottenPasswordIsSetByALinkThatServesOnceAndSessionsEnd() {
    Browser browser = server.browser();
    Someone ida = invited(Role.OPERATOR, browser);
    Browser other = server.browser();
    other.get("/reset");
    Page known = other.post("/reset", "email", EMAIL);
    Page unknown = other.post("/reset", "email", "nobody@nimbus.example");
    assertThat(known.status()).isEqualTo(200);
    assertThat(
            unknown
                .body()
                .replace("nobody@nimbus.example", EMAIL)
                .replaceAll("value=\"[^\"]*\"", ""))
        .isEqualTo(known.body().replaceAll("value=\"[^\"]*\"", ""));
    String link = server.link(server.mail(2));
    other.get(link);
    String fresh = "quite another phrase";
    assertThat(other.post(link, "password", fresh, "repeat", fresh).to()).isEqualTo("/sign-in");
    assertThat(in(browser)).as("the session from before").isFalse();
    assertThat(
            other
                .post(link, "password", "a third phrase then", "repeat", "a third phrase then")
                .to())
        .isEqualTo("/sign-in");
    Browser now = server.browser();
    assertThat(ida.password(now).status()).as("the old password").isEqualTo(422);
    assertThat(now.post("/sign-in", "email", EMAIL, "password", fresh).to())
        .as("the second factor is asked as ever")
        .isEqualTo("/sign-in/code");
    assertThat(RunningServer.text(server.mail(3))).contains("was changed just now");
  }

  @Test
  void aLinkToANewPasswordEndsAfterAnHour() {
    invited(Role.OPERATOR, server.browser());
    server.browser().post("/reset", "email", EMAIL);
    String link = server.link(server.mail(2));
    assertThat(server.browser().get(link).status()).isEqualTo(200);
    server.clock.pass(Duration.ofHours(1));
    assertThat(server.browser().get(link).to()).isEqualTo("/sign-in");
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
    Browser browser = server.browser();
    Someone ida = invited(Role.OPERATOR, browser);
    Browser other = server.browser();
    ida.signsIn(other);
    String fresh = "quite another phrase";
    Map<String, String> form = new HashMap<>(Map.of("password", fresh, "repeat", fresh));
    assertThat(browser.post("/account/password", fields(form, "current", "wrong")).status())
        .isEqualTo(422);
    String before = browser.cookie("upheld-session");
    Page changed =
        browser.post("/account/password", fields(form, "current", RunningServer.PASSWORD));
    assertThat(changed.to()).isEqualTo("/account");
    assertThat(browser.cookie("upheld-session")).isNotEqualTo(before);
    assertThat(in(browser)).isTrue();
    assertThat(in(other)).isFalse();
  }

  private static String[] fields(Map<String, String> form, String name, String value) {
    List<String> all = new java.util.ArrayList<>(List.of(name, value));
    form.forEach((k, v) -> all.addAll(List.of(k, v)));
    return all.toArray(String[]::new);
  }

  @Test
  void anotherRoleOrBeingShutOutEndsSessionsAtOnce() {
    Browser officer = server.signedIn(Role.OFFICER);
    Browser operator = server.signedIn(Role.OPERATOR);
    String id = id("operator@nimbus.example");
    officer.post("/people/role", "person", id, "role", "auditor");
    assertThat(in(operator)).isFalse();
    Browser auditor = server.browser();
    auditor.get(server.access().people().enterOnce("operator@nimbus.example", "Op", Role.OPERATOR));
    assertThat(auditor.get("/people").status()).as("an auditor now").isEqualTo(200);
    officer.post("/people/disable", "person", id);
    assertThat(in(auditor)).isFalse();
  }

  @Test
  void nobodyChangesThemselvesAndAnOfficerIsAlwaysLeft() {
    Browser officer = server.signedIn(Role.OFFICER);
    String self = id("officer@nimbus.example");
    officer.post("/people/role", "person", self, "role", "auditor");
    officer.post("/people/disable", "person", self);
    assertThat(in(officer)).isTrue();
    assertThat(officer.get("/people").status()).isEqualTo(200);
  }

  private List<Entry> journal() {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock).page(0, 1_000, "");
    }
  }

  @Test
  void whoeverIsErasedLeavesNoTraceOfWhoTheyWereAndTheJournalHolds() {
    Browser officer = server.signedIn(Role.OFFICER);
    invited(Role.OPERATOR, server.browser());
    String id = id(EMAIL);
    officer.get("/people");
    assertThat(officer.post("/people/erase", "person", id).to()).isEqualTo("/people");
    assertThat(id(EMAIL)).as("only who is shut out is erased").isEqualTo(id);
    officer.post("/people/disable", "person", id);
    List<Entry> before = journal();
    assertThat(officer.get("/people").body()).contains(EMAIL, "/people/erase");
    officer.post("/people/erase", "person", id);
    assertThat(officer.get("/people").body()).doesNotContain(EMAIL, id);
    List<Entry> after = journal();
    assertThat(after.subList(0, before.size())).as("nothing before is touched").isEqualTo(before);
    Entry erased = after.getLast();
    assertThat(erased.kind()).isEqualTo("person.erased");
    ReferenceId reference =
        new ReferenceId(UUID.fromString(String.valueOf(erased.facts().get("person"))));
    assertThat(before).anyMatch(e -> e.actor().filter(reference::equals).isPresent());
    assertThat(server.access().people().resolve(List.of(reference))).isEmpty();
    assertThat(server.access().people().resolve(List.of(erased.actor().orElseThrow()))).hasSize(1);
  }

  @Test
  void programsReadWhoIsThereAndTakeTheJournalAway() {
    Browser officer = server.signedIn(Role.OFFICER);
    String people = token(officer, "people.read", "2026-11-24");
    String export = token(officer, "journal.export", "2026-11-24");
    Page list = api(people, "/api/v1/people");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body())
        .contains("\"email\":\"officer@nimbus.example\"", id("officer@nimbus.example"));
    Page lines = api(export, "/api/v1/journal/export");
    assertThat(lines.status()).isEqualTo(200);
    assertThat(lines.body()).contains("\"kind\":\"token.");
    assertThat(api(export, "/api/v1/people").status()).isEqualTo(403);
    assertThat(api(people, "/api/v1/journal/export").status()).isEqualTo(403);
  }

  private Page api(String token, String path) {
    return server.browser().with("Authorization", "Bearer " + token).get(path);
  }

  private String token(Browser browser, String scope, String until) {
    browser.get("/tokens");
    Page page = browser.post("/tokens/create", "name", "CI", "scope", scope, "until", until);
    Matcher matcher = TOKEN.matcher(page.body());
    assertThat(matcher.find()).as("status %d", page.status()).isTrue();
    return matcher.group();
  }

  private int metrics(String token) {
    return server
        .browser()
        .with("Authorization", "Bearer " + token)
        .with("X-Forwarded-For", "203.0.113.7")
        .get("/metrics")
        .status();
  }

  @Test
  void aTokenDoesWhatItsScopesSayUntilItEnds() {
    Browser engineer = server.signedIn(Role.ENGINEER);
    String metrics = token(engineer, "metrics.read", "2026-11-24");
    String promises = token(engineer, "promises.read", "2026-11-24");
    assertThat(metrics(metrics)).isEqualTo(200);
    assertThat(metrics(promises)).isEqualTo(403);
    assertThat(metrics(metrics.substring(0, metrics.length() - 1) + "_")).isEqualTo(401);
    assertThat(engineer.get("/tokens").body()).doesNotContain(metrics);
    server.clock.pass(Duration.ofDays(2));
    assertThat(metrics(metrics)).isEqualTo(401);
  }

  @Test
  void aTokenIsNeverMoreThanItsOwner() {
    Browser engineer = server.signedIn(Role.ENGINEER);
    String token = token(engineer, "metrics.read", "2026-12-24");
    for (String scope :
        List.of("people.manage", "tokens.own", "account.own", "journal.export", "")) {
      Page page =
          engineer.post("/tokens/create", "name", "CI", "scope", scope, "until", "2026-12-24");
      assertThat(page.status()).as(scope).isEqualTo(422);
    }
    Browser officer = server.signedIn(Role.OFFICER);
    officer.post("/people/role", "person", id("engineer@nimbus.example"), "role", "operator");
    assertThat(metrics(token)).as("an operator now").isEqualTo(403);
    officer.post("/people/disable", "person", id("engineer@nimbus.example"));
    assertThat(metrics(token)).isEqualTo(401);
  }

  @Test
  void aRevokedTokenIsNothingAtOnce() {
    Browser engineer = server.signedIn(Role.ENGINEER);
    String token = token(engineer, "metrics.read", "2026-12-24");
    String id =
        engineer
            .get("/tokens")
            .body()
            .replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
    server.signedIn(Role.OFFICER).post("/tokens/revoke", "token", id);
    assertThat(metrics(token)).as("others cannot revoke it").isEqualTo(200);
    engineer.post("/tokens/revoke", "token", id);
    assertThat(metrics(token)).isEqualTo(401);
  }

  @Test
  void scriptInANameIsShownAsText() {
    String script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    Browser browser = server.browser();
    browser.get(server.access().people().enterOnce("x@nimbus.example", script, Role.OFFICER));
    for (String page : List.of("/account", "/people", "/tokens")) {
      assertThat(browser.get(page).body())
          .contains("&lt;script&gt;")
          .doesNotContain("<script>alert", "<img src=x");
    }
    Page reflected = browser.post("/people/invite", "email", script, "role", script);
    assertThat(reflected.body()).doesNotContain("<script>alert", "<img src=x");
  }
}
