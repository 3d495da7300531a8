package dev.upheld.probe;

import java.util.List;
import java.util.Set;

/**
 * How a promise will be measured.
 *
 * @param wheres all places (or systems) that should be measured, as people read them
 * @param inquiries what will be asked, in an order that makes sense to a reader
 * @param gaps why the plan cannot see everything: nothing is bound, a clock is missing, a system is
 *     silent
 * @param beyond what no measurement of data can ever show (a criterion without a number); another
 *     duty or a person must
 * @param findings what planning alone found (an undeclared column)
 * @param drift where planning alone saw that the data map is not true any more
 * @param notes what planning rested on and judging needs again, unchanged
 */
public record ProbePlan(
    Set<String> wheres,
    List<Inquiry<?>> inquiries,
    List<Gap> gaps,
    List<String> beyond,
    List<Finding> findings,
    List<Drift> drift,
    List<Note> notes) {

  /** Written by a prober for itself: only the one that made a plan reads its notes. */
  public interface Note {}

  /** Without notes. */
  public ProbePlan(
      Set<String> wheres,
      List<Inquiry<?>> inquiries,
      List<Gap> gaps,
      List<String> beyond,
      List<Finding> findings,
      List<Drift> drift) {
    this(wheres, inquiries, gaps, beyond, findings, drift, List.of());
  }

  public ProbePlan {
    wheres = Set.copyOf(wheres);
    inquiries = List.copyOf(inquiries);
    gaps = List.copyOf(gaps);
    beyond = List.copyOf(beyond);
    findings = List.copyOf(findings);
    drift = List.copyOf(drift);
    notes = List.copyOf(notes);
  }
}
