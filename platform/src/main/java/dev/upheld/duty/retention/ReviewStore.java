package dev.upheld.duty.retention;

import static dev.upheld.store.generated.Tables.RETENTION_REVIEW;

import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RetentionReviewRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;

/** Decisions of reviews, in the store; each is journalled with who decided. */
final class ReviewStore {
  private final Store store;
  private final Journal journal;

  ReviewStore(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** Keeps decisions, all or none. */
  void add(List<Reviewed> decisions, Optional<ReferenceId> who) {
    store.inTransaction(
        tx -> {
          for (Reviewed decision : decisions) {
            tx.insertInto(RETENTION_REVIEW).set(row(decision)).execute();
            journal.append(tx, new Draft("retention.reviewed", who, facts(decision)));
          }
          return decisions.size();
        });
  }

  private static Map<String, Object> facts(Reviewed decision) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("review", decision.id().toString());
    facts.put("rule", decision.rule());
    facts.put("decision", decision.erase() ? "erase" : "keep");
    facts.put("up-to", decision.upTo().toString());
    facts.put("digest", decision.digest());
    facts.put("due", decision.due());
    facts.put("rows", decision.rows());
    decision.next().ifPresent(next -> facts.put("next", next.toString()));
    return facts;
  }

  private static RetentionReviewRecord row(Reviewed decision) {
    RetentionReviewRecord row = new RetentionReviewRecord();
    row.setId(decision.id());
    row.setRule(decision.rule());
    row.setErase(decision.erase());
    row.setUpTo(decision.upTo());
    decision.next().ifPresent(row::setNext);
    row.setDigest(decision.digest());
    row.setDue(decision.due());
    row.setRows(decision.rows());
    row.setReason(decision.reason());
    row.setDecided(decision.decided());
    decision.done().ifPresent(row::setDone);
    return row;
  }

  /** The last decision to keep rows of a rule. */
  Optional<Reviewed> kept(String rule) {
    return last(RETENTION_REVIEW.RULE.eq(rule).and(RETENTION_REVIEW.ERASE.isFalse()));
  }

  /** The last decision to end rows of a rule that is not carried out yet. */
  Optional<Reviewed> ending(String rule) {
    return last(
        RETENTION_REVIEW
            .RULE
            .eq(rule)
            .and(RETENTION_REVIEW.ERASE.isTrue())
            .and(RETENTION_REVIEW.DONE.isNull()));
  }

  private Optional<Reviewed> last(Condition which) {
    return store
        .dsl()
        .selectFrom(RETENTION_REVIEW)
        .where(which)
        .orderBy(RETENTION_REVIEW.DECIDED.desc())
        .limit(1)
        .fetchOptional(ReviewStore::reviewed);
  }

  /**
   * Notes that a run did all that was decided; an older decision that waited is settled as well.
   */
  void done(String rule, Instant at) {
    var _ =
        store.inTransaction(
            tx ->
                tx.update(RETENTION_REVIEW)
                    .set(RETENTION_REVIEW.DONE, at)
                    .where(RETENTION_REVIEW.RULE.eq(rule))
                    .and(RETENTION_REVIEW.ERASE.isTrue())
                    .and(RETENTION_REVIEW.DONE.isNull())
                    .execute());
  }

  private static Reviewed reviewed(RetentionReviewRecord row) {
    return new Reviewed(
        row.getId(),
        row.getRule(),
        row.getErase(),
        row.getUpTo(),
        Optional.ofNullable(row.getNext()),
        row.getDigest(),
        row.getDue(),
        row.getRows(),
        row.getReason(),
        row.getDecided(),
        Optional.ofNullable(row.getDone()));
  }
}
