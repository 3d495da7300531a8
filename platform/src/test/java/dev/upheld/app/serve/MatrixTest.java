package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.app.web.WebServer.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every way in, tried by every role and by nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTest {
  @SuppressWarnings("NullAway.Init") // set before all tests
  private RunningServer server;

  @BeforeAll
  void start() {
    server = new RunningServer(Map.of());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String path(Way way) {
    return way.path().replaceAll("\\{[^}]*}", "x").replace("/**", "/x");
  }

  private static Page call(Browser browser, Way way) {
    return way.method().equals("GET") ? browser.get(path(way)) : browser.post(path(way));
  }

  private static boolean refused(Page page) {
    return page.status() == 401
        || page.status() == 403
        || page.location().filter(l -> l.startsWith("/sign-in")).isPresent();
  }

  @Test
  void everyWayInSaysWhoMayUseIt() {
    assertThat(server.ways()).hasSizeGreaterThan(25);
    assertThat(server.ways())
        .allSatisfy(way -> assertThat(way.open()).as("%s", way).isEqualTo(way.needs().isEmpty()));
  }

  @Test
  void onlyTheseAreOpenToAnyone() {
    Set<String> open =
        server.ways().stream().filter(Way::open).map(Way::path).collect(Collectors.toSet());
    assertThat(open)
        .containsExactlyInAnyOrder(
            "/sign-in",
            "/api/openapi.json",
            "/api/v1/webhooks/tasks",
            "/sign-in/code",
            "/sign-in/recovery",
            "/sign-out",
            "/account/second-factor",
            "/enter/{token}",
            "/invitation/{token}",
            "/reset",
            "/reset/{token}",
            "/preferences",
            "/privacy",
            "/privacy/ask",
            "/privacy/code",
            "/privacy/login",
            "/privacy/login/{link}",
            "/privacy/request/{link}",
            "/privacy/request/{link}/message",
            "/privacy/request/{link}/document",
            "/privacy/request/{link}/withdraw",
            "/privacy/request/{link}/link",
            "/privacy/request/{link}/directive",
            "/privacy/request/{link}/directive/revoke",
            "/privacy/request/{link}/copy",
            "/privacy/request/{link}/copy/fetch",
            "/privacy/assets/{hash}/public.css",
            "/assets/{hash}/{file}",
            "/health",
            "/health/ready",
            "/health/live",
            "/metrics");
  }

  @Test
  void nobodyGetsInWhereAPermissionIsNeeded() {
    for (Way way : server.ways()) {
      if (way.needs().isPresent()) {
        Page page = call(server.browser(), way);
        assertThat(refused(page)).as("%s: %s", way, page.status()).isTrue();
      }
    }
  }

  @Test
  void everyRoleGetsInExactlyWhereItsPermissionsSay() {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      Browser browser = server.signedIn(role);
      for (Way way : server.ways()) {
        if (way.needs().isPresent()) {
          Permission needed = way.needs().get();
          boolean expected = role.permissions().contains(needed);
          Page page = call(browser, way);
          if (refused(page) == expected || page.status() >= 500) {
            wrong.add(role + " " + way + " gave " + page.status());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothingIsChangedWithoutTheTokenOfAForm() {
    Browser browser = server.signedIn(Role.OFFICER);
    for (Way way : server.ways()) {
      if (!way.method().equals("GET")) {
        Page page = browser.postRaw(path(way), Map.of("_csrf", "wrong"));
        boolean signed = way.path().startsWith("/api/v1/webhooks/"); // no browser adds that
        assertThat(page.status()).as("%s", way).isEqualTo(signed ? 401 : 403);
      }
    }
  }
}
