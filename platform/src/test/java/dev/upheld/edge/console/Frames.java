package dev.upheld.edge.console;

import dev.upheld.edge.console.view.Notice;
import java.util.Optional;
import java.util.Set;

/** Frames for tests. */
public final class Frames {
  static final Set<String> ALL =
      Set.of(
          "promises.read",
          "requests.read",
          "promises.prove",
          "map.review",
          "map.values",
          "journal.read",
          "journal.export",
          "people.read",
          "tokens.own");

  private Frames() {}

  /** Before signing in. */
  public static Frame signedOut(Language language, Theme theme) {
    return new Frame(
        language, theme, Optional.empty(), "_csrf", "k3y", "/", Optional.empty(), Optional.empty());
  }

  /** As an officer sees it. */
  public static Frame officer(Language language, Theme theme, String path) {
    return new Frame(
        language,
        theme,
        Optional.of(new SignedIn("Inès Marchand", "officer", ALL, "Nimbus Cloud SAS", "en", 5, 2)),
        "_csrf",
        "k3y",
        path,
        Optional.empty(),
        Optional.empty());
  }

  static Frame told(Frame frame, Notice notice) {
    return new Frame(
        frame.language(),
        frame.theme(),
        frame.user(),
        frame.csrfParameter(),
        frame.csrfToken(),
        frame.path(),
        frame.fictionOf(),
        Optional.of(notice));
  }
}
