package dev.upheld.engine;

import dev.upheld.register.Holds.Hold;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a person's data must not be erased now; asked before a plan, and again before the act.
 */
@FunctionalInterface
public interface Guard {
  /** Nothing stands against it. */
  Guard NONE = identifiers -> Optional.empty();

  /**
   * Why nothing may be erased; empty when it may.
   *
   * @param identifiers everything known of the person, by word
   */
  Optional<Why> against(Map<String, ? extends Collection<String>> identifiers);

  /**
   * Holds in force that are about rows, whoever they belong to.
   *
   * @throws dev.upheld.kernel.ProblemException where nobody can read what one is about
   */
  default List<Hold> rows() {
    return List.of();
  }

  /** The same of people alone, for rows that are nobody's. */
  default Guard ofPeople() {
    return identifiers -> against(identifiers);
  }

  /** What stands against it. */
  enum Why {
    /** The person wants the data kept still (GDPR Art. 18). */
    RESTRICTED,
    /** Somebody decided that nothing goes for now; it may be secret why, and that it is so. */
    HELD
  }

  /**
   * Lets pass, or refuses.
   *
   * @throws dev.upheld.kernel.ProblemException with {@link EngineProblem#BARRED}; says nothing that
   *     would give a secret away
   */
  default void pass(Map<String, ? extends Collection<String>> identifiers) {
    Optional<Why> why = against(identifiers);
    if (why.isPresent()) {
      throw switch (why.get()) {
        case RESTRICTED ->
            EngineProblem.BARRED.because(
                "The data of this person is restricted (GDPR Art. 18): it is kept still, and"
                    + " nothing of it is erased.",
                "Tell the person and lift the restriction, then plan again.");
        case HELD ->
            EngineProblem.BARRED.because(
                "Nothing of this person may be erased for now.",
                "The data protection officer can say more.");
      };
    }
  }
}
