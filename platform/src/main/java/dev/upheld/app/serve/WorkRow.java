package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.REQUEST_PLAN;

import dev.upheld.duty.request.CaseRef;
import dev.upheld.store.Store;
import java.time.Instant;

/** What the row of a plan says while its work runs: whether it is to wait, and how far it is. */
record WorkRow(Store store, CaseRef request, String digest) {

  /** Whether it goes no further: it was paused, or another plan took its place. */
  boolean waits() {
    return !store
        .dsl()
        .fetchExists(
            REQUEST_PLAN,
            REQUEST_PLAN
                .REF
                .eq(request.value())
                .and(REQUEST_PLAN.DIGEST.eq(digest))
                .and(REQUEST_PLAN.APPROVED.isNotNull())
                .and(REQUEST_PLAN.PAUSED.isNull()));
  }

  /** Notes how many rows are done. */
  void reached(long rows) {
    var _ =
        store.inTransaction(
            tx ->
                tx.update(REQUEST_PLAN)
                    .set(REQUEST_PLAN.ROWS_DONE, rows)
                    .where(REQUEST_PLAN.REF.eq(request.value()))
                    .and(REQUEST_PLAN.DIGEST.eq(digest))
                    .execute());
  }

  /**
   * Has it wait, or lets it go on.
   *
   * @return whether there is work that nobody has done yet
   */
  static boolean pause(Store store, CaseRef request, Instant now) {
    return store.inTransaction(
            tx ->
                tx.update(REQUEST_PLAN)
                    .set(REQUEST_PLAN.PAUSED, now)
                    .where(REQUEST_PLAN.REF.eq(request.value()))
                    .and(REQUEST_PLAN.APPROVED.isNotNull())
                    .and(REQUEST_PLAN.PAUSED.isNull())
                    .and(REQUEST_PLAN.RECEIPT.isNull())
                    .execute())
        == 1;
  }

  /** Lets it go on. */
  static void resume(Store store, CaseRef request) {
    var _ =
        store.inTransaction(
            tx ->
                tx.update(REQUEST_PLAN)
                    .setNull(REQUEST_PLAN.PAUSED)
                    .setNull(REQUEST_PLAN.STOPPED)
                    .where(REQUEST_PLAN.REF.eq(request.value()))
                    .and(REQUEST_PLAN.PAUSED.isNotNull())
                    .execute());
  }
}
