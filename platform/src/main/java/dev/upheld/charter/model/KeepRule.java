package dev.upheld.charter.model;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise.Extension;
import dev.upheld.charter.promise.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long some data of an activity is kept.
 *
 * @param words the data words it is about; empty means all of the activity
 * @param state the account state it applies to; empty means every state
 * @param phases one without a stage, or one per stage
 * @param extensions what may keep a row longer
 * @param why the reason, when data stays in the end
 */
public record KeepRule(
    Set<String> words,
    Optional<String> state,
    List<Phase> phases,
    List<Extension> extensions,
    Optional<String> why,
    Source source) {
  public KeepRule {
    phases = List.copyOf(phases);
    extensions = List.copyOf(extensions);
  }

  /**
   * One stage of it.
   *
   * @param stage its word; empty when the charter knows no stages
   * @param atLeast whether the data must stay that long as well, even against erasure
   * @param then what happens at the end
   * @param readers roles that may look meanwhile; empty when not limited
   * @param warn how long before the end the person is told, the longest time first; empty when not
   * @param law reference to a pack
   */
  public record Phase(
      Optional<String> stage,
      Limit limit,
      boolean atLeast,
      EndAction then,
      List<String> readers,
      List<Term> warn,
      Optional<String> law,
      Source source) {
    public Phase {
      readers = List.copyOf(readers);
      warn = List.copyOf(warn);
    }
  }
}
