package dev.upheld.engine;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How many rows a batch has, and how long it rests: as many as can be done in a time that hurts
 * nobody, learnt from the batch before. For one run; not for several threads.
 */
public final class Pace {
  private static final int FIRST = 1_000;

  /** Batches one after the other that somebody else may keep from being done. */
  private static final int TRIES = 5;

  /**
   * As many as may go in this time go at once where the speed is bounded; the rest waits so long.
   */
  private static final Duration GUST = Duration.ofSeconds(6);

  private final Way way;
  private final int most;
  private int rows;
  private int tries;

  /**
   * What it keeps to.
   *
   * @param longest how long a batch should take at most; locks are held that long
   * @param most rows of a batch at most
   * @param perSecond rows in a second at most; 0 for as many as it can
   * @param rest waits
   */
  public record Way(Duration longest, int most, long perSecond, Consumer<Duration> rest) {
    /** Half a second, and as fast as that goes. */
    public static Way usual(Consumer<Duration> rest) {
      return new Way(Duration.ofMillis(500), 50_000, 0, rest);
    }
  }

  public Pace(Way way) {
    this.way = way;
    this.most = most(way);
    this.rows = Math.min(FIRST, most);
  }

  /**
   * No more at once than may be done in a {@link #GUST}, however fast they go. Nor much fewer:
   * others feel the end of a transaction more than its length.
   */
  private static int most(Way way) {
    long inGust = Math.min(way.perSecond(), way.most()) * GUST.toSeconds();
    return way.perSecond() > 0 ? Math.clamp(inGust, 1, way.most()) : way.most();
  }

  /** Rows of the next batch. */
  int rows() {
    return rows;
  }

  /**
   * Learns that a batch could not be done in time, because somebody else is at its rows.
   *
   * @return whether to try again with fewer rows, after a rest
   */
  boolean blocked() {
    tries++;
    rows = Math.max(1, rows / 2);
    boolean again = tries < TRIES;
    if (again) {
      way.rest().accept(way.longest().multipliedBy(2));
    }
    return again;
  }

  /** Learns from a batch, and rests where it was too fast. */
  void took(long done, Duration time) {
    tries = 0;
    if (time.compareTo(way.longest()) > 0) {
      rows = Math.max(1, rows / 2);
    } else if (time.multipliedBy(2).compareTo(way.longest()) < 0) {
      rows = Math.min(most, rows * 2);
    }
    if (way.perSecond() > 0) {
      Duration due = Duration.ofNanos(done * 1_000_000_000L / way.perSecond());
      if (due.compareTo(time) > 0) {
        way.rest().accept(due.minus(time));
      }
    }
  }
}
