package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The database goes away and comes back; the server stays and says so. */
class StoreAwayTest {

  @Test
  void aStoreThatVanishesWithoutAWordHoldsNobodyForLong() {
    try (RunningServer server = RunningServer.behindACable(Map.of())) {
      Browser officer = server.signedIn(Role.OFFICER);
      officer.get("/account"); // the connection that was used last is not looked at before its use
      server.cable().silence();
      long begin = System.nanoTime();
      assertThat(officer.get("/account").status()).isEqualTo(503);
      assertThat(officer.get("/health").status()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(40));
      server.cable().mend();
      assertThat(officer.get("/account").status()).isEqualTo(200);
    }
  }

  @Test
  void pagesSayThatTheStoreIsAwayAndWorkGoesOnByItself() {
    try (RunningServer server = RunningServer.behindACable(Map.of())) {
      Browser officer = server.signedIn(Role.OFFICER);
      server.cable().cut();
      Page away = officer.get("/account");
      assertThat(away.status()).isEqualTo(503);
      assertThat(away.body())
          .contains("<!doctype html>")
          .doesNotContain("SQL", "jdbc", "Exception");
      assertThat(officer.get("/health").status()).isEqualTo(503);
      assertThat(officer.get("/health/live").status()).isEqualTo(200);
      Browser somebody = server.browser();
      assertThat(somebody.get("/sign-in").status()).as("needs no store").isEqualTo(200);
      assertThat(somebody.post("/sign-in", "email", "a@b.example", "password", "x").status())
          .as("never an answer about the password")
          .isEqualTo(503);
      server.cable().mend();
      assertThat(officer.get("/account").status()).isEqualTo(200);
      assertThat(officer.get("/health").status()).isEqualTo(200);
    }
  }
}
