package dev.upheld.datamap.read;

import java.util.Set;

/**
 * The charter's words that systems and data maps may use.
 *
 * @param activities processing activities
 * @param subjects groups of people
 * @param words data words
 * @param stages retention stages
 * @param events events that some period runs from
 * @param operators the company, other controllers and recipients
 * @param known false when the charter cannot be read: then no word is held against it, so that its
 *     own faults are not told a second time from every data map
 */
public record Names(
    Set<String> activities,
    Set<String> subjects,
    Set<String> words,
    Set<String> stages,
    Set<String> events,
    Set<String> operators,
    boolean known) {
  public Names {
    activities = Set.copyOf(activities);
    subjects = Set.copyOf(subjects);
    words = Set.copyOf(words);
    stages = Set.copyOf(stages);
    events = Set.copyOf(events);
    operators = Set.copyOf(operators);
  }

  /** The words of a charter that could be read. */
  public Names(
      Set<String> activities,
      Set<String> subjects,
      Set<String> words,
      Set<String> stages,
      Set<String> events,
      Set<String> operators) {
    this(activities, subjects, words, stages, events, operators, true);
  }

  /** Nothing is known of the charter. */
  public static Names unknown() {
    return new Names(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
  }
}
