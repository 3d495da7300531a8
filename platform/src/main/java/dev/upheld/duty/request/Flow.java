package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_FLOW;

import dev.upheld.journal.Draft;
import dev.upheld.store.generated.tables.records.RequestFlowRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Holds a flood: counts by keyed hash how often something was asked, within a window. The same for
 * addresses that are known and those that are not. That one began is journalled once a window.
 */
final class Flow {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Desk desk;

  Flow(Desk desk) {
    this.desk = desk;
  }

  /** What is counted, and how much of it an hour may have. */
  enum Kind {
    /** Codes for one mail address. */
    ADDRESS(4),
    /** Codes asked from one place of the network, behind which many people may sit. */
    SOURCE(20),
    /** Links for one person, made by the application they are signed in to. */
    LOGIN(20),
    /** Messages of programs whose signature is wrong, from one place. */
    SIGNATURE(30),
    /** Links that lead nowhere, asked from one place. */
    GUESS(30),
    /** Messages within one request. */
    MESSAGE(12),
    /** Codes for one copy. */
    COPY(4);

    private final int most;

    Kind(int most) {
      this.most = most;
    }

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Counts one, in a transaction of its own.
   *
   * @return false when there were too many
   */
  boolean let(Kind kind, String who) {
    byte[] key = desk.vault().fingerprint("request-flow-" + kind.word(), who);
    return desk.store().inTransaction(tx -> count(tx, kind, key)) <= kind.most;
  }

  /** Whether there were too many already; counts nothing. */
  boolean over(Kind kind, String who) {
    byte[] key = desk.vault().fingerprint("request-flow-" + kind.word(), who);
    return desk.store()
        .dsl()
        .selectFrom(REQUEST_FLOW)
        .where(REQUEST_FLOW.KEY.eq(key))
        .fetchOptional()
        .filter(row -> row.getBegan().plus(WINDOW).isAfter(desk.now()))
        .filter(row -> row.getCount() > kind.most)
        .isPresent();
  }

  private int count(DSLContext tx, Kind kind, byte[] key) {
    Instant now = desk.now();
    tx.insertInto(REQUEST_FLOW)
        .set(new RequestFlowRecord(key, now, 0))
        .onConflictDoNothing()
        .execute();
    RequestFlowRecord row =
        tx.selectFrom(REQUEST_FLOW).where(REQUEST_FLOW.KEY.eq(key)).forUpdate().fetchSingle();
    boolean over = !row.getBegan().plus(WINDOW).isAfter(now);
    if (over) {
      row.setBegan(now);
      row.setCount(0);
    }
    row.setCount(row.getCount() + 1);
    row.store();
    if (row.getCount() == kind.most + 1) {
      desk.journal()
          .append(tx, Draft.of("request.flood", Map.of("of", kind.word(), "more-than", kind.most)));
    }
    return row.getCount();
  }

  /** Erases what is over. */
  void tidy() {
    desk.store()
        .dsl()
        .deleteFrom(REQUEST_FLOW)
        .where(REQUEST_FLOW.BEGAN.lt(desk.now().minus(WINDOW)))
        .execute();
  }
}
