package dev.upheld.app.web;

import jakarta.servlet.http.HttpServletRequest;

/** Whether a request comes from a program on this machine, and not through a proxy on it. */
final class Local {
  private Local() {}

  static boolean is(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    boolean loopback = address.equals("127.0.0.1") || address.equals("0:0:0:0:0:0:0:1");
    return loopback
        && request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null;
  }
}
