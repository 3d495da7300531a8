package dev.upheld.duty.request;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** Why something cannot be done to a request. */
public enum RequestProblem implements ProblemCode {
  /** There is no request of that name. */
  UNKNOWN("request-unknown"),
  /** The state of the request does not allow it. */
  NOT_NOW("request-not-now"),
  /** A text that is wanted is missing or too long. */
  WORDS("request-words"),
  /** Not one of the rights, grounds or people there are. */
  CHOICE("request-choice"),
  /** The day to announce an extension is over, or no law gives one. */
  EXTENSION("request-extension"),
  /** A right is undecided, or a task is open. */
  UNFINISHED("request-unfinished"),
  /** The address cannot be written to. */
  ADDRESS("request-address"),
  /** The charter does not take signing in for proof of who asks. */
  LOGIN("request-login"),
  /** There is no such task for whoever reports it. */
  NO_TASK("request-no-task"),
  /** A program's message was taken before. */
  HEARD("request-heard"),
  /** Too many came from one address or one source. */
  FLOOD("request-flood"),
  /** The plan is not the one that was looked at. */
  PLAN("request-plan"),
  /** Somebody else has to approve. */
  FOUR_EYES("request-four-eyes"),
  /** The data map, the person or a database leaves no sound plan. */
  NO_WAY("request-no-way"),
  /** What is to be corrected is not said, or is erased as well. */
  NO_CHANGE("request-no-change"),
  /** What a copy holds of other people is not decided. */
  REVIEW("request-review"),
  /** A lasting state of the person's data is not as this needs it. */
  MARK("request-mark"),
  /** The request would be about two people: whoever asks and whoever died. */
  TWO_PEOPLE("request-two-people"),
  /** The person's data is restricted or on hold: nothing is erased. */
  BARRED("request-barred"),
  /** The file was erased. */
  ERASED("request-erased");

  private final String code;

  RequestProblem(String code) {
    this.code = code;
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }

  static ProblemException unknown() {
    return UNKNOWN.because("There is no such request.", "The inbox lists those there are.");
  }

  static ProblemException notNow() {
    return NOT_NOW.because(
        "The request is in a state in which this cannot be done.",
        "Open it again: somebody else may have worked on it meanwhile.");
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return Owner.USER;
  }
}
