package dev.upheld.probe.keep;

import static dev.upheld.store.generated.Tables.DRIFT_ITEM;
import static dev.upheld.store.generated.Tables.PROBE_STATEMENT;
import static org.jooq.impl.DSL.select;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.probe.Drift;
import dev.upheld.probe.PromiseResult;
import dev.upheld.store.generated.tables.records.DriftItemRecord;
import dev.upheld.verdict.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * What databases were last seen to have that the data map does not know, and the reverse: the table
 * behind it. Each measurement of a promise says anew what it saw; what comes and goes is in the
 * journal as {@code drift.found} and {@code drift.settled}.
 */
public final class DriftBook {
  private DriftBook() {}

  /** What there is now, each difference once: personal first, then by name. */
  public static List<DriftItem> current(DSLContext dsl) {
    return distinct(dsl, DRIFT_ITEM.PROMISE.in(promised())).values().stream()
        .sorted(
            Comparator.comparing(DriftItem::nature)
                .thenComparing(DriftItem::system)
                .thenComparing(DriftItem::table)
                .thenComparing(i -> i.column().orElse(""))
                .thenComparing(DriftItem::kind))
        .toList();
  }

  private static Map<Key, DriftItem> distinct(DSLContext dsl, Condition of) {
    Map<Key, DriftItem> distinct = new LinkedHashMap<>();
    dsl.selectFrom(DRIFT_ITEM).where(of).orderBy(DRIFT_ITEM.SINCE).stream()
        .map(DriftBook::item)
        .forEach(one -> distinct.merge(Key.of(one.drift()), one, DriftBook::together));
    return distinct;
  }

  private static org.jooq.Select<org.jooq.Record1<String>> promised() {
    return select(PROBE_STATEMENT.PROMISE)
        .from(PROBE_STATEMENT)
        .where(PROBE_STATEMENT.ENDED_AT.isNull());
  }

  /** The worse says what it is, the earlier since when. */
  private static DriftItem together(DriftItem early, DriftItem late) {
    DriftItem worse = late.nature().compareTo(early.nature()) < 0 ? late : early;
    return new DriftItem(
        worse.system(),
        worse.table(),
        worse.column(),
        worse.kind(),
        worse.nature(),
        worse.term(),
        worse.sentence(),
        early.since());
  }

  /**
   * Writes down what a run saw. What a promise could not see whole settles nothing and makes
   * nothing harmless; what was worded or bound otherwise than the register has it does not count.
   * What only a promise saw that has ended meanwhile is settled, unless another goes on seeing it.
   */
  static void keep(DSLContext tx, Journal journal, Instant now, List<PromiseResult> results) {
    Map<Key, DriftItem> before = distinct(tx, DSL.noCondition());
    Map<String, String> registered =
        tx.select(PROBE_STATEMENT.PROMISE, PROBE_STATEMENT.DIGEST)
            .from(PROBE_STATEMENT)
            .where(PROBE_STATEMENT.ENDED_AT.isNull())
            .fetchMap(PROBE_STATEMENT.PROMISE, PROBE_STATEMENT.DIGEST);
    tx.deleteFrom(DRIFT_ITEM).where(DRIFT_ITEM.PROMISE.notIn(promised())).execute();
    for (PromiseResult result : results) {
      PromiseId promise = result.promise().id();
      Optional<Evidence> seen =
          result.evidence().stream()
              .filter(e -> e.digest().equals(registered.get(promise.toString())))
              .findFirst();
      if (seen.isPresent()) {
        write(tx, new Saw(promise.toString(), isWhole(seen.get()), result.drift()), before, now);
      }
    }
    tell(tx, journal, before, distinct(tx, DRIFT_ITEM.PROMISE.in(promised())));
  }

  private static boolean isWhole(Evidence evidence) {
    return evidence.coverage().placesSeen() == evidence.coverage().places();
  }

  /**
   * What one promise saw.
   *
   * @param whole whether it saw all there is, so that what it did not see is gone
   */
  private record Saw(String promise, boolean whole, List<Drift> drift) {}

  private static void write(DSLContext tx, Saw saw, Map<Key, DriftItem> before, Instant now) {
    Map<Key, Drift> distinct = new LinkedHashMap<>();
    saw.drift()
        .forEach(
            d ->
                distinct.merge(
                    Key.of(d), d, (a, b) -> b.nature().compareTo(a.nature()) < 0 ? b : a));
    Condition its = DRIFT_ITEM.PROMISE.eq(saw.promise());
    if (saw.whole()) {
      tx.deleteFrom(DRIFT_ITEM).where(its).execute();
    } else {
      distinct(tx, its).forEach((key, item) -> distinct.computeIfPresent(key, worse(item.drift())));
    }
    List<DriftItemRecord> rows = new ArrayList<>();
    distinct.forEach(
        (key, d) ->
            rows.add(
                new DriftItemRecord(
                    saw.promise(),
                    d.system(),
                    d.table(),
                    d.column().orElse(""),
                    d.kind().id(),
                    d.nature().name(),
                    d.term().orElse(""),
                    d.sentence(),
                    Optional.ofNullable(before.get(key)).map(DriftItem::since).orElse(now))));
    if (!rows.isEmpty()) {
      tx.insertInto(DRIFT_ITEM)
          .set(rows)
          .onConflict(
              DRIFT_ITEM.PROMISE,
              DRIFT_ITEM.SYSTEM,
              DRIFT_ITEM.TABLE_NAME,
              DRIFT_ITEM.COLUMN_NAME,
              DRIFT_ITEM.KIND)
          .doUpdate()
          .setAllToExcluded()
          .execute();
    }
  }

  /** What was worse when more was seen stays as it was. */
  private static BiFunction<Key, Drift, Drift> worse(Drift then) {
    return (key, now) -> then.nature().compareTo(now.nature()) < 0 ? then : now;
  }

  private static void tell(
      DSLContext tx, Journal journal, Map<Key, DriftItem> before, Map<Key, DriftItem> after) {
    List<Draft> drafts = new ArrayList<>();
    after.forEach(
        (key, item) -> {
          if (!before.containsKey(key)) {
            drafts.add(draft("drift.found", item));
          }
        });
    before.forEach(
        (key, item) -> {
          if (!after.containsKey(key)) {
            drafts.add(draft("drift.settled", item));
          }
        });
    if (!drafts.isEmpty()) {
      journal.append(tx, drafts);
    }
  }

  private static Draft draft(String kind, DriftItem item) {
    return new Draft(
        kind,
        Optional.empty(),
        Map.of(
            "system", item.system(),
            "table", item.table(),
            "column", item.column().orElse(""),
            "difference", item.kind().id(),
            "nature", item.nature().name(),
            "term", item.term().orElse("")));
  }

  private record Key(String system, String table, Optional<String> column, Drift.Kind kind) {
    static Key of(Drift drift) {
      return new Key(drift.system(), drift.table(), drift.column(), drift.kind());
    }
  }

  private static DriftItem item(DriftItemRecord row) {
    return new DriftItem(
        row.getSystem(),
        row.getTableName(),
        given(row.getColumnName()),
        Drift.Kind.of(row.getKind()),
        Nature.valueOf(row.getNature()),
        given(row.getTerm()),
        row.getSentence(),
        row.getSince());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
