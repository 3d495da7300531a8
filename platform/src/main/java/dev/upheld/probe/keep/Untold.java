package dev.upheld.probe.keep;

import static dev.upheld.store.generated.Tables.PROBE_STATEMENT;
import static dev.upheld.store.generated.Tables.PROBE_TRANSITION;
import static dev.upheld.store.generated.Tables.PROBE_UNTOLD;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.upheld.store.generated.tables.records.ProbeUntoldRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Changes that were recorded where nobody can be told from, such as by a command, and wait for a
 * server.
 */
public final class Untold {
  private Untold() {}

  /** Leaves the telling to a server. */
  public static Teller later() {
    return (tx, changes) ->
        tx.insertInto(PROBE_UNTOLD)
            .set(
                changes.stream()
                    .map(c -> new ProbeUntoldRecord(c.promise().toString(), c.at()))
                    .toList())
            .execute();
  }

  /**
   * Those of some companies that wait, which from the end of this transaction on are told. Those of
   * others wait for their own server: nobody here knows whom to tell.
   */
  static List<Change> take(DSLContext tx, Set<String> companies) {
    List<Change> waiting = new ArrayList<>();
    for (ProbeUntoldRecord row : tx.deleteFrom(PROBE_UNTOLD).where(of(companies)).returning()) {
      var sentence =
          select(PROBE_STATEMENT.SENTENCE)
              .from(PROBE_STATEMENT)
              .where(PROBE_STATEMENT.PROMISE.eq(row.getPromise()))
              .and(PROBE_STATEMENT.SINCE.le(val(row.getAt())))
              .orderBy(PROBE_STATEMENT.SINCE.desc())
              .limit(1);
      tx.select(PROBE_TRANSITION.fields())
          .select(sentence.asField("said"))
          .from(PROBE_TRANSITION)
          .where(PROBE_TRANSITION.PROMISE.eq(row.getPromise()))
          .and(PROBE_TRANSITION.AT.eq(row.getAt()))
          .forEach(
              found ->
                  waiting.add(
                      Ledger.change(
                          found.into(PROBE_TRANSITION), found.get("said", String.class))));
    }
    return waiting;
  }

  private static Condition of(Set<String> companies) {
    return companies.stream()
        .map(company -> PROBE_UNTOLD.PROMISE.startsWith(company + "/"))
        .reduce(falseCondition(), Condition::or);
  }
}
