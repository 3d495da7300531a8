package dev.upheld.duty.retention;

import static dev.upheld.store.generated.Tables.RETENTION_LOOK;
import static dev.upheld.store.generated.Tables.RETENTION_OUTLOOK;
import static dev.upheld.store.generated.Tables.RETENTION_PAUSE;
import static dev.upheld.store.generated.Tables.RETENTION_RELEASE;
import static dev.upheld.store.generated.Tables.RETENTION_RUN;

import dev.upheld.job.Jobs;
import dev.upheld.journal.Draft;
import dev.upheld.journal.EntryId;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RetentionLookRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What people see and steer of rules, in the store. */
final class DeskStore {
  private final Store store;
  private final Journal journal;

  DeskStore(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  Map<String, Standing.Leave> leaves() {
    return store
        .dsl()
        .selectFrom(RETENTION_RELEASE)
        .fetchMap(
            RETENTION_RELEASE.RULE,
            row ->
                new Standing.Leave(
                    RetentionStore.release(row),
                    Optional.ofNullable(row.getWho()).map(ReferenceId::new)));
  }

  Map<String, Pause> pauses() {
    return store
        .dsl()
        .selectFrom(RETENTION_PAUSE)
        .fetchMap(RETENTION_PAUSE.RULE, RetentionStore::pause);
  }

  /** How fast rules went in the newest of their runs that were large enough to tell. */
  Map<String, Speed> speeds() {
    Field<Integer> nth =
        DSL.rowNumber()
            .over(DSL.partitionBy(RETENTION_RUN.RULE).orderBy(RETENTION_RUN.BEGAN.desc()))
            .as("nth");
    Table<?> runs =
        DSL.select(RETENTION_RUN.RULE, RETENTION_RUN.WENT, RETENTION_RUN.TOOK, nth)
            .from(RETENTION_RUN)
            .where(RETENTION_RUN.WENT.ge(Speed.TELLING).and(RETENTION_RUN.TOOK.gt(0L)))
            .asTable("runs");
    Field<String> rule = runs.field(RETENTION_RUN.RULE);
    Map<String, Speed> speeds = new HashMap<>();
    store
        .dsl()
        .select(
            rule, DSL.sum(runs.field(RETENTION_RUN.WENT)), DSL.sum(runs.field(RETENTION_RUN.TOOK)))
        .from(runs)
        .where(runs.field(nth).le(Speed.RUNS))
        .groupBy(rule)
        .forEach(
            row ->
                speeds.put(
                    row.value1(),
                    new Speed(
                        row.value2().longValue(), Duration.ofMillis(row.value3().longValue()))));
    return speeds;
  }

  /** The newest run of each rule. */
  Map<String, Ran> last() {
    return store
        .dsl()
        .select(RETENTION_RUN.fields())
        .distinctOn(RETENTION_RUN.RULE)
        .from(RETENTION_RUN)
        .orderBy(RETENTION_RUN.RULE, RETENTION_RUN.BEGAN.desc())
        .fetchInto(RETENTION_RUN)
        .intoMap(RETENTION_RUN.RULE, RetentionStore::ran);
  }

  Optional<Ran> run(UUID id) {
    return store
        .dsl()
        .selectFrom(RETENTION_RUN)
        .where(RETENTION_RUN.ID.eq(id))
        .fetchOptional(RetentionStore::ran);
  }

  /** Runs of a rule that began within a span, in order. */
  List<Ran> runs(String rule, Instant from, Instant to) {
    return store
        .dsl()
        .selectFrom(RETENTION_RUN)
        .where(RETENTION_RUN.RULE.eq(rule))
        .and(RETENTION_RUN.BEGAN.ge(from))
        .and(RETENTION_RUN.BEGAN.lt(to))
        .orderBy(RETENTION_RUN.BEGAN)
        .fetch(RetentionStore::ran);
  }

  Optional<Ran> lastBefore(String rule, Instant before) {
    return store
        .dsl()
        .selectFrom(RETENTION_RUN)
        .where(RETENTION_RUN.RULE.eq(rule))
        .and(RETENTION_RUN.BEGAN.lt(before))
        .orderBy(RETENTION_RUN.BEGAN.desc())
        .limit(1)
        .fetchOptional(RetentionStore::ran);
  }

  /** The newest dry run of each rule; whether it has an end first, so that none is lost between. */
  Map<String, Look> looks() {
    Set<String> planned = Jobs.planned(store.dsl(), DeskWork.LOOK);
    return store
        .dsl()
        .selectFrom(RETENTION_LOOK)
        .fetchMap(RETENTION_LOOK.RULE, row -> look(row, planned.contains(row.getRule())));
  }

  private static Look look(RetentionLookRecord row, boolean atWork) {
    return new Look(
        row.getRule(),
        row.getDigest(),
        row.getAsked(),
        Optional.ofNullable(row.getEnded()),
        row.getDone(),
        row.getTotal(),
        Optional.ofNullable(row.getResult()).map(Found::of),
        atWork);
  }

  /** Notes that a dry run was asked for; the one before is forgotten. */
  void asked(Rule rule, Instant at) {
    RetentionLookRecord row = new RetentionLookRecord();
    row.setRule(rule.id());
    row.setDigest(rule.digest());
    row.setAsked(at);
    store.inTransaction(
        tx ->
            tx.insertInto(RETENTION_LOOK)
                .set(row)
                .onConflict(RETENTION_LOOK.RULE)
                .doUpdate()
                .set(row)
                .setNull(RETENTION_LOOK.ENDED)
                .setNull(RETENTION_LOOK.RESULT)
                .set(RETENTION_LOOK.DONE, 0L)
                .set(RETENTION_LOOK.TOTAL, 0L)
                .execute());
  }

  void reached(String rule, long done, long total) {
    store
        .dsl()
        .update(RETENTION_LOOK)
        .set(RETENTION_LOOK.DONE, done)
        .set(RETENTION_LOOK.TOTAL, total)
        .where(RETENTION_LOOK.RULE.eq(rule))
        .execute();
  }

  /** When the newest dry run of a rule was asked for; empty where nobody ever did. */
  Optional<Instant> asked(String rule) {
    return store
        .dsl()
        .select(RETENTION_LOOK.ASKED)
        .from(RETENTION_LOOK)
        .where(RETENTION_LOOK.RULE.eq(rule))
        .fetchOptional(RETENTION_LOOK.ASKED);
  }

  /**
   * Keeps what a dry run saw.
   *
   * @param asked when it was asked for
   * @return false where another was asked for meanwhile: then nothing is kept
   */
  boolean looked(String rule, Instant asked, Seeing seen) {
    return store
            .dsl()
            .update(RETENTION_LOOK)
            .set(RETENTION_LOOK.DIGEST, seen.digest())
            .set(RETENTION_LOOK.RESULT, seen.found().json())
            .set(RETENTION_LOOK.ENDED, seen.at())
            .where(RETENTION_LOOK.RULE.eq(rule))
            .and(RETENTION_LOOK.ASKED.eq(asked))
            .execute()
        == 1;
  }

  /** What a dry run saw, of which rule, and when. */
  record Seeing(String digest, Found found, Instant at) {}

  Map<String, Outlook> outlooks() {
    return store
        .dsl()
        .selectFrom(RETENTION_OUTLOOK)
        .fetchMap(
            RETENTION_OUTLOOK.RULE,
            row -> Outlook.of(row.getRule(), row.getDigest(), row.getMade(), row.getCounts()));
  }

  void keep(Outlook outlook) {
    store.inTransaction(
        tx ->
            tx.insertInto(RETENTION_OUTLOOK)
                .set(RETENTION_OUTLOOK.RULE, outlook.rule())
                .set(RETENTION_OUTLOOK.DIGEST, outlook.digest())
                .set(RETENTION_OUTLOOK.MADE, outlook.made())
                .set(RETENTION_OUTLOOK.COUNTS, outlook.json())
                .onConflict(RETENTION_OUTLOOK.RULE)
                .doUpdate()
                .set(RETENTION_OUTLOOK.DIGEST, outlook.digest())
                .set(RETENTION_OUTLOOK.MADE, outlook.made())
                .set(RETENTION_OUTLOOK.COUNTS, outlook.json())
                .execute());
  }

  /** Whether it was not paused before. */
  boolean pause(Pause pause) {
    return store.inTransaction(
        tx -> {
          boolean fresh =
              tx.insertInto(RETENTION_PAUSE)
                      .set(RETENTION_PAUSE.RULE, pause.rule())
                      .set(RETENTION_PAUSE.SINCE, pause.since())
                      .set(RETENTION_PAUSE.REASON, pause.reason())
                      .set(RETENTION_PAUSE.WHO, pause.who().map(ReferenceId::value).orElse(null))
                      .onConflictDoNothing()
                      .execute()
                  == 1;
          if (fresh) {
            var _ = journal(tx, "retention.paused", pause.rule(), pause.who());
          }
          return fresh;
        });
  }

  /** Whether it was paused. */
  boolean resume(String rule, Optional<ReferenceId> who) {
    return store.inTransaction(
        tx -> {
          boolean was =
              tx.deleteFrom(RETENTION_PAUSE).where(RETENTION_PAUSE.RULE.eq(rule)).execute() == 1;
          if (was) {
            var _ = journal(tx, "retention.resumed", rule, who);
          }
          return was;
        });
  }

  /** Notes who wanted a run beside those of the nights. */
  void wanted(String rule, Optional<ReferenceId> who) {
    var _ = store.inTransaction(tx -> journal(tx, "retention.wanted", rule, who));
  }

  private EntryId journal(DSLContext tx, String kind, String rule, Optional<ReferenceId> who) {
    return journal.append(tx, new Draft(kind, who, Map.of("rule", rule)));
  }
}
