package dev.upheld.edge.api;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** Why a request is not answered. */
enum ApiProblem implements ProblemCode {
  /** A parameter has a value that means nothing. */
  PARAMETER("api-parameter"),
  /** The body is no JSON of the form asked for. */
  BODY("api-body"),
  /** A message is not signed with a known key. */
  SIGNATURE("webhook-signature"),
  /** A message was signed too long ago. */
  STALE("webhook-stale"),
  /** Too many came that were wrong. */
  TOO_MANY("api-too-many"),
  /** The charter has no such promise. */
  NO_SUCH_PROMISE("no-such-promise"),
  /** There is no request of that reference. */
  NO_SUCH_REQUEST("no-such-request"),
  /** There is no hold of that id. */
  NO_SUCH_HOLD("no-such-hold"),
  /** There is no such run of retention, or it has not ended. */
  NO_SUCH_RUN("api-no-such-run");

  private final String code;

  ApiProblem(String code) {
    this.code = code;
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }

  static ProblemException noSuchPromise() {
    return NO_SUCH_PROMISE.because(
        "The charter has no such promise.", "GET /api/v1/promises lists them.");
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
