package dev.upheld.probe.keep;

import static dev.upheld.store.generated.Tables.PROBE_SCHEDULE;
import static org.jooq.impl.DSL.any;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.Draft;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * What changes in the register.
 *
 * @param after what is promised then
 * @param begun new, or worded or bound anew
 * @param ended promises of which the wording so far ends
 * @param drafts for the journal
 */
record Registration(
    Map<PromiseId, Statement> after,
    List<Statement> begun,
    List<PromiseId> ended,
    List<Draft> drafts) {

  static Registration none(Map<PromiseId, Statement> before) {
    return new Registration(before, List.of(), List.of(), List.of());
  }

  static Registration of(Map<PromiseId, Statement> before, String company, List<Statement> today) {
    Map<PromiseId, Statement> after = new LinkedHashMap<>(before);
    after.keySet().removeIf(p -> p.company().equals(company));
    today.forEach(s -> after.put(s.promise(), s));
    List<Statement> begun =
        after.values().stream().filter(s -> !s.equals(before.get(s.promise()))).toList();
    List<Statement> gone =
        before.values().stream().filter(s -> !after.containsKey(s.promise())).toList();
    List<PromiseId> ended = new ArrayList<>(gone.stream().map(Statement::promise).toList());
    begun.stream().map(Statement::promise).filter(before::containsKey).forEach(ended::add);
    List<Draft> drafts = new ArrayList<>();
    begun.forEach(s -> drafts.add(Drafts.begun(s)));
    gone.forEach(s -> drafts.add(Drafts.ended(s)));
    return new Registration(after, begun, ended, drafts);
  }

  /**
   * Has what began measured at once; what was never measured is due anyway. A measurement that goes
   * on meanwhile is of the earlier wording and plans nothing, being begun before this instant.
   */
  static void due(DSLContext tx, List<Statement> begun, Instant now) {
    if (!begun.isEmpty()) {
      String[] promises = begun.stream().map(s -> s.promise().toString()).toArray(String[]::new);
      tx.update(PROBE_SCHEDULE)
          .set(PROBE_SCHEDULE.DUE_AT, now.truncatedTo(ChronoUnit.MICROS))
          .where(PROBE_SCHEDULE.PROMISE.eq(any(promises)))
          .execute();
    }
  }

  int size() {
    return drafts.size();
  }
}
