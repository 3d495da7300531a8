package dev.upheld.connect;

import dev.upheld.kernel.Asked;
import java.time.Duration;
import java.util.List;

/**
 * An answer with all that is needed to trust it and to ask again.
 *
 * @param sight whether the account saw everything the question speaks of, checked in the same
 *     transaction as the answer
 * @param asked the exact text sent
 */
public record Answered<A extends Answer>(A answer, Sight sight, List<Asked> asked, Duration took) {
  public Answered {
    asked = List.copyOf(asked);
  }

  /** The same, for who asked only about what the table itself stores: all of that was seen. */
  public Answered<A> whole() {
    return new Answered<>(answer, Sight.full(), asked, took);
  }
}
