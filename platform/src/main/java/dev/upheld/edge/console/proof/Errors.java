package dev.upheld.edge.console.proof;

import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.probe.board.BoardProblem;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong in a form, field by field; the first fault of a field is told. */
final class Errors {
  private static final int LONGEST_COMMENT = 4_000;
  private static final int LONGEST_DOCUMENT = 500;
  private static final int FURTHEST_DAYS = 5 * 365;

  private final Map<String, FieldError> all = new LinkedHashMap<>();

  void add(String field, FieldError error) {
    all.putIfAbsent(field, error);
  }

  /** What the board refused, where it is about a field. */
  void add(ProblemCode code) {
    if (code instanceof BoardProblem problem) {
      switch (problem) {
        case DOCUMENT -> add("attest.document", FieldError.of(Fault.TOO_LONG, LONGEST_DOCUMENT));
        case DIGEST -> add("attest.digest", FieldError.of(Fault.NOT_A_DIGEST));
        case UNTIL -> add("attest.until", FieldError.of(Fault.TOO_FAR, FURTHEST_DAYS));
        case UNTIL_PAST -> add("attest.until", FieldError.of(Fault.PAST));
        case DUE_PAST -> add("assign.due", FieldError.of(Fault.PAST));
        case DUE -> add("assign.due", FieldError.of(Fault.TOO_FAR, FURTHEST_DAYS));
        case COMMENT -> add("comment.text", FieldError.of(Fault.TOO_LONG, LONGEST_COMMENT));
        case NO_SUCH_PROMISE, NOT_ATTESTABLE, NOT_MEASURED, NO_WORKSPACE -> {}
      }
    }
  }

  boolean none() {
    return all.isEmpty();
  }

  Map<String, FieldError> all() {
    return all;
  }
}
