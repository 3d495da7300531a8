package dev.upheld.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Which kind of caller a path is for. */
final class Paths {
  private Paths() {}

  /** Programs get JSON and status codes, people get pages. */
  static boolean forPrograms(HttpServletRequest request) {
    String path = original(request);
    return path.startsWith("/api/") || path.startsWith("/health") || path.equals("/metrics");
  }

  /** The path asked for, also while its failure is being answered. */
  static String original(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String path ? path : request.getRequestURI();
  }
}
