package dev.upheld.probe.keep;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * A verdict that changed.
 *
 * @param sentence of the promise
 * @param digest of its statement and binding
 * @param from empty where the promise begins
 * @param to empty where it ends
 * @param at since when the new verdict is so; may lie before the moment it was noticed
 * @param why in evidence's words
 */
public record Change(
    PromiseId promise,
    String sentence,
    String digest,
    Optional<Verdict> from,
    Optional<Verdict> to,
    Instant at,
    String why) {

  /** Whether somebody must hear of it: it broke, or it is broken no more. */
  public boolean told() {
    return to.isPresent() && (isTo(Verdict.BROKEN) || from.equals(Optional.of(Verdict.BROKEN)));
  }

  private boolean isTo(Verdict verdict) {
    return to.equals(Optional.of(verdict));
  }

  /** {@code promise.broken}: its kind in the journal and in alerts. */
  public String kind() {
    return to.map(v -> "promise." + word(v)).orElse("promise.ended");
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case BROKEN -> "broken";
      case UNPROVEN -> "unproven";
      case AT_RISK -> "at-risk";
      case UPHELD -> "upheld";
    };
  }
}
