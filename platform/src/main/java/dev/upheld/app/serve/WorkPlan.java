package dev.upheld.app.serve;

import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.RequestWork;
import dev.upheld.engine.CopyPlan;
import dev.upheld.engine.CorrectionPlan;
import dev.upheld.engine.Plan;
import dev.upheld.engine.PlanJson;
import dev.upheld.kernel.Sha256;
import dev.upheld.store.generated.tables.records.RequestPlanRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is planned for one request: a copy, a correction, an erasure; a copy is made first, and what
 * is erased is not corrected.
 */
record WorkPlan(
    Optional<CopyPlan> copy, Optional<Plan> erasure, Optional<CorrectionPlan> correction) {

  static WorkPlan of(RequestPlanRecord row) {
    return new WorkPlan(
        Optional.ofNullable(row.getCopy()).map(CopyPlan::of),
        Optional.ofNullable(row.getPlan()).map(PlanJson::kept),
        Optional.ofNullable(row.getCorrection()).map(CorrectionPlan::of));
  }

  /** What is left of it where a right was refused after it was approved. */
  WorkPlan less(CaseFile file) {
    return new WorkPlan(
        copy.filter(_ -> CopyWork.isAsked(file)),
        erasure.filter(_ -> ErasureWork.isAsked(file)),
        correction.filter(_ -> CorrectingWork.isAsked(file)));
  }

  /** Of one part that part's own; of both one that changes with either. */
  String digest() {
    List<String> digests =
        Stream.of(
                copy.map(CopyPlan::digest),
                erasure.map(Plan::digest),
                correction.map(CorrectionPlan::digest))
            .flatMap(Optional::stream)
            .toList();
    return digests.size() == 1
        ? digests.getFirst()
        : Sha256.hex(
            digests.stream().collect(Collectors.joining(":")).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * As the page says it.
   *
   * @param byHand whether no program reaches the system of that name
   */
  List<RequestWork.Line> lines(Predicate<String> byHand) {
    List<RequestWork.Line> lines = new ArrayList<>();
    copy.ifPresent(plan -> lines.addAll(WorkLines.of(plan, byHand)));
    erasure.ifPresent(plan -> lines.addAll(WorkLines.of(plan, byHand)));
    correction.ifPresent(plan -> lines.addAll(CorrectionLines.of(plan)));
    return lines;
  }

  /** What is counted as done: each system erased in, and the copy as one. */
  int steps(Predicate<String> byHand) {
    long systems =
        erasure.stream()
            .flatMap(p -> p.systems().stream())
            .filter(s -> !byHand.test(s.system()))
            .count();
    return (copy.isPresent() ? 1 : 0)
        + (int) systems
        + correction.map(CorrectingWork::steps).orElse(0);
  }

  /** Rows that are erased. */
  long rows() {
    return erasure.map(Plan::touched).orElse(0L);
  }
}
