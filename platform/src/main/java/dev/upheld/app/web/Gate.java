package dev.upheld.app.web;

import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.OpenToAnyone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets through whoever may come in. A way in without {@link Needs} or {@link OpenToAnyone} is shut:
 * forgetting it must not open anything.
 */
final class Gate implements HandlerInterceptor {
  private final Doors.Keeper keeper;

  Gate(Doors.Keeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)) {
      return refuse(request, response, FailurePage.Kind.NOT_FOUND);
    }
    if (method.hasMethodAnnotation(OpenToAnyone.class)) {
      return true;
    }
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs == null) {
      return refuse(request, response, FailurePage.Kind.FORBIDDEN);
    }
    Optional<Identity> identity = Attributes.identity(request);
    if (identity.isEmpty()) {
      return signIn(request, response);
    }
    if (identity.get().may(needs.value())) {
      return true;
    }
    keeper.refused(identity.get(), needs.value().scope());
    return refuse(request, response, FailurePage.Kind.FORBIDDEN);
  }

  private static boolean refuse(
      HttpServletRequest request, HttpServletResponse response, FailurePage.Kind kind)
      throws IOException {
    Attributes.failed(request, kind);
    response.sendError(kind.status());
    return false;
  }

  private static boolean signIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Paths.forPrograms(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (!request.getMethod().equals("GET")) {
      response.sendRedirect("/sign-in", HttpServletResponse.SC_SEE_OTHER);
    } else if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      comeAgain(request, response);
    } else {
      response.sendRedirect(
          "/sign-in?to=" + URLEncoder.encode(here(request), StandardCharsets.UTF_8));
    }
    return false;
  }

  /**
   * Somebody followed a link in a mail: the browser held back the cookie of the session, since it
   * is never sent from elsewhere. A page of ours that leads to the same place sends it.
   */
  private static void comeAgain(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html;charset=utf-8");
    response
        .getWriter()
        .write(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                + "<meta http-equiv=\"refresh\" content=\"0; url="
                + escaped(here(request))
                + "\"><title>Upheld</title><p><a href=\""
                + escaped(here(request))
                + "\">Upheld</a></p></html>");
  }

  private static String here(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
