package dev.upheld.duty.retention;

import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import java.util.List;
import java.util.Optional;

/**
 * What a rule would do now, before anything is done.
 *
 * @param due what is due, counted from outside; empty where nobody could count
 * @param would what a run would do; empty where the rule cannot be carried out
 * @param whole partitions that would go at once; their rows are counted in {@code would}
 * @param remembers whether the system has a memory of acts, so that a crash leaves no doubt
 * @param indexes indexes that would help, as people make them: {@code visit (seen_at)}
 * @param release the leave it has; empty where nobody gave one for what it is now
 * @param trouble why it could not be looked at
 * @param warnings whom it would tell that their data goes; empty where nobody is told
 */
public record Planned(
    Rule rule,
    Optional<DueRows> due,
    Optional<Expired> would,
    Expiring.Whole whole,
    boolean remembers,
    List<String> indexes,
    Optional<Release> release,
    Optional<String> trouble,
    Optional<Warnings.Figures> warnings) {
  public Planned {
    indexes = List.copyOf(indexes);
  }
}
