package dev.upheld.app.web;

import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.OpenToAnyone;
import dev.upheld.access.Permission;
import dev.upheld.access.PersonId;
import dev.upheld.access.Role;
import dev.upheld.access.Sessions.Visitor;
import dev.upheld.app.config.ConfigReader;
import dev.upheld.app.config.ServerConfig;
import dev.upheld.datamap.read.References;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A server with a few ways in of every kind and nothing behind them. The session's token is the
 * role in lower case and a tail; so is the API token.
 */
final class StubDoors {
  static final String TAIL = "-0123456789012345678901234567890";
  static final String SECRET_VALUE = "astrid@lindgren.example";

  volatile List<Health.Sign> signs = List.of();
  final CountDownLatch asked = new CountDownLatch(1);
  final CountDownLatch mayAnswer = new CountDownLatch(1);

  private final class StubHealth implements Health {

    @Override
    public boolean storeAnswers() {
      return storeAnswers.get();
    }

    @Override
    public List<Sign> signs() {
      return signs;
    }
  }

  final AtomicBoolean storeAnswers = new AtomicBoolean(true);

  WebServer start(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(Map.of("listen.port", "0"));
    all.putAll(options);
    ServerConfig config =
        ConfigReader.read(
            new ConfigReader.Sources(Optional.empty(), Path.of(""), Map.of(), all),
            References.machine());
    Doors doors = new Doors(List.of(new Stub()), List.of(), List.of(), new Keeper(), this::page);
    return WebServer.start(
        config,
        new WebServer.Inside(
            doors,
            new StubHealth(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            InstantSource.system()));
  }

  private String page(FailurePage.Kind kind, String reference, HttpServletRequest request) {
    return "<!doctype html><title>" + kind + "</title>";
  }

  private static final class Keeper implements Doors.Keeper {

    @Override
    public Optional<Visitor> bySession(String token) {
      return identity(token, new Identity.BySession(new UUID(1, 1)))
          .map(i -> new Visitor(i, SECRET_VALUE));
    }

    @Override
    public Optional<Identity> byToken(String token) {
      return identity(token, new Identity.ByToken(new UUID(1, 2)));
    }

    private static Optional<Identity> identity(String token, Identity.Via via) {
      if (!token.endsWith(TAIL)) {
        return Optional.empty();
      }
      return Role.ofWord(token.substring(0, token.length() - TAIL.length()))
          .map(r -> new Identity(new PersonId(new UUID(1, 3)), r, r.permissions(), via));
    }
  }

  /** The ways in. */
  @Controller
  final class Stub {

    @GetMapping("/long")
    @OpenToAnyone(because = "a test")
    public ResponseEntity<String> longPage() {
      return html("<p>promise</p>".repeat(1_000));
    }

    @GetMapping("/slow")
    @OpenToAnyone(because = "a test")
    public ResponseEntity<String> slow() throws InterruptedException {
      asked.countDown();
      mayAnswer.await();
      return html("answered");
    }

    @GetMapping("/open")
    @OpenToAnyone(because = "a test")
    public ResponseEntity<String> open(HttpServletRequest request) {
      CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
      return html(token == null ? "" : token.getToken());
    }

    @GetMapping("/people")
    @Needs(Permission.PEOPLE_READ)
    public ResponseEntity<String> people(Identity identity) {
      return html(identity.role().word());
    }

    @PostMapping("/people")
    @Needs(Permission.PEOPLE_MANAGE)
    public ResponseEntity<String> change(HttpServletRequest request) {
      return html("changed " + request.getParameter("name"));
    }

    @PostMapping("/api/v1/read")
    @Needs(Permission.PROMISES_READ)
    public ResponseEntity<String> body(HttpServletRequest request) throws IOException {
      try (InputStream in = request.getInputStream()) {
        return html("read " + in.readAllBytes().length);
      }
    }

    @GetMapping("/forgotten")
    public ResponseEntity<String> forgotten() {
      return html("must never be seen");
    }

    @GetMapping("/broken")
    @OpenToAnyone(because = "a test")
    public ResponseEntity<String> broken(HttpServletRequest request) {
      if (request.getParameter("mended") == null) {
        throw new IllegalStateException(SECRET_VALUE);
      }
      return html("");
    }

    @GetMapping("/away")
    @OpenToAnyone(because = "a test")
    public ResponseEntity<String> away(HttpServletRequest request) {
      if (request.getParameter("back") == null) {
        throw new ProblemException(Problem.of(new Away(), "away", "wait"));
      }
      return html("");
    }

    private static ResponseEntity<String> html(String text) {
      return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(text);
    }
  }

  private record Away() implements ProblemCode {
    @Override
    public String code() {
      return "store-away";
    }

    @Override
    public Owner owner() {
      return Owner.USER;
    }
  }
}
