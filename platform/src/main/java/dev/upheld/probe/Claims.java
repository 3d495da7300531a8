package dev.upheld.probe;

import dev.upheld.charter.Charters;
import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.Bindings;
import dev.upheld.kernel.Sha256;
import dev.upheld.verdict.Claim;

/** What is claimed today: the statement of a promise together with its binding. */
public final class Claims {
  private Claims() {}

  /**
   * The claim a verdict is asked about. Its digest changes when the statement, its binding (which
   * database is meant included) or the company's zone (which decides when a day ends) changes;
   * evidence with another digest does not count.
   */
  public static Claim of(Promise promise, Assignment assignment) {
    String meaning =
        String.join(
            "\n",
            Charters.digest(promise),
            Bindings.digest(promise, assignment.map()),
            assignment.zone().getId());
    return new Claim(promise.id(), Sha256.hex(meaning), promise.header().way());
  }
}
