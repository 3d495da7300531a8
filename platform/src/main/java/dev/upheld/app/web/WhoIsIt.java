package dev.upheld.app.web;

import dev.upheld.access.Identity;
import dev.upheld.access.Sessions.Visitor;
import dev.upheld.edge.console.http.Cookies;
import dev.upheld.edge.console.http.Cookies.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, from the session's cookie or an API token, before anybody decides. */
final class WhoIsIt extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  private final Doors.Keeper keeper;
  private final Cookies cookies;

  WhoIsIt(Doors.Keeper keeper, Cookies cookies) {
    this.keeper = keeper;
    this.cookies = cookies;
  }

  /** Whether a request carries an API token: then no browser added anything by itself. */
  static boolean bearer(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith(BEARER);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    if (!path.startsWith("/assets/") && !path.startsWith("/health")) {
      identify(request);
    }
    chain.doFilter(request, response);
  }

  private void identify(HttpServletRequest request) {
    if (bearer(request)) {
      token(request).ifPresent(identity -> Attributes.identify(request, identity));
      return;
    }
    Optional<String> cookie = cookies.read(request, Kind.SESSION);
    Optional<Visitor> visit = cookie.flatMap(keeper::bySession);
    visit.ifPresent(
        v -> {
          Attributes.identify(request, v.identity());
          request.setAttribute(Visitor.class.getName(), v);
        });
  }

  /** Tokens open the API and the figures, never the pages. */
  private Optional<Identity> token(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean forPrograms = path.startsWith("/api/") || path.equals("/metrics");
    return forPrograms
        ? keeper.byToken(request.getHeader("Authorization").substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
