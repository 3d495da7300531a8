package dev.upheld.duty.retention;

import dev.upheld.journal.ReferenceId;
import java.util.Optional;

/**
 * A rule and all that is kept of it.
 *
 * @param leave the newest leave it was ever given, and by whom; it may be for another digest
 * @param last its newest run
 * @param look its newest dry run; it may be of another digest
 * @param outlook how many rows come due by when; it may be of another digest
 */
public record Standing(
    Rule rule,
    Optional<Leave> leave,
    Optional<Pause> pause,
    Optional<Ran> last,
    Optional<Look> look,
    Optional<Outlook> outlook) {

  /**
   * A leave, and who gave it.
   *
   * @param who of the company; empty for a command
   */
  public record Leave(Release release, Optional<ReferenceId> who) {}

  /** How a rule stands. */
  public enum State {
    /** The data map or the systems leave no way to do it. */
    UNABLE,
    /** Nobody released it yet. */
    WAITS,
    /** It was released, and is another rule since. */
    CHANGED,
    /** It is released, and somebody told it to do nothing for now. */
    PAUSED,
    /** It runs every night. */
    NIGHTLY
  }

  /** How it stands. */
  public State state() {
    if (rule.expiry().isEmpty()) {
      return State.UNABLE;
    }
    if (leave.isEmpty()) {
      return State.WAITS;
    }
    if (!isReleased()) {
      return State.CHANGED;
    }
    return pause.isPresent() ? State.PAUSED : State.NIGHTLY;
  }

  /** Whether its leave counts for what it is now. */
  public boolean isReleased() {
    return leave.filter(l -> l.release().digest().equals(rule.digest())).isPresent();
  }

  /** Its dry run, where that is of what the rule is now. */
  public Optional<Look> seen() {
    return look.filter(l -> l.digest().equals(rule.digest()));
  }

  /** What comes due by when, where that was counted for what the rule is now. */
  public Optional<Outlook> ahead() {
    return outlook.filter(o -> o.digest().equals(rule.digest()));
  }

  /** The newest count from outside, whoever asked for it; empty where nobody counted yet. */
  public Optional<DueRows> counted() {
    Optional<DueRows> ran = last.flatMap(Ran::left);
    Optional<Look> looked = seen().filter(l -> l.found().flatMap(Found::due).isPresent());
    boolean later =
        looked
            .filter(l -> last.flatMap(Ran::ended).filter(e -> !e.isBefore(l.asked())).isEmpty())
            .isPresent();
    return later || ran.isEmpty() ? looked.flatMap(Look::found).flatMap(Found::due) : ran;
  }

  /** Rows past their time as they were last counted; empty where nobody counted yet. */
  public Optional<Long> due() {
    return ahead()
        .filter(o -> last.flatMap(Ran::ended).filter(e -> !e.isBefore(o.made())).isEmpty())
        .map(Outlook::due)
        .or(() -> counted().map(DueRows::past));
  }
}
