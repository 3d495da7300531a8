package dev.upheld.duty.retention;

import dev.upheld.engine.Expired;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a rule.
 *
 * @param digest of the rule as it ran
 * @param ended empty while it runs, or where the process was killed
 * @param due what was due when it began, counted from outside; empty where nobody could count
 * @param done what it did; empty where nobody knows yet
 * @param left what was counted from outside afterwards; empty where nobody could count
 * @param trouble why it did not come to its end; empty where it did
 */
public record Ran(
    UUID id,
    String rule,
    String digest,
    Instant began,
    Optional<Instant> ended,
    Optional<DueRows> due,
    Optional<Expired> done,
    Optional<DueRows> left,
    Optional<String> trouble) {
  /** What is said of a run whose process was killed; when that was, nobody knows. */
  static final String INTERRUPTED = "The process ended in the midst of it.";

  /** Whether its process was killed: then it ended no later than somebody noticed. */
  public boolean isInterrupted() {
    return trouble.filter(INTERRUPTED::equals).isPresent();
  }

  /**
   * Whether the rule is not begun again in the same night: it came to its end, or said why not. One
   * that was only told to stop goes on, and so does one whose end nobody noted.
   */
  boolean isOver() {
    return ended.isPresent() && (trouble.isPresent() || done.filter(d -> !d.whole()).isEmpty());
  }

  /** The same, with what was due when it began. */
  Ran counted(DueRows when) {
    return new Ran(id, rule, digest, began, ended, Optional.of(when), done, left, trouble);
  }

  /** What was counted from outside last: after it, or while it runs, before. */
  Optional<DueRows> counted() {
    return ended.isPresent() ? left : due;
  }

  /** The same, with what it did, and why no more; what is left is still to be counted. */
  Ran did(Optional<Expired> what, Optional<String> why) {
    return new Ran(id, rule, digest, began, ended, due, what, left, why);
  }

  /** The same, ended. */
  Ran ended(Instant at, Optional<Expired> didSo, Optional<DueRows> nowLeft, Optional<String> why) {
    return new Ran(id, rule, digest, began, Optional.of(at), due, didSo, nowLeft, why);
  }

  /** The same, ended at once for this reason. */
  Ran stopped(String why) {
    return ended(began, Optional.empty(), Optional.empty(), Optional.of(why));
  }
}
