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
}
