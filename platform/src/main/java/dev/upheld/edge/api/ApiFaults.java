package dev.upheld.edge.api;

import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.retention.RetentionProblem;
import dev.upheld.edge.api.Shapes.ProblemShape;
import dev.upheld.engine.EngineProblem;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.board.BoardProblem;
import dev.upheld.register.RegisterProblem;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says what is wrong with a request, as {@code application/problem+json}. */
@ControllerAdvice(
    assignableTypes = {
      ProofApi.class,
      ActsApi.class,
      CorrectionsApi.class,
      HoldsApi.class,
      RetentionApi.class,
      ReviewsApi.class,
      LoginsApi.class,
      RequestsApi.class,
      RestrictingApi.class,
      DeathsApi.class,
      RestrictionsApi.class,
      WebhooksApi.class
    })
public final class ApiFaults {

  /** What the caller can mend; anything else goes on to where all failures end. */
  @ExceptionHandler(ProblemException.class)
  public ResponseEntity<ProblemShape> problem(ProblemException e) {
    Problem first = e.problems().getFirst();
    HttpStatus status = status(first).orElseThrow(() -> e);
    return answer(status, first);
  }

  /** The body is no JSON, or of another form; or too large to be read to its end. */
  @ExceptionHandler(HttpMessageNotReadableException.class)
  public ResponseEntity<ProblemShape> unreadable(HttpMessageNotReadableException e) {
    return e.getMostSpecificCause() instanceof IOException
        ? answer(
            HttpStatus.CONTENT_TOO_LARGE,
            Problem.of(ApiProblem.BODY, "The body is too large.", "Send less at once."))
        : answer(
            HttpStatus.BAD_REQUEST,
            Problem.of(
                ApiProblem.BODY,
                "The body is not the JSON that is asked for.",
                "GET /api/openapi.json describes it."));
  }

  private static ResponseEntity<ProblemShape> answer(HttpStatus status, Problem problem) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            new ProblemShape(
                "urn:upheld:" + problem.code().code(),
                problem.what(),
                status.value(),
                problem.mend()));
  }

  private static Optional<HttpStatus> status(Problem problem) {
    return switch (problem.code()) {
      case ApiProblem code ->
          Optional.of(
              switch (code) {
                case NO_SUCH_PROMISE, NO_SUCH_REQUEST, NO_SUCH_HOLD, NO_SUCH_RUN ->
                    HttpStatus.NOT_FOUND;
                case PARAMETER, BODY -> HttpStatus.BAD_REQUEST;
                case SIGNATURE, STALE -> HttpStatus.UNAUTHORIZED;
                case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
              });
      case RequestProblem code ->
          Optional.of(
              switch (code) {
                case UNKNOWN, NO_TASK -> HttpStatus.NOT_FOUND;
                case NOT_NOW,
                    NO_CHANGE,
                    REVIEW,
                    EXTENSION,
                    UNFINISHED,
                    PLAN,
                    NO_WAY,
                    FOUR_EYES,
                    MARK,
                    LOGIN,
                    HEARD,
                    BARRED,
                    TWO_PEOPLE,
                    ERASED ->
                    HttpStatus.CONFLICT;
                case WORDS, CHOICE, ADDRESS -> HttpStatus.UNPROCESSABLE_CONTENT;
                case FLOOD -> HttpStatus.TOO_MANY_REQUESTS;
              });
      case RetentionProblem code ->
          Optional.of(
              switch (code) {
                case UNKNOWN -> HttpStatus.NOT_FOUND;
                case REASON -> HttpStatus.UNPROCESSABLE_CONTENT;
                default -> HttpStatus.CONFLICT;
              });
      case RegisterProblem code ->
          Optional.of(HttpStatus.UNPROCESSABLE_CONTENT).filter(_ -> code == RegisterProblem.HOLD);
      case EngineProblem code ->
          Optional.of(
              code == EngineProblem.SUBJECT || code == EngineProblem.HELD_ROWS
                  ? HttpStatus.BAD_REQUEST
                  : HttpStatus.CONFLICT);
      case BoardProblem code ->
          Optional.of(
              switch (code) {
                case NO_SUCH_PROMISE -> HttpStatus.NOT_FOUND;
                case NOT_ATTESTABLE, NOT_MEASURED, NO_WORKSPACE -> HttpStatus.CONFLICT;
                case DOCUMENT, DIGEST, UNTIL, UNTIL_PAST, DUE, DUE_PAST, COMMENT ->
                    HttpStatus.UNPROCESSABLE_CONTENT;
              });
      default -> Optional.empty();
    };
  }
}
