package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.JOB_DEAD;
import static dev.upheld.store.generated.Tables.MAIL_OUTBOX;
import static dev.upheld.store.generated.Tables.PROBE_DELIVERY;
import static dev.upheld.store.generated.Tables.PROBE_RUN;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What was done, or given up, before an instant and serves nobody any more. The journal and the
 * evidence are never touched; what still waits is not settled.
 *
 * @param before the instant
 */
record Settled(Instant before) {
  /** So many lines at a time: no statement holds a table for long, however much there is. */
  private static final int AT_ONCE = 2_000;

  static Settled before(Instant before) {
    return new Settled(before);
  }

  void erase(DSLContext dsl) {
    Condition mailed = MAIL_OUTBOX.NEXT_ATTEMPT.isNull();
    erase(dsl, MAIL_OUTBOX, MAIL_OUTBOX.ID, mailed.and(MAIL_OUTBOX.MADE.lt(before)));
    Condition old = PROBE_DELIVERY.MADE_AT.lt(before);
    erase(dsl, PROBE_DELIVERY, PROBE_DELIVERY.ID, PROBE_DELIVERY.STATE.eq("sent").and(old));
    erase(dsl, PROBE_DELIVERY, PROBE_DELIVERY.ID, old.and(givenUp()));
    erase(dsl, JOB_DEAD, JOB_DEAD.ID, JOB_DEAD.DIED_AT.lt(before));
    erase(dsl, PROBE_RUN, PROBE_RUN.ID, PROBE_RUN.ENDED_AT.lt(before));
  }

  private Condition givenUp() {
    return PROBE_DELIVERY
        .ID
        .cast(String.class)
        .in(DSL.select(JOB_DEAD.ID).from(JOB_DEAD).where(JOB_DEAD.DIED_AT.lt(before)));
  }

  private static <T> void erase(DSLContext dsl, Table<?> from, Field<T> key, Condition which) {
    int erased = AT_ONCE;
    while (erased == AT_ONCE) {
      erased =
          dsl.deleteFrom(from)
              .where(key.in(DSL.select(key).from(from).where(which).limit(AT_ONCE)))
              .and(which)
              .execute();
    }
  }
}
