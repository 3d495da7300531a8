package dev.upheld.edge.console.http;

import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.View;
import java.util.Optional;

/**
 * What a controller of the console answers. A method may also return a {@link View} alone, which is
 * shown with status 200.
 */
public sealed interface Reply {

  /**
   * A page.
   *
   * @param status 200, or 422 for a form that was not accepted
   */
  record Show(View view, int status) implements Reply {}

  /**
   * Leads on to a path of ours (303 See Other).
   *
   * @param notice told once by the page there
   */
  record Go(String path, Optional<Notice> notice) implements Reply {}

  /** The form again, with what is wrong in it. */
  static Reply again(View view) {
    return new Show(view, 422);
  }

  /** A page. */
  static Reply show(View view) {
    return new Show(view, 200);
  }

  /** Leads on. */
  static Reply go(String path) {
    return new Go(Back.safe(path), Optional.empty());
  }

  /** Leads on and says what was done. */
  static Reply go(String path, Notice notice) {
    return new Go(Back.safe(path), Optional.of(notice));
  }
}
