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
 */
public record Names(
    Set<String> activities,
    Set<String> subjects,
    Set<String> words,
    Set<String> stages,
    Set<String> events,
    Set<String> operators) {
  public Names {
    activities = Set.copyOf(activities);
    subjects = Set.copyOf(subjects);
    words = Set.copyOf(words);
    stages = Set.copyOf(stages);
    events = Set.copyOf(events);
    operators = Set.copyOf(operators);
  }
}
