package dev.upheld.app.serve;

import dev.upheld.app.web.FailurePage;
import dev.upheld.edge.console.Frame;
import dev.upheld.edge.console.Pages;
import dev.upheld.edge.console.http.Frames;
import dev.upheld.edge.console.view.ErrorPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Failures in the console's own look. Where the failure is ours the database is not asked; where
 * somebody asked for the wrong thing, they stay signed in and among their pages.
 */
record FailureView(Pages pages, Frames frames) implements FailurePage {

  @Override
  public String html(Kind kind, String reference, HttpServletRequest request) {
    boolean ours = kind == Kind.INTERNAL || kind == Kind.AWAY;
    Optional<String> shown = Optional.of(reference).filter(r -> ours);
    Frame frame = ours ? frames.bare(request) : frames.failed(request);
    return pages.render(new ErrorPage(shown(kind), shown), frame);
  }

  private static ErrorPage.Kind shown(Kind kind) {
    return switch (kind) {
      case BAD_REQUEST -> ErrorPage.Kind.UNREADABLE;
      case FORBIDDEN -> ErrorPage.Kind.FORBIDDEN;
      case STALE_FORM -> ErrorPage.Kind.FORM_TOO_OLD;
      case NOT_FOUND -> ErrorPage.Kind.NOT_FOUND;
      case METHOD -> ErrorPage.Kind.WRONG_METHOD;
      case TOO_LARGE -> ErrorPage.Kind.TOO_LARGE;
      case TOO_OFTEN -> ErrorPage.Kind.TOO_MANY;
      case INTERNAL -> ErrorPage.Kind.FAULT;
      case AWAY -> ErrorPage.Kind.STORE_AWAY;
    };
  }
}
