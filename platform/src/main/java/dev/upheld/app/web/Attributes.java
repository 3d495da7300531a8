package dev.upheld.app.web;

import dev.upheld.access.Identity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the filters leave on a request for those behind them. */
final class Attributes {
  private static final String FAILURE = Attributes.class.getName() + ".failure";

  private Attributes() {}

  static void identify(HttpServletRequest request, Identity identity) {
    request.setAttribute(Identity.class.getName(), identity);
  }

  static Optional<Identity> identity(HttpServletRequest request) {
    return Optional.ofNullable((Identity) request.getAttribute(Identity.class.getName()));
  }

  static void failed(HttpServletRequest request, FailurePage.Kind kind) {
    request.setAttribute(FAILURE, kind);
  }

  static Optional<FailurePage.Kind> failure(HttpServletRequest request) {
    return Optional.ofNullable(failureOrNull(request));
  }

  private static FailurePage.@Nullable Kind failureOrNull(HttpServletRequest request) {
    return (FailurePage.Kind) request.getAttribute(FAILURE);
  }
}
