package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.testing.Stores;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in and everything that could go wrong with it, over HTTP. */
class SignInTest {
  private static final String SESSION = "upheld-session";

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

  private Someone first(Browser browser) {
    return Someone.joins(server, browser, server.wayIn(), "first@nimbus.example");
  }

  private boolean in(Browser browser) {
    return browser.get("/account").status() == 200;
  }

  @Test
  void theFirstOfficerJoinsByTheLinkOfTheTerminalOnce() {
    Browser browser = server.browser();
    assertThat(browser.get(server.wayIn()).body()).contains("first@nimbus.example");
    first(browser);
    assertThat(in(browser)).isTrue();
    assertThat(server.browser().get(server.wayIn()).to()).isEqualTo("/sign-in");
    assertThat(server.access().people().anybody()).isTrue();
  }

  @Test
  void passwordAndCodeLetInAndEachAloneDoesNot() {
    Someone officer = first(server.browser());
    Browser browser = server.browser();
    assertThat(officer.password(browser).to()).isEqualTo("/sign-in/code");
    assertThat(in(browser)).as("after the password alone").isFalse();
    assertThat(browser.get("/account").to()).startsWith("/sign-in");
    browser.get("/sign-in/code");
    assertThat(browser.post("/sign-in/code", "code", "000000").status()).isEqualTo(422);
    assertThat(in(browser)).isFalse();
    assertThat(browser.post("/sign-in/code", "code", officer.freshCode()).to()).isEqualTo("/");
    assertThat(in(browser)).isTrue();
  }

  @Test
  void aCodeServesOnce() {
    Someone officer = first(server.browser());
    Browser one = server.browser();
    Browser other = server.browser();
    officer.password(one);
    officer.password(other);
    one.get("/sign-in/code");
    other.get("/sign-in/code");
    String code = officer.freshCode();
    assertThat(one.post("/sign-in/code", "code", code).to()).isEqualTo("/");
    assertThat(other.post("/sign-in/code", "code", code).status()).isEqualTo(422);
    assertThat(in(other)).isFalse();
  }

  @Test
  void aRecoveryCodeServesOnce() {
    Someone officer = first(server.browser());
    String code = officer.recoveryCodes.getFirst();
    Browser browser = server.browser();
    officer.password(browser);
    browser.get("/sign-in/recovery");
    assertThat(browser.post("/sign-in/recovery", "recovery", code.toLowerCase(Locale.ROOT)).to())
        .isEqualTo("/");
    assertThat(in(browser)).isTrue();
    Browser again = server.browser();
    officer.password(again);
    again.get("/sign-in/recovery");
    assertThat(again.post("/sign-in/recovery", "recovery", code).status()).isEqualTo(422);
  }

  @Test
  void everyStepHasANewSessionAndTheOldOneOpensNothing() {
    Someone officer = first(server.browser());
    Browser browser = server.browser();
    browser.plant(SESSION, "an-identifier-somebody-else-knows-0123456789");
    officer.password(browser);
    String halfway = browser.cookie(SESSION);
    assertThat(halfway).isNotEqualTo("an-identifier-somebody-else-knows-0123456789");
    browser.get("/sign-in/code");
    browser.post("/sign-in/code", "code", officer.freshCode());
    assertThat(browser.cookie(SESSION)).isNotEqualTo(halfway);
    Browser thief = server.browser();
    thief.plant(SESSION, halfway);
    assertThat(in(thief)).isFalse();
    thief.plant(SESSION, "an-identifier-somebody-else-knows-0123456789");
    assertThat(in(thief)).isFalse();
  }

  @Test
  void theCookieIsForThisHostAndNoScript() {
    Someone officer = first(server.browser());
    Page answer = officer.password(server.browser());
    assertThat(answer.setCookies())
        .filteredOn(c -> c.startsWith(SESSION))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Max-Age", "Expires", "Domain");
  }

  @Test
  void anEndedSessionIsNothingAtOnce() {
    Browser desk = server.browser();
    Someone officer = first(desk);
    Browser telephone = server.browser();
    officer.signsIn(telephone);
    assertThat(in(desk) && in(telephone)).isTrue();
    assertThat(telephone.post("/account/sessions/end-others").to()).isEqualTo("/account");
    assertThat(in(desk)).isFalse();
    assertThat(in(telephone)).isTrue();
    Browser copy = server.browser();
    copy.plant(SESSION, telephone.cookie(SESSION));
    telephone.post("/sign-out");
    assertThat(in(copy)).as("signing out ends the session itself, not the cookie").isFalse();
  }

  @Test
  void sessionsOfOthersAreNotToBeEnded() {
    Browser officer = server.signedIn(Role.OFFICER);
    Browser auditor = server.signedIn(Role.AUDITOR);
    String id =
        auditor
            .get("/account")
            .body()
            .replaceAll("(?s).*name=\"session\" value=\"([^\"]+)\".*", "$1");
    officer.post("/account/sessions/end", "session", id);
    assertThat(in(auditor)).isTrue();
  }

