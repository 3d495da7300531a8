package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Authenticator;
import dev.upheld.app.serve.Browser.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person with an account, an authenticator and recovery codes. */
final class Someone {
  private static final Pattern KEY = Pattern.compile("([A-Z2-7]{4}( [A-Z2-7]{4}){7})");
  private static final Pattern CODE = Pattern.compile("[A-Z2-7]{4}(?:-[A-Z2-7]{4}){5}");

  final String email;
  final Authenticator authenticator;
  final List<String> recoveryCodes;
  private final RunningServer server;

  private Someone(
      RunningServer server, String email, Authenticator authenticator, List<String> codes) {
    this.server = server;
    this.email = email;
    this.authenticator = authenticator;
    this.recoveryCodes = codes;
  }

  /** Accepts an invitation in this browser, sets up the second factor, and is signed in. */
  static Someone joins(RunningServer server, Browser browser, String invitation, String email) {
    browser.get(invitation);
    Page joined =
        browser.post(
            invitation,
            "name",
            "Astrid Ek",
            "password",
            RunningServer.PASSWORD,
            "repeat",
            RunningServer.PASSWORD);
    assertThat(joined.to()).isEqualTo("/account/second-factor");
    Matcher key = KEY.matcher(browser.get("/account/second-factor").body());
    assertThat(key.find()).isTrue();
    Authenticator authenticator = new Authenticator(key.group(1).replace(" ", ""));
    Page codes =
        browser.post("/account/second-factor", "code", authenticator.code(server.clock.instant()));
    assertThat(codes.status()).isEqualTo(200);
    List<String> recovery = CODE.matcher(codes.body()).results().map(r -> r.group()).toList();
    assertThat(recovery).hasSize(10);
    server.clock.pass(Duration.ofSeconds(60));
    return new Someone(server, email, authenticator, recovery);
  }

  Page password(Browser browser) {
    return browser.post("/sign-in", "email", email, "password", RunningServer.PASSWORD);
  }

  /** A code that was not used yet. */
  String freshCode() {
    server.clock.pass(Duration.ofSeconds(60));
    return authenticator.code(server.clock.instant());
  }

  /** Signs in with both factors. */
  Page signsIn(Browser browser) {
    assertThat(password(browser).to()).isEqualTo("/sign-in/code");
    browser.get("/sign-in/code");
    Page in = browser.post("/sign-in/code", "code", freshCode());
    browser.get("/account");
    return in;
  }
}
