package dev.upheld.duty.retention;

import dev.upheld.datamap.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One pass over rules. Those that have nothing to do, as most on most nights, are noted together
 * before the next that has: what is noted stands in the order in which it was seen.
 */
final class Pass {
  private final RuleRun.Parts parts;
  private final Retaining.Way way;
  private final Running running;
  private final List<Ran> runs = new ArrayList<>();
  private final List<Ran> idle = new ArrayList<>();

  /** Runs a rule with all that belongs to it; empty where it may not. */
  interface Running {
    Optional<Ran> run(RuleRun.Parts parts, Workspace workspace, Rule rule, Retaining.Way way);
  }

  Pass(RuleRun.Parts parts, Retaining.Way way, Running running) {
    this.parts = parts;
    this.way = way;
    this.running = running;
  }

  /** The next rule; a review that decided of it has to hear of its run, whatever it does. */
  void take(Workspace workspace, Rule rule, Noted noted) {
    Optional<Ran> nothing =
        ReviewTimes.speakOf(rule.keep())
            ? Optional.empty()
            : new RuleRun(parts, workspace, way).idle(rule, noted);
    if (nothing.isPresent()) {
      idle.add(nothing.get());
    } else {
      note();
      running.run(parts, workspace, rule, way).ifPresent(runs::add);
    }
  }

  /** All that was run. */
  List<Ran> end() {
    note();
    return List.copyOf(runs);
  }

  private void note() {
    parts.kept().idle(idle);
    runs.addAll(idle);
    idle.clear();
  }
}