  @Test
  void sessionsEndIdleAndAtLast() {
    Browser idle = server.browser();
    Someone officer = first(idle);
    Browser busy = server.browser();
    officer.signsIn(busy);
    for (int minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      server.clock.pass(Duration.ofMinutes(20));
      assertThat(in(busy)).as("after %d minutes", minutes).isTrue();
    }
    assertThat(in(idle)).isFalse();
    server.clock.pass(Duration.ofMinutes(20));
    assertThat(in(busy)).isFalse();
  }

  @Test
  void afterFiveFailuresEveryNameWaitsWhetherOrNotSomebodyHasIt() {
    Someone officer = first(server.browser());
    TreeSet<String> answers = new TreeSet<>();
    for (String email : List.of(officer.email, "nobody@nimbus.example")) {
      Browser browser = server.browser();
      StringBuilder told = new StringBuilder();
      for (int i = 0; i < 7; i++) {
        Page page = browser.post("/sign-in", "email", email, "password", "wrong password " + i);
        assertThat(page.status()).isEqualTo(422);
        told.append(page.body().replace(email, "EMAIL").replaceAll("value=\"[^\"]*\"", ""));
      }
      answers.add(told.toString());
    }
    assertThat(answers).as("nothing tells one from the other").hasSize(1);
    Browser browser = server.browser();
    assertThat(officer.password(browser).status()).as("even the right one waits").isEqualTo(422);
    server.clock.pass(Duration.ofMinutes(15));
    assertThat(officer.password(browser).to()).isEqualTo("/sign-in/code");
  }

  @Test
  void codesCannotBeGuessedEither() {
    Someone officer = first(server.browser());
    Browser browser = server.browser();
    officer.password(browser);
    browser.get("/sign-in/code");
    for (int i = 0; i < 6; i++) {
      browser.post("/sign-in/code", "code", "00000" + i);
    }
    String right = officer.authenticator.code(server.clock.instant());
    assertThat(browser.post("/sign-in/code", "code", right).status())
        .as("the right code, while waiting")
        .isEqualTo(422);
  }

  @Test
  void oneAddressCannotTryManyNames() {
    Someone officer = first(server.browser());
    Browser browser = server.browser();
    for (int i = 0; i < 31; i++) {
      browser.post("/sign-in", "email", "name" + i + "@nimbus.example", "password", "x");
    }
    assertThat(officer.password(browser).status()).isEqualTo(422);
  }

  private static final List<String> ELSEWHERE =
      List.of(
          "https://evil.example",
          "//evil.example",
          "/\\evil.example",
          "/%0d%0aSet-Cookie:x=y",
          "/x\r\nSet-Cookie: x=y",
          "javascript:alert(1)",
          "/\t/evil.example");

  @Test
  void nothingLeadsToAnotherSite() {
    Someone officer = first(server.browser());
    for (String to : ELSEWHERE) {
      String encoded = URLEncoder.encode(to, StandardCharsets.UTF_8);
      Browser browser = server.browser();
      browser.get("/sign-in?to=" + encoded);
      browser.plant("upheld-next", encoded);
      String led = officer.signsIn(browser).to();
      assertThat(led).startsWith("/").doesNotStartWith("//").doesNotContain("\\", "\n", "evil");
      Page back = browser.post("/preferences", "theme", "dark", "back", to);
      assertThat(back.to()).startsWith("/").doesNotContain("evil");
      assertThat(back.setCookies()).noneMatch(c -> c.startsWith("x="));
    }
  }

  @Test
  void oneComesBackToWhereOneWanted() {
    Someone officer = first(server.browser());
    Browser browser = server.browser();
    assertThat(browser.get("/people?x=1").to()).isEqualTo("/sign-in?to=%2Fpeople%3Fx%3D1");
    browser.get("/sign-in?to=%2Fpeople%3Fx%3D1");
    assertThat(officer.signsIn(browser).to()).isEqualTo("/people?x=1");
  }

  @Test
  void whoeverUsesUpheldIsReadableNeitherInTheStoreNorInTheJournal() throws SQLException {
    Someone officer = first(server.browser());
    officer.signsIn(server.browser());
    try (Connection connection = Stores.asOwner(server.store());
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of(
              "access_person",
              "access_session",
              "access_failure",
              "access_link",
              "mail_outbox",
              "journal_entry",
              "person_reference")) {
        try (ResultSet rows =
            statement.executeQuery("SELECT t::text FROM upheld." + table + " t")) {
          while (rows.next()) {
            assertThat(rows.getString(1))
                .as(table)
                .doesNotContainIgnoringCase("nimbus.example")
                .doesNotContain("Astrid", hex("astrid"), "127.0.0.1", officer.recoveryCodes.get(1));
          }
        }
      }
      try (ResultSet kinds =
          statement.executeQuery("SELECT array_agg(DISTINCT kind) FROM upheld.journal_entry")) {
        kinds.next();
        assertThat(kinds.getString(1))
            .contains(
                "person.invited", "person.joined", "second-factor.enrolled", "session.opened");
      }
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
