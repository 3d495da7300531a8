package dev.upheld.probe.watch;

import static dev.upheld.store.generated.Tables.PROBE_RUN;
import static dev.upheld.store.generated.Tables.PROBE_SCHEDULE;
import static dev.upheld.store.generated.Tables.PROBE_STATEMENT;
import static org.jooq.impl.DSL.selectOne;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.probe.keep.Statement;
import dev.upheld.store.generated.tables.records.ProbeRunRecord;
import dev.upheld.store.generated.tables.records.ProbeScheduleRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** When promises are measured, and which runs there were: the tables behind it. */
public final class Agenda {
  private static final Duration HISTORY = Duration.ofDays(30);

  private Agenda() {}

  /** Which of these are due; those never seen before are due at once. */
  static Set<PromiseId> due(DSLContext tx, Collection<PromiseId> promises, Instant now) {
    Map<PromiseId, Instant> known = new HashMap<>();
    tx.selectFrom(PROBE_SCHEDULE)
        .forEach(row -> known.put(Statement.id(row.getPromise()), row.getDueAt()));
    List<ProbeScheduleRecord> unknown =
        promises.stream()
            .filter(p -> !known.containsKey(p))
            .map(p -> new ProbeScheduleRecord(p.toString(), now))
            .toList();
    if (!unknown.isEmpty()) {
      tx.insertInto(PROBE_SCHEDULE).set(unknown).onConflictDoNothing().execute();
    }
    return promises.stream()
        .filter(p -> !known.getOrDefault(p, now).isAfter(now))
        .collect(Collectors.toSet());
  }

  /** Whoever ran before is gone, or will find that it is too late. */
  static void takeOver(DSLContext tx, Instant now) {
    tx.update(PROBE_RUN)
        .set(PROBE_RUN.ENDED_AT, now)
        .set(PROBE_RUN.FAILED, "Its server went away; another one began anew.")
        .where(PROBE_RUN.ENDED_AT.isNull())
        .execute();
    tx.deleteFrom(PROBE_RUN).where(PROBE_RUN.BEGAN_AT.lt(now.minus(HISTORY))).execute();
  }

  static UUID begin(DSLContext tx, int promises, Instant now) {
    UUID run = UUID.randomUUID();
    tx.insertInto(PROBE_RUN)
        .set(new ProbeRunRecord(run, now, null, promises, "beginning", 0L, 0L, null))
        .execute();
    return run;
  }

  static void progress(DSLContext dsl, UUID run, String step, long done, long total) {
    dsl.update(PROBE_RUN)
        .set(PROBE_RUN.STEP, step)
        .set(PROBE_RUN.DONE, done)
        .set(PROBE_RUN.TOTAL, total)
        .where(PROBE_RUN.ID.eq(run))
        .and(PROBE_RUN.ENDED_AT.isNull())
        .execute();
  }

  /** Ends a run; false when it was ended already, because another server took it over. */
  static boolean end(DSLContext tx, UUID run, Instant now, Optional<String> failed) {
    return tx.update(PROBE_RUN)
            .set(PROBE_RUN.ENDED_AT, now)
            .set(PROBE_RUN.STEP, failed.isEmpty() ? "done" : "failed")
            .set(PROBE_RUN.FAILED, failed.orElse(null))
            .where(PROBE_RUN.ID.eq(run))
            .and(PROBE_RUN.ENDED_AT.isNull())
            .execute()
        == 1;
  }

  /** Plans the next measurements; what was asked for while this one ran stays due. */
  static void plan(DSLContext tx, Map<PromiseId, Instant> next, Instant began) {
    Map<Instant, List<String>> byTime =
        next.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(e -> e.getKey().toString(), Collectors.toList())));
    byTime.forEach(
        (at, promises) ->
            tx.update(PROBE_SCHEDULE)
                .set(PROBE_SCHEDULE.DUE_AT, at)
                .where(PROBE_SCHEDULE.PROMISE.in(promises))
                .and(PROBE_SCHEDULE.DUE_AT.le(began))
                .execute());
  }

  /** Notes that promises were measured outside a run: they are due again at {@code next}. */
  public static void measured(DSLContext tx, Collection<PromiseId> promises, Instant next) {
    List<ProbeScheduleRecord> rows =
        promises.stream().map(p -> new ProbeScheduleRecord(p.toString(), next)).toList();
    if (!rows.isEmpty()) {
      tx.insertInto(PROBE_SCHEDULE)
          .set(rows)
          .onConflict(PROBE_SCHEDULE.PROMISE)
          .doUpdate()
          .setAllToExcluded()
          .execute();
    }
  }

  /** The wordings and bindings that count now. */
  public static Map<PromiseId, String> registered(DSLContext dsl) {
    return dsl.select(PROBE_STATEMENT.PROMISE, PROBE_STATEMENT.DIGEST)
        .from(PROBE_STATEMENT)
        .where(PROBE_STATEMENT.ENDED_AT.isNull())
        .fetchMap(row -> Statement.id(row.value1()), row -> row.value2());
  }

  /**
   * What has been due for so long, and nobody measured anything meanwhile: whoever entered its
   * wording is gone.
   */
  static Map<PromiseId, String> abandoned(DSLContext dsl, Instant before) {
    return dsl.select(PROBE_STATEMENT.PROMISE, PROBE_STATEMENT.DIGEST)
        .from(PROBE_STATEMENT)
        .join(PROBE_SCHEDULE)
        .on(PROBE_SCHEDULE.PROMISE.eq(PROBE_STATEMENT.PROMISE))
        .where(PROBE_STATEMENT.ENDED_AT.isNull())
        .and(PROBE_SCHEDULE.DUE_AT.lt(before))
        .andNotExists(
            selectOne()
                .from(PROBE_RUN)
                .where(PROBE_RUN.ENDED_AT.isNull().or(PROBE_RUN.ENDED_AT.ge(before))))
        .fetchMap(row -> Statement.id(row.value1()), row -> row.value2());
  }

  /** Has a promise measured at the next look. */
  public static void ask(DSLContext tx, PromiseId promise, Instant now) {
    tx.insertInto(PROBE_SCHEDULE)
        .set(new ProbeScheduleRecord(promise.toString(), now))
        .onConflict(PROBE_SCHEDULE.PROMISE)
        .doUpdate()
        .set(PROBE_SCHEDULE.DUE_AT, now)
        .execute();
  }

  /** How many of the promises made now should have been measured before this time. */
  public static int late(DSLContext dsl, Instant before) {
    return dsl.fetchCount(
        dsl.selectFrom(PROBE_SCHEDULE)
            .where(PROBE_SCHEDULE.DUE_AT.lt(before))
            .and(
                PROBE_SCHEDULE.PROMISE.in(
                    dsl.select(PROBE_STATEMENT.PROMISE)
                        .from(PROBE_STATEMENT)
                        .where(PROBE_STATEMENT.ENDED_AT.isNull()))));
  }

  /** The latest runs, newest first. */
  public static List<ProbeRunRecord> runs(DSLContext dsl, int limit) {
    return dsl.selectFrom(PROBE_RUN).orderBy(PROBE_RUN.BEGAN_AT.desc()).limit(limit).fetch();
  }
}
