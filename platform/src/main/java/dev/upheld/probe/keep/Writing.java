package dev.upheld.probe.keep;

import static dev.upheld.store.generated.Tables.PROBE_CURRENT;
import static dev.upheld.store.generated.Tables.PROBE_EVIDENCE;
import static dev.upheld.store.generated.Tables.PROBE_STANDING;
import static dev.upheld.store.generated.Tables.PROBE_STATEMENT;
import static dev.upheld.store.generated.Tables.PROBE_TRANSITION;
import static dev.upheld.store.generated.Tables.PROBE_WATERMARK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.val;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.store.generated.tables.records.ProbeCurrentRecord;
import dev.upheld.store.generated.tables.records.ProbeEvidenceRecord;
import dev.upheld.store.generated.tables.records.ProbeStandingRecord;
import dev.upheld.store.generated.tables.records.ProbeStatementRecord;
import dev.upheld.store.generated.tables.records.ProbeTransitionRecord;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.Verdicts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;

/** Writes proof to its tables, within the transaction that holds the watermark. */
final class Writing {
  /** Well below the most values one statement may have. */
  private static final int ROWS_AT_ONCE = 1_000;

  /** Later than any attestation may last. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private static final Comparator<Evidence> LATER =
      Comparator.comparing(Evidence::at)
          .thenComparing(e -> e.until().orElse(NEVER), Comparator.reverseOrder());

  private final DSLContext tx;
  private final Instant now;

  Writing(DSLContext tx, Instant now) {
    this.tx = tx;
    this.now = now;
  }

  void evidence(List<Piece> pieces) {
    insert(PROBE_EVIDENCE, pieces.stream().map(this::row).toList());
    Map<String, Piece> latest = new LinkedHashMap<>();
    pieces.forEach(p -> latest.merge(key(p.evidence()), p, Writing::later));
    List<ProbeCurrentRecord> rows = latest.values().stream().map(Writing::current).toList();
    for (List<ProbeCurrentRecord> some : chunks(rows)) {
      tx.insertInto(PROBE_CURRENT)
          .set(some)
          .onConflict(
              PROBE_CURRENT.PROMISE,
              PROBE_CURRENT.DIGEST,
              PROBE_CURRENT.SOURCE,
              PROBE_CURRENT.FOUND)
          .doUpdate()
          .setAllToExcluded()
          .where(excludedIsLater())
          .execute();
    }
  }

  /**
   * As {@code Verdicts} orders evidence that found the same: by time, and of equals what ends
   * first.
   */
  private static Condition excludedIsLater() {
    return excluded(PROBE_CURRENT.AT)
        .gt(PROBE_CURRENT.AT)
        .or(
            excluded(PROBE_CURRENT.AT)
                .eq(PROBE_CURRENT.AT)
                .and(
                    coalesce(excluded(PROBE_CURRENT.COUNTS_UNTIL), val(NEVER))
                        .lt(coalesce(PROBE_CURRENT.COUNTS_UNTIL, val(NEVER)))));
  }

  private static Piece later(Piece one, Piece other) {
    return LATER.compare(one.evidence(), other.evidence()) >= 0 ? one : other;
  }

  private static String key(Evidence e) {
    return String.join(
        " ", e.promise().toString(), e.digest(), e.source().name(), Verdicts.found(e).name());
  }

  private ProbeEvidenceRecord row(Piece piece) {
    Evidence e = piece.evidence();
    return new ProbeEvidenceRecord(
        piece.entry(),
        e.promise().toString(),
        e.digest(),
        e.source().name(),
        e.outcome().name(),
        e.at(),
        now,
        e.until().orElse(null),
        e.took().toMillis(),
        e.coverage().placesSeen(),
        e.coverage().places(),
        e.coverage().rows(),
        e.summary(),
        EvidenceText.detail(e));
  }

  private static ProbeCurrentRecord current(Piece piece) {
    Evidence e = piece.evidence();
    return new ProbeCurrentRecord(
        e.promise().toString(),
        e.digest(),
        e.source().name(),
        Verdicts.found(e).name(),
        piece.entry(),
        e.outcome().name(),
        e.at(),
        e.until().orElse(null),
        e.coverage().placesSeen(),
        e.coverage().places(),
        e.coverage().rows(),
        e.summary());
  }

  void ended(Collection<PromiseId> promises) {
    if (!promises.isEmpty()) {
      tx.update(PROBE_STATEMENT)
          .set(PROBE_STATEMENT.ENDED_AT, now)
          .where(PROBE_STATEMENT.PROMISE.in(texts(promises)))
          .and(PROBE_STATEMENT.ENDED_AT.isNull())
          .execute();
    }
  }

  void begun(Collection<Statement> statements) {
    insert(
        PROBE_STATEMENT,
        statements.stream()
            .map(
                s ->
                    new ProbeStatementRecord(
                        s.promise().toString(),
                        now,
                        null,
                        s.digest(),
                        s.way().name(),
                        s.kind(),
                        s.duty().name(),
                        s.sentence()))
            .toList());
  }

  /**
   * @param entries numbers of the changes in the journal, in their order
   */
  void changes(List<Change> changes, List<Long> entries) {
    List<ProbeTransitionRecord> rows = new ArrayList<>();
    Map<PromiseId, ProbeStandingRecord> standings = new LinkedHashMap<>();
    Set<PromiseId> gone = new LinkedHashSet<>();
    for (int i = 0; i < changes.size(); i++) {
      Change c = changes.get(i);
      long entry = entries.get(i);
      rows.add(row(c, entry));
      c.to()
          .ifPresentOrElse(
              to -> standings.put(c.promise(), standing(c, to, entry)),
              () -> gone.add(c.promise()));
    }
    insert(PROBE_TRANSITION, rows);
    for (List<ProbeStandingRecord> some : chunks(List.copyOf(standings.values()))) {
      tx.insertInto(PROBE_STANDING)
          .set(some)
          .onConflict(PROBE_STANDING.PROMISE)
          .doUpdate()
          .setAllToExcluded()
          .execute();
    }
    if (!gone.isEmpty()) {
      tx.deleteFrom(PROBE_STANDING).where(PROBE_STANDING.PROMISE.in(texts(gone))).execute();
    }
  }

  private ProbeTransitionRecord row(Change c, long entry) {
    return new ProbeTransitionRecord(
        entry,
        c.promise().toString(),
        c.digest(),
        c.from().map(Verdict::name).orElse(null),
        c.to().map(Verdict::name).orElse(null),
        c.at(),
        now,
        c.why());
  }

  private static ProbeStandingRecord standing(Change c, Verdict to, long entry) {
    return new ProbeStandingRecord(c.promise().toString(), to.name(), c.at(), entry);
  }

  void watched() {
    tx.update(PROBE_WATERMARK).set(PROBE_WATERMARK.WATCHED_UNTIL, now).execute();
  }

  private <R extends Record> void insert(Table<R> table, List<R> rows) {
    for (List<R> some : chunks(rows)) {
      tx.insertInto(table).set(some).execute();
    }
  }

  private static <R> List<List<R>> chunks(List<R> rows) {
    return IntStream.iterate(0, i -> i < rows.size(), i -> i + ROWS_AT_ONCE)
        .mapToObj(i -> rows.subList(i, Math.min(rows.size(), i + ROWS_AT_ONCE)))
        .toList();
  }

  private static List<String> texts(Collection<PromiseId> promises) {
    return promises.stream().map(PromiseId::toString).toList();
  }
}
