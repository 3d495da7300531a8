package dev.upheld.edge.cli;

import dev.upheld.duty.retention.DueRows;
import dev.upheld.duty.retention.Planned;
import dev.upheld.engine.Expired;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * All plans together. A row that is due by two rules counts twice.
 *
 * @param rules promises in places
 * @param released of these, rules that run
 * @param due rows past their time
 * @param held of these, rows that holds and restrictions keep
 * @param unable rules that cannot be carried out
 * @param unseen rules that could not be looked at: their rows are in no figure
 */
record PlanTotals(int rules, long released, long due, long held, long unable, long unseen) {

  static PlanTotals of(List<Planned> plans) {
    return new PlanTotals(
        plans.size(),
        plans.stream().filter(p -> p.release().isPresent()).count(),
        plans.stream().flatMap(p -> p.due().stream()).mapToLong(DueRows::past).sum(),
        plans.stream().flatMap(p -> p.would().stream()).mapToLong(Expired::onHold).sum(),
        plans.stream().filter(p -> p.rule().expiry().isEmpty()).count(),
        plans.stream().filter(p -> p.trouble().isPresent()).count());
  }

  /** In one line. */
  String text() {
    return "in all "
        + rules
        + (rules == 1 ? " rule" : " rules")
        + ": "
        + released
        + " released, "
        + unable
        + " cannot be carried out; rows due "
        + due
        + ", of these on hold "
        + held
        + (unseen > 0 ? "; not looked at " + unseen : "");
  }

  void put(ObjectNode node) {
    node.put("rules", rules).put("released", released);
    node.put("unable", unable).put("unseen", unseen);
    node.put("due", due).put("held", held);
  }
}
