package dev.upheld.duty.retention;

import dev.upheld.connect.Answer.DueCount;
import dev.upheld.probe.Inquiry;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Sheet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows past one instant and not past an earlier one, by two counts of a place: those that nobody
 * attended to since.
 *
 * @param all counts rows past the one
 * @param covered counts rows past the other; empty where nobody attended to any
 */
record Uncovered(Inquiry<?> all, Optional<Inquiry<?>> covered) {

  /** Asks both, once where they are the same. */
  void ask(PlanBuilder plan) {
    plan.ask(all);
    covered.filter(q -> !q.equals(all)).ifPresent(plan::ask);
  }

  /** Reads what came back, by what was asked. */
  static Map<Inquiry<?>, DueCount> counts(Sheet sheet, ProbePlan plan, List<Reply> replies) {
    Map<Inquiry<?>, DueCount> counts = new HashMap<>();
    Iterator<Inquiry<?>> asked = plan.inquiries().iterator();
    for (Reply reply : replies) {
      Inquiry<?> inquiry = asked.next(); // a reply bears the question of whoever asked it first
      sheet.read(reply, DueCount.class).ifPresent(count -> counts.put(inquiry, count));
    }
    return counts;
  }

  /**
   * What was counted.
   *
   * @param rest rows past the one instant and not past the other
   */
  record Counted(DueCount all, long rest) {}

  /** Empty where one of the counts did not come: the other alone says nothing. */
  Optional<Counted> of(Map<Inquiry<?>, DueCount> counts) {
    Optional<Long> attended =
        covered.isEmpty()
            ? Optional.of(0L)
            : covered.flatMap(q -> Optional.ofNullable(counts.get(q))).map(DueCount::past);
    return Optional.ofNullable(counts.get(all))
        .flatMap(count -> attended.map(a -> new Counted(count, Math.max(0, count.past() - a))));
  }
}
