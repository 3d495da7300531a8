package dev.upheld.duty.request;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Rights;
import dev.upheld.journal.ReferenceId;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the charter says so, whoever approves is not whoever planned. Pure. */
public final class FourEyes {
  private static final String PLANNED = "planned";

  private FourEyes() {}

  /**
   * Whether a right of the request that is not refused needs two people; to erase after a death
   * needs as many as to erase otherwise.
   */
  public static boolean areNeeded(Charter charter, CaseFile file) {
    Stream<String> afterDeath =
        Deaths.departed(file).filter(Departed::erases).map(_ -> "erasure").stream();
    Stream<String> asked =
        file.rights().stream()
            .filter(right -> right.outcome() != CaseFile.Outcome.REFUSED)
            .map(CaseFile.RightLine::right);
    return Stream.concat(asked, afterDeath)
        .flatMap(right -> Offers.promise(charter, right).stream())
        .anyMatch(Rights.Right::twoPeople);
  }

  /** Who made the plan that stands; empty for none, and for a program without a person. */
  static Optional<ReferenceId> planner(CaseFile file) {
    return file.turns().stream()
        .filter(turn -> turn.what().equals(PLANNED))
        .reduce((earlier, later) -> later)
        .flatMap(CaseFile.Turn::actor);
  }

  /**
   * Refuses an approval by whoever planned.
   *
   * @throws dev.upheld.kernel.ProblemException in that case
   */
  static void check(Charter charter, CaseFile file, ReferenceId who) {
    if (areNeeded(charter, file) && planner(file).filter(who::equals).isPresent()) {
      throw RequestProblem.FOUR_EYES.because(
          "Whoever planned the work cannot approve it here: the charter wants two people.",
          "Ask somebody else who may approve.");
    }
  }
}
