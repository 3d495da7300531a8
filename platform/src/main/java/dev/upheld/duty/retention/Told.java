package dev.upheld.duty.retention;

import dev.upheld.kernel.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Writes down how far something has come, at once and then every second. */
final class Told implements Progress {
  private static final Duration TELL = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Book book;
  private Instant last = Instant.MIN;

  /** Where it is written down. */
  interface Book {
    void reached(long done, long total);
  }

  Told(InstantSource clock, Book book) {
    this.clock = clock;
    this.book = book;
  }

  @Override
  public synchronized void report(String step, long done, long total) {
    Instant at = clock.instant();
    if (last.equals(Instant.MIN) || Duration.between(last, at).compareTo(TELL) >= 0) {
      last = at;
      book.reached(done, total);
    }
  }
}
