package dev.upheld.duty.retention;

import static dev.upheld.store.generated.Tables.RETENTION_REVIEW_COUNT;
import static dev.upheld.store.generated.Tables.RETENTION_REVIEW_LOOK;
import static dev.upheld.store.generated.Tables.RETENTION_RUN;

import dev.upheld.job.Jobs;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RetentionReviewCountRecord;
import dev.upheld.store.generated.tables.records.RetentionReviewLookRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;

/** What was counted and looked at for reviews, in the store: figures only. */
final class ReviewSights {
  private final Store store;

  ReviewSights(Store store) {
    this.store = store;
  }

  Map<String, ReviewCount> counts() {
    return store
        .dsl()
        .selectFrom(RETENTION_REVIEW_COUNT)
        .fetchMap(RETENTION_REVIEW_COUNT.RULE, ReviewSights::count);
  }

  private static ReviewCount count(RetentionReviewCountRecord row) {
    return new ReviewCount(
        row.getRule(),
        row.getDigest(),
        row.getMade(),
        Optional.ofNullable(row.getCounts()).map(c -> ReviewCount.counts(row.getMade(), c)),
        Optional.ofNullable(row.getTrouble()));
  }

  void keep(ReviewCount count) {
    RetentionReviewCountRecord row = new RetentionReviewCountRecord();
    row.setRule(count.rule());
    row.setDigest(count.digest());
    row.setMade(count.made());
    row.setCounts(count.counts().map(ReviewCount::json).orElse(null));
    row.setTrouble(count.trouble().orElse(null));
    store.inTransaction(
        tx ->
            tx.insertInto(RETENTION_REVIEW_COUNT)
                .set(row)
                .onConflict(RETENTION_REVIEW_COUNT.RULE)
                .doUpdate()
                .set(row)
                .execute());
  }

  /** When the newest run of each rule ended. */
  Map<String, Instant> ran() {
    var ended = DSL.max(RETENTION_RUN.ENDED);
    return store
        .dsl()
        .select(RETENTION_RUN.RULE, ended)
        .from(RETENTION_RUN)
        .where(RETENTION_RUN.ENDED.isNotNull())
        .groupBy(RETENTION_RUN.RULE)
        .fetchMap(RETENTION_RUN.RULE, ended);
  }

  /**
   * The newest look at each place; whether one is at it is read first, so that none is lost
   * between.
   */
  Map<String, ReviewLook> looks() {
    Set<String> planned = Jobs.planned(store.dsl(), ReviewWork.LOOK);
    return store
        .dsl()
        .selectFrom(RETENTION_REVIEW_LOOK)
        .fetchMap(
            RETENTION_REVIEW_LOOK.RULE,
            row -> look(row, planned.contains(ReviewWork.job(row.getRule(), row.getBefore()))));
  }

  private static ReviewLook look(RetentionReviewLookRecord row, boolean atWork) {
    return new ReviewLook(
        row.getBefore(),
        new Look(
            row.getRule(),
            row.getDigest(),
            row.getAsked(),
            Optional.ofNullable(row.getEnded()),
            row.getDone(),
            row.getTotal(),
            Optional.ofNullable(row.getResult()).map(Found::of),
            atWork));
  }

  /** Notes that a look was asked for; the one before is forgotten. */
  void asked(Rule rule, LocalDate before, Instant at) {
    RetentionReviewLookRecord row = new RetentionReviewLookRecord();
    row.setRule(rule.id());
    row.setBefore(before);
    row.setDigest(rule.digest());
    row.setAsked(at);
    store.inTransaction(
        tx ->
            tx.insertInto(RETENTION_REVIEW_LOOK)
                .set(row)
                .onConflict(RETENTION_REVIEW_LOOK.RULE)
                .doUpdate()
                .set(row)
                .setNull(RETENTION_REVIEW_LOOK.ENDED)
                .setNull(RETENTION_REVIEW_LOOK.RESULT)
                .set(RETENTION_REVIEW_LOOK.DONE, 0L)
                .set(RETENTION_REVIEW_LOOK.TOTAL, 0L)
                .execute());
  }

  /** A look that was decided about shows nothing of the rows that are left. */
  void forget(String rule) {
    store
        .dsl()
        .deleteFrom(RETENTION_REVIEW_LOOK)
        .where(RETENTION_REVIEW_LOOK.RULE.eq(rule))
        .execute();
  }

  void reached(String rule, LocalDate before, long done, long total) {
    store
        .dsl()
        .update(RETENTION_REVIEW_LOOK)
        .set(RETENTION_REVIEW_LOOK.DONE, done)
        .set(RETENTION_REVIEW_LOOK.TOTAL, total)
        .where(RETENTION_REVIEW_LOOK.RULE.eq(rule))
        .and(RETENTION_REVIEW_LOOK.BEFORE.eq(before))
        .execute();
  }

  /** Keeps what was seen, unless somebody asked about another day meanwhile. */
  void looked(String rule, LocalDate before, String digest, Found found, Instant at) {
    store
        .dsl()
        .update(RETENTION_REVIEW_LOOK)
        .set(RETENTION_REVIEW_LOOK.DIGEST, digest)
        .set(RETENTION_REVIEW_LOOK.RESULT, found.json())
        .set(RETENTION_REVIEW_LOOK.ENDED, at)
        .where(RETENTION_REVIEW_LOOK.RULE.eq(rule))
        .and(RETENTION_REVIEW_LOOK.BEFORE.eq(before))
        .execute();
  }
}
