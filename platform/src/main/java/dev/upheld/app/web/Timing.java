package dev.upheld.app.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Times requests by the pattern of their path: the path itself may hold a one-time token, and
 * figures by path would grow without end.
 */
final class Timing extends OncePerRequestFilter {
  private static final Logger LOG = Logger.getLogger("dev.upheld.requests");

  private final MeterRegistry meters;

  Timing(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Timer.Sample sample = Timer.start(meters);
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      String route = route(request);
      long nanos =
          sample.stop(
              Timer.builder("upheld.http.requests")
                  .description("Requests answered, by route")
                  .tag("method", method(request))
                  .tag("route", route)
                  .tag("status", String.valueOf(status))
                  .register(meters));
      LOG.log(
          Level.FINE,
          "{0} {1} {2} {3} us",
          new Object[] {method(request), route, status, nanos / 1_000});
    }
  }

  private static String route(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "none" : pattern.toString();
  }

  /** Of the methods there are: a client may send any word. */
  private static String method(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> request.getMethod();
      default -> "OTHER";
    };
  }
}
