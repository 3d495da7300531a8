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
import org.jooq.DSLContext;

/** Decisions of reviews, in the store; each is journalled with who decided. */
final class ReviewStore {
  private final Store store;
  private final Journal journal;
  private final RetentionStore leaves;

  ReviewStore(Store store, Journal journal, RetentionStore leaves) {
    this.store = store;
    this.journal = journal;
    this.leaves = leaves;
  }

  /** A decision that rows go, and the leave it gives the rule that ends them. */
  record Going(Rule rule, Release release, Reviewed decision) {}

  /**
   * Notes decisions to keep rows, all or none. A decision of before to let rows of the same rule go
   * is taken back, and its leave with it.
   */
  void keep(List<Reviewed> decisions, Optional<ReferenceId> who) {
    store.inTransaction(
        tx -> {
          for (Reviewed decision : decisions) {
            if (supersede(tx, decision, who) > 0) {
              RetentionStore.takeBack(tx, decision.rule());
            }
            add(tx, decision, who);
          }
          return decisions.size();
        });
  }

  /**
   * Notes decisions that rows go and lets the rules do so, all or none. The newest decision takes
   * the place of an earlier one that waits.
   */
  void end(List<Going> goings, Optional<ReferenceId> who) {
    store.inTransaction(
        tx -> {
          for (Going going : goings) {
            supersede(tx, going.decision(), who);
            leaves.release(tx, going.rule(), going.release(), who);
            add(tx, going.decision(), who);
          }
          return goings.size();
        });
  }

  private void add(DSLContext tx, Reviewed decision, Optional<ReferenceId> who) {
    tx.insertInto(RETENTION_REVIEW).set(row(decision)).execute();
    journal.append(tx, new Draft("retention.reviewed", who, facts(decision)));
  }

  /** Closes decisions that wait, since another one takes their place; says how many. */
  private int supersede(DSLContext tx, Reviewed decision, Optional<ReferenceId> who) {
    List<RetentionReviewRecord> waiting =
        tx.selectFrom(RETENTION_REVIEW).where(waiting(decision.rule())).forUpdate().fetch();
    for (RetentionReviewRecord row : waiting) {
      tx.update(RETENTION_REVIEW)
          .set(RETENTION_REVIEW.DONE, decision.decided())
          .where(RETENTION_REVIEW.ID.eq(row.getId()))
          .execute();
      Map<String, Object> facts =
          Map.of(
              "review", row.getId().toString(),
              "rule", row.getRule(),
              "by", decision.id().toString());
      journal.append(tx, new Draft("retention.withdrawn", who, facts));
    }
    return waiting.size();
  }

  private static Condition waiting(String rule) {
    return RETENTION_REVIEW
        .RULE
        .eq(rule)
        .and(RETENTION_REVIEW.ERASE.isTrue())
        .and(RETENTION_REVIEW.DONE.isNull());
  }

  /**
   * Keeps a leave of a rule. Where a review's decision waits for it, that one is now about the rule
   * as it was released.
   */
  void release(Rule rule, Release release, Optional<ReferenceId> who) {
    store.inTransaction(
        tx -> {
          tx.update(RETENTION_REVIEW)
              .set(RETENTION_REVIEW.DIGEST, release.digest())
              .where(waiting(rule.id()))
              .execute();
          return leaves.release(tx, rule, release, who);
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

  /**
   * The last decision to keep rows of a rule.
   *
   * @param digest of the rule as it is now: what was decided about another one says nothing of it
   */
  Optional<Reviewed> kept(String rule, String digest) {
    return last(RETENTION_REVIEW.RULE.eq(rule).and(RETENTION_REVIEW.ERASE.isFalse()))
        .filter(kept -> kept.digest().equals(digest));
  }

  /** The last decision to keep rows, by rule; it may be about another digest. */
  Map<String, Reviewed> kept() {
    return newest(RETENTION_REVIEW.ERASE.isFalse());
  }

  /** The last decision to end rows that is not carried out yet, by rule. */
  Map<String, Reviewed> endings() {
    return newest(RETENTION_REVIEW.ERASE.isTrue().and(RETENTION_REVIEW.DONE.isNull()));
  }

  private Map<String, Reviewed> newest(Condition which) {
    return store
        .dsl()
        .select(RETENTION_REVIEW.fields())
        .distinctOn(RETENTION_REVIEW.RULE)
        .from(RETENTION_REVIEW)
        .where(which)
        .orderBy(RETENTION_REVIEW.RULE, RETENTION_REVIEW.DECIDED.desc())
        .fetchInto(RETENTION_REVIEW)
        .intoMap(RETENTION_REVIEW.RULE, ReviewStore::reviewed);
  }

  /** What was counted and looked at. */
  ReviewSights sights() {
    return new ReviewSights(store);
  }

  /** The last decision to end rows of a rule that is not carried out yet. */
  Optional<Reviewed> ending(String rule) {
    return last(waiting(rule));
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
   * Notes that a run did all that was decided.
   *
   * @param digest of the rule that ran: what was decided meanwhile is another one, and waits
   */
  void done(String rule, String digest, Instant at) {
    var _ =
        store.inTransaction(
            tx ->
                tx.update(RETENTION_REVIEW)
                    .set(RETENTION_REVIEW.DONE, at)
                    .where(waiting(rule))
                    .and(RETENTION_REVIEW.DIGEST.eq(digest))
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
