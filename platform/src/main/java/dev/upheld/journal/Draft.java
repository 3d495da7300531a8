package dev.upheld.journal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry before it has its place.
 *
 * @param kind what happened, dotted lower case: {@code promise.broken}
 * @param actor who did it, where it was a person
 * @param facts what there is to say: text, whole numbers within 2^53, finite decimals, truth
 *     values, instants, and lists and maps of them; never personal data
 */
public record Draft(String kind, Optional<ReferenceId> actor, Map<String, Object> facts) {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");
  private static final int LONGEST_KIND = 100;

  /**
   * @throws dev.upheld.kernel.ProblemException when the kind has another form
   */
  public Draft {
    if (kind.length() > LONGEST_KIND || !KIND.matcher(kind).matches()) {
      throw JournalProblem.DRAFT.because(
          "A kind of journal entry is not dotted lower case.", "Please report it.");
    }
    facts = Map.copyOf(facts);
  }

  /** What Upheld itself did. */
  public static Draft of(String kind, Map<String, Object> facts) {
    return new Draft(kind, Optional.empty(), facts);
  }
}
