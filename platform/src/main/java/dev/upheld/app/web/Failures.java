package dev.upheld.app.web;

import dev.upheld.access.OpenToAnyone;
import dev.upheld.app.web.FailurePage.Kind;
import dev.upheld.kernel.ProblemException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Where every failure ends: a page for people, a few words of JSON for programs, a line in the log
 * with a reference. Never a stack trace, a class name or a value.
 */
@Controller
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class.getName());

  /** Codes of the store for a database that is expected back. */
  private static final Set<String> AWAY =
      Set.of("store-away", "store-timeout", "store-sign-in", "store-disk-full");

  /** Code of the passwords, which are looked at few at a time. */
  private static final String BUSY = "password-busy";

  private static final String THROWN = Failures.class.getName() + ".thrown";

  private final FailurePage page;

  Failures(FailurePage page) {
    this.page = page;
  }

  /** Answers a failure that the container sends here. */
  @RequestMapping("/error")
  @OpenToAnyone(because = "whoever fails is told so")
  public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Throwable> thrown = thrown(request);
    Kind kind = kind(request, thrown);
    String reference = UUID.randomUUID().toString();
    if (kind == Kind.INTERNAL || kind == Kind.AWAY) {
      note(kind, reference, thrown);
    }
    int status = status(request, kind);
    response.setStatus(status);
    if (Paths.forPrograms(request)) {
      response.setContentType("application/problem+json");
      write(response, problem(HttpStatus.valueOf(status), reference));
    } else {
      response.setContentType("text/html;charset=utf-8");
      write(response, page.html(kind, reference, request));
    }
  }

  /** RFC 9457, as the description of the interface promises. */
  private static String problem(HttpStatus status, String reference) {
    return """
        {"type":"about:blank","title":"%s","status":%d,"detail":"Reference %s"}"""
        .formatted(status.getReasonPhrase(), status.value(), reference);
  }

  private static void write(HttpServletResponse response, String text) throws IOException {
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Leaves what was thrown where the answer looks for it, and the container does not. */
  static void thrown(HttpServletRequest request, Throwable thrown) {
    request.setAttribute(THROWN, thrown);
  }

  private static Optional<Throwable> thrown(HttpServletRequest request) {
    return Optional.ofNullable((Throwable) request.getAttribute(THROWN));
  }

  private static int status(HttpServletRequest request, Kind kind) {
    return said(request) == HttpServletResponse.SC_UNAUTHORIZED
        ? HttpServletResponse.SC_UNAUTHORIZED
        : kind.status();
  }

  private static int said(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : HttpServletResponse.SC_NOT_FOUND;
  }

  private static Kind kind(HttpServletRequest request, Optional<Throwable> thrown) {
    return Attributes.failure(request)
        .or(() -> thrown.map(Failures::kind))
        .orElseGet(() -> kind(said(request)));
  }

  /** What a failure means to whoever asked: as the innermost that is known says. */
  static Kind kind(@Nullable Throwable thrown) {
    Kind kind = Kind.INTERNAL;
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      kind = known(t).orElse(kind);
    }
    return kind;
  }

  private static Optional<Kind> known(Throwable thrown) {
    return switch (thrown) {
      case ProblemException problem ->
          problem.problems().stream().flatMap(p -> known(p.code().code()).stream()).findFirst();
      case BodyLimit.TooLarge _ -> Optional.of(Kind.TOO_LARGE);
      case InvalidParameterException unfit -> Optional.of(kind(unfit.getErrorCode()));
      case HttpRequestMethodNotSupportedException _ -> Optional.of(Kind.METHOD);
      case NoResourceFoundException _ -> Optional.of(Kind.NOT_FOUND);
      case HttpMediaTypeException _, ServletRequestBindingException _ ->
          Optional.of(Kind.BAD_REQUEST);
      default -> Optional.empty();
    };
  }

  private static Optional<Kind> known(String code) {
    if (AWAY.contains(code)) {
      return Optional.of(Kind.AWAY);
    }
    return code.equals(BUSY) ? Optional.of(Kind.TOO_OFTEN) : Optional.empty();
  }

  private static Kind kind(int status) {
    return Stream.of(Kind.values())
        .filter(k -> k.status() == status)
        .findFirst()
        .orElseGet(() -> status >= 500 ? Kind.INTERNAL : Kind.BAD_REQUEST);
  }

  private static void note(Kind kind, String reference, Optional<Throwable> thrown) {
    if (kind == Kind.AWAY) {
      LOG.log(Level.WARNING, "The database is away; reference {0}", reference);
      return;
    }
    LOG.log(
        Level.SEVERE,
        "A request failed; reference {0}: {1}",
        new Object[] {reference, thrown.map(Failures::trace).orElse("no exception")});
  }

  /** Kinds and places only: a message may carry a person's data. */
  static String trace(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      text.append(text.isEmpty() ? "" : " caused by ").append(t.getClass().getName());
      StackTraceElement[] places = t.getStackTrace();
      for (int i = 0; i < Math.min(places.length, 6); i++) {
        text.append(" at ").append(places[i]);
      }
    }
    return text.toString();
  }
}
