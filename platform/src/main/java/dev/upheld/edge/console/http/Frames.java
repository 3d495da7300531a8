package dev.upheld.edge.console.http;

import dev.upheld.access.Identity;
import dev.upheld.access.Permission;
import dev.upheld.access.Sessions.Visitor;
import dev.upheld.edge.console.Frame;
import dev.upheld.edge.console.SignedIn;
import dev.upheld.edge.console.Theme;
import dev.upheld.edge.console.http.Cookies.Kind;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.kernel.ProblemException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes the frame around a page from the request it answers. */
public final class Frames {
  private final Cookies cookies;
  private final String company;
  private final String language;
  private final Counts waiting;
  private final boolean fiction;

  /**
   * @param company whose charter is served
   * @param language the tag of the language that prevails in it
   * @param waiting what waits for whoever looks
   * @param fiction whether the data is made up, and every page says so
   */
  public Frames(Cookies cookies, String company, String language, Counts waiting, boolean fiction) {
    this.cookies = cookies;
    this.company = company;
    this.language = language;
    this.waiting = waiting;
    this.fiction = fiction;
  }

  /** What waits for whoever looks. */
  @FunctionalInterface
  public interface Counts {

    /** How many items of the work list need a person. */
    int work(Identity identity);

    /** How many requests are late or due soon. */
    default int requests(Identity identity) {
      return 0;
    }
  }

  /** The cookies. */
  public Cookies cookies() {
    return cookies;
  }

  /** Whose charter is served. */
  public String company() {
    return company;
  }

  /** The frame; a notice left for this page is told and taken back. */
  public Frame of(HttpServletRequest request, HttpServletResponse response) {
    Optional<Notice> notice = notice(request);
    cookies.read(request, Kind.NOTICE).ifPresent(n -> cookies.clear(response, Kind.NOTICE));
    return frame(request, user(request), notice);
  }

  /** The frame of a page for whoever asked for the wrong thing; bare when it cannot be made. */
  public Frame failed(HttpServletRequest request) {
    try {
      return frame(request, user(request), Optional.empty());
    } catch (ProblemException e) {
      return bare(request); // the store went away meanwhile: one failure is told at a time
    }
  }

  /** The frame of a page about a failure: nothing is looked up, whatever failed may fail again. */
  public Frame bare(HttpServletRequest request) {
    return frame(request, Optional.empty(), Optional.empty());
  }

  private Frame frame(
      HttpServletRequest request, Optional<SignedIn> user, Optional<Notice> notice) {
    Optional<CsrfToken> token =
        Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    return new Frame(
        cookies.language(request),
        theme(request),
        user,
        token.map(CsrfToken::getParameterName).orElse(""),
        FormToken.changed(request).or(() -> token.map(CsrfToken::getToken)).orElse(""),
        path(request),
        fiction ? Optional.of(company) : Optional.empty(),
        notice);
  }

  /** What was asked for, also where the container has sent the request to the page of failures. */
  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }

  private Theme theme(HttpServletRequest request) {
    return cookies.read(request, Kind.THEME).flatMap(Theme::ofWord).orElse(Theme.AUTO);
  }

  private Optional<Notice> notice(HttpServletRequest request) {
    return cookies
        .read(request, Kind.NOTICE)
        .flatMap(word -> Stream.of(Notice.values()).filter(n -> n.name().equals(word)).findFirst());
  }

  private Optional<SignedIn> user(HttpServletRequest request) {
    return Optional.ofNullable((Visitor) request.getAttribute(Visitor.class.getName()))
        .map(
            v ->
                new SignedIn(
                    v.name(),
                    v.identity().role().word(),
                    v.identity().permissions().stream()
                        .map(Permission::scope)
                        .collect(Collectors.toSet()),
                    company,
                    language,
                    waiting.work(v.identity()),
                    waiting.requests(v.identity())));
  }
}
