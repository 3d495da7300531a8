package dev.upheld.edge.cli;

import dev.upheld.kernel.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Shows work that takes longer than a moment. On a terminal one line that overwrites itself;
 * elsewhere (a CI log) a line now and then.
 */
final class ProgressLine implements Progress, AutoCloseable {

  private static final Duration QUIET = Duration.ofMillis(700);
  private static final Duration BETWEEN_LIVE = Duration.ofMillis(100);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Screen screen;
  private final InstantSource clock;
  private final Instant began;
  private Instant shown;
  private boolean drawn;

  ProgressLine(Screen screen, InstantSource clock) {
    this.screen = screen;
    this.clock = clock;
    this.began = clock.instant();
    this.shown = began;
  }

  @Override
  public synchronized void report(String step, long done, long total) {
    Instant now = clock.instant();
    Duration between = screen.live() ? BETWEEN_LIVE : BETWEEN_LINES;
    boolean soon = Duration.between(began, now).compareTo(QUIET) < 0;
    if (soon || Duration.between(shown, now).compareTo(between) < 0) {
      return;
    }
    shown = now;
    String text = line(step, done, total, Duration.between(began, now));
    if (screen.live()) {
      screen.err().print("\r\u001b[K" + cut(text));
      screen.err().flush();
      drawn = true;
    } else {
      screen.err().println(text);
    }
  }

  private String cut(String text) {
    return text.length() < screen.width() ? text : text.substring(0, screen.width() - 1);
  }

  private static String line(String step, long done, long total, Duration since) {
    String of =
        total <= 0
            ? (done <= 0 ? "" : String.format(Locale.ROOT, "  %,d", done))
            : String.format(Locale.ROOT, "  %,d of %,d (%d %%)", done, total, done * 100 / total);
    return "  " + Words.safe(step) + of + "  " + Words.time(since);
  }

  /** Wipes the line, so that results start on a clean one. */
  @Override
  public synchronized void close() {
    if (drawn) {
      screen.err().print("\r\u001b[K");
      screen.err().flush();
      drawn = false;
    }
  }
}
