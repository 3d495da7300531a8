package dev.upheld.duty.retention;

import dev.upheld.datamap.workspace.Workspace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Asked before the first batch and between two whether a run must end now; what costs a question is
 * asked at first and every few seconds. For one run and one thread.
 */
final class Halting implements BooleanSupplier {
  private static final long LOOK_MILLIS = Duration.ofSeconds(2).toMillis();

  private final Run run;
  private final RetentionStore kept;
  private final RuleTurn turn;
  private final InstantSource clock;
  private Optional<Long> looked = Optional.empty();
  private Workspace present;
  private Optional<String> trouble = Optional.empty();

  /** What runs, as it was when it began. */
  record Run(Rule rule, Workspace workspace, Retaining.Way way) {}

  Halting(Run run, RetentionStore kept, RuleTurn turn, InstantSource clock) {
    this.run = run;
    this.kept = kept;
    this.turn = turn;
    this.clock = clock;
    this.present = run.workspace();
  }

  /** Why it had to end, where nobody asked for it. */
  Optional<String> trouble() {
    return trouble;
  }

  @Override
  public boolean getAsBoolean() {
    boolean asked = run.way().halt().getAsBoolean();
    long now = clock.millis();
    if (trouble.isEmpty() && looked.filter(l -> now - l <= LOOK_MILLIS).isEmpty()) {
      looked = Optional.of(now);
      trouble = look();
    }
    return trouble.isPresent() || asked || isOutside();
  }

  /** No trouble: it goes on when the hours come again. */
  private boolean isOutside() {
    return !run.way().anyway() && !Hours.of(present, run.rule()).isOpen(clock.instant());
  }

  private Optional<String> look() {
    present = run.way().present().apply(run.workspace());
    if (!turn.isMine()) {
      return Optional.of(
          "The connection to the store broke, and with it the right to run this rule. The next run"
              + " goes on.");
    }
    boolean released =
        kept.release(run.rule().id())
            .filter(r -> r.digest().equals(run.rule().digest()))
            .isPresent();
    if (!released || isChanged()) {
      return Optional.of(
          "The rule was changed while it ran, and stopped between two batches. Look at upheld retain"
              + " plan, and release it again.");
    }
    return Optional.empty();
  }

  private boolean isChanged() {
    Rule rule = run.rule();
    return !present.equals(run.workspace())
        && Rules.find(present, rule.kept().time().now(), rule.id())
            .map(r -> Rules.like(rule, present, r))
            .filter(r -> r.digest().equals(rule.digest()))
            .isEmpty();
  }
}
