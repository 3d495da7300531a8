package dev.upheld.discover;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Session;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits while a system has better things to do. Before each table its catalogue is pinged; while
 * that takes longer than stated, nothing else is asked, in growing pauses, until it is given up.
 * Can be stopped from any thread, in the middle of a pause too.
 */
public final class Patience {
  /** What a catalogue at ease stays far below, wherever it is. */
  public static final Duration PAUSE_ABOVE = Duration.ofMillis(250);

  public static final Duration GIVE_UP_AFTER = Duration.ofMinutes(10);

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Duration pauseAbove;
  private final Duration giveUpAfter;
  private final Waiting waiting;
  private final CountDownLatch stopped;

  /** How time is spent. */
  interface Waiting {
    /** Returns after so long, or sooner when there is no reason to wait any more. */
    void wait(Duration pause) throws InterruptedException;
  }

  /**
   * @param pauseAbove the longest a ping may take
   * @param giveUpAfter the longest to wait at one table, pings included
   */
  public Patience(Duration pauseAbove, Duration giveUpAfter) {
    this.pauseAbove = pauseAbove;
    this.giveUpAfter = giveUpAfter;
    this.stopped = new CountDownLatch(1);
    CountDownLatch stop = stopped;
    this.waiting = pause -> stop.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  Patience(Duration pauseAbove, Duration giveUpAfter, Waiting waiting) {
    this.pauseAbove = pauseAbove;
    this.giveUpAfter = giveUpAfter;
    this.stopped = new CountDownLatch(1);
    this.waiting = waiting;
  }

  /** With the usual times. */
  public static Patience usual() {
    return new Patience(PAUSE_ABOVE, GIVE_UP_AFTER);
  }

  /** Never waits: a person does. */
  static Patience none() {
    return new Patience(Duration.ofDays(1), Duration.ZERO);
  }

  /** From any thread: nothing more is asked, and who waits is told. */
  public void stop() {
    stopped.countDown();
  }

  /** Throws {@link ConnectProblem#CANCELLED} once it was stopped. */
  public void goOn() {
    if (stopped.getCount() == 0) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.CANCELLED,
              "The look at the system was stopped.",
              "Run discover again with --resume to go on where it was."));
    }
  }

  /**
   * Returns once the system is at ease.
   *
   * @throws ProblemException when it was stopped, or the system was not at ease for too long
   */
  void await(Session session, Progress progress, long done, long total) {
    Duration waited = Duration.ZERO;
    Duration pause = FIRST;
    goOn();
    Duration took = session.ping();
    while (took.compareTo(pauseAbove) > 0) {
      waited = waited.plus(took);
      if (waited.plus(pause).compareTo(giveUpAfter) > 0) {
        throw tooBusy(took);
      }
      progress.report("waiting: its catalogue answers in " + took.toMillis() + " ms", done, total);
      pause(pause);
      waited = waited.plus(pause);
      pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
      goOn();
      took = session.ping();
    }
  }

  private void pause(Duration pause) {
    try {
      waiting.wait(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  private ProblemException tooBusy(Duration took) {
    return new ProblemException(
        Problem.of(
            DiscoverProblem.TOO_BUSY,
            "The system was too busy for "
                + giveUpAfter.toSeconds()
                + " s: its catalogue takes "
                + took.toMillis()
                + " ms to answer, and more than "
                + pauseAbove.toMillis()
                + " ms is taken for busy. Nothing was written.",
            "Run discover again with --resume when it is at ease, or with a higher --pause-above"
                + " where it is far away."));
  }
}
