package dev.upheld.probe;

import dev.upheld.charter.promise.Promise;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Judgement;
import dev.upheld.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * How a promise fared in a run.
 *
 * @param evidence what was found in this run; empty when it was not measured
 * @param cause for the exit code
 * @param unmeasured why it was not measured, one sentence; empty when it was
 * @param drift where the data map was seen not to be true any more
 */
public record PromiseResult(
    Promise promise,
    Judgement judgement,
    List<Evidence> evidence,
    ExitCode.Cause cause,
    Optional<String> unmeasured,
    List<Drift> drift) {
  public PromiseResult {
    drift = List.copyOf(drift);
    evidence = List.copyOf(evidence);
  }

  /** One without drift. */
  public PromiseResult(
      Promise promise,
      Judgement judgement,
      List<Evidence> evidence,
      ExitCode.Cause cause,
      Optional<String> unmeasured) {
    this(promise, judgement, evidence, cause, unmeasured, List.of());
  }

  public Verdict verdict() {
    return judgement.verdict();
  }

  /** Its part in the exit code. Owners cannot set a day yet, so nothing is overdue. */
  public ExitCode.Line line() {
    return new ExitCode.Line(verdict(), cause, false, !promise.header().law().isEmpty());
  }
}
