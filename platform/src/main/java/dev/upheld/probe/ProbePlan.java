package dev.upheld.probe;

import java.util.List;

/**
 * How a promise will be measured.
 *
 * @param inquiries what will be asked, in an order that makes sense to a reader
 * @param gaps why the plan cannot see everything even if all answers come: nothing is bound, a
 *     clock is missing, a system is silent, a criterion has no number; one sentence each with the
 *     mend
 * @param findings what planning alone already found, from the live catalogue (an undeclared
 *     column): the judge decides what they mean
 */
public record ProbePlan(List<Inquiry<?>> inquiries, List<String> gaps, List<String> findings) {
  public ProbePlan {
    inquiries = List.copyOf(inquiries);
    gaps = List.copyOf(gaps);
    findings = List.copyOf(findings);
  }
}
