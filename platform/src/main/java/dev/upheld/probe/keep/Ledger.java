package dev.upheld.probe.keep;

import static dev.upheld.store.generated.Tables.PROBE_CURRENT;
import static dev.upheld.store.generated.Tables.PROBE_EVIDENCE;
import static dev.upheld.store.generated.Tables.PROBE_STANDING;
import static dev.upheld.store.generated.Tables.PROBE_STATEMENT;
import static dev.upheld.store.generated.Tables.PROBE_TRANSITION;
import static dev.upheld.store.generated.Tables.PROBE_WATERMARK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import dev.upheld.store.generated.tables.records.ProbeCurrentRecord;
import dev.upheld.store.generated.tables.records.ProbeEvidenceRecord;
import dev.upheld.store.generated.tables.records.ProbeStatementRecord;
import dev.upheld.store.generated.tables.records.ProbeTransitionRecord;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import tools.jackson.databind.JsonNode;

/** Reads proof from its tables. Every method is one statement, whatever number of promises. */
public final class Ledger {
  private Ledger() {}

  /** Everything verdicts can rest on; three statements. */
  public static Book read(DSLContext dsl) {
    return read(dsl, watermark(dsl));
  }

  /** The same; one statement where nothing was recorded since an earlier reading. */
  public static Book read(DSLContext dsl, Book earlier) {
    Instant watermark = watermark(dsl);
    return watermark.equals(earlier.watchedUntil()) ? earlier : read(dsl, watermark);
  }

  /** The same for whoever holds the lock; see {@link #lock}. */
  static Book read(DSLContext dsl, Instant watermark) {
    Map<PromiseId, Statement> statements = new LinkedHashMap<>();
    Map<PromiseId, Standing> standings = new HashMap<>();
    dsl.select(PROBE_STATEMENT.fields())
        .select(PROBE_STANDING.VERDICT, PROBE_STANDING.SINCE, PROBE_STANDING.ENTRY)
        .from(PROBE_STATEMENT)
        .leftJoin(PROBE_STANDING)
        .on(PROBE_STANDING.PROMISE.eq(PROBE_STATEMENT.PROMISE))
        .where(PROBE_STATEMENT.ENDED_AT.isNull())
        .orderBy(PROBE_STATEMENT.PROMISE)
        .forEach(
            row -> {
              Statement statement = statement(row.into(PROBE_STATEMENT));
              statements.put(statement.promise(), statement);
              standing(row).ifPresent(s -> standings.put(statement.promise(), s));
            });
    return new Book(watermark, statements, standings, pieces(dsl));
  }

  private static Instant watermark(DSLContext dsl) {
    return dsl.select(PROBE_WATERMARK.WATCHED_UNTIL)
        .from(PROBE_WATERMARK)
        .fetchSingle(PROBE_WATERMARK.WATCHED_UNTIL);
  }

  /** Until the end of the transaction nobody else records proof; how far it is recorded. */
  static Instant lock(DSLContext tx) {
    return tx.select(PROBE_WATERMARK.WATCHED_UNTIL)
        .from(PROBE_WATERMARK)
        .forUpdate()
        .fetchSingle(PROBE_WATERMARK.WATCHED_UNTIL);
  }

  private static Map<PromiseId, List<Piece>> pieces(DSLContext dsl) {
    Map<PromiseId, List<Piece>> pieces = new HashMap<>();
    dsl.select(PROBE_CURRENT.fields())
        .from(PROBE_CURRENT)
        .join(PROBE_STATEMENT)
        .on(
            PROBE_STATEMENT
                .PROMISE
                .eq(PROBE_CURRENT.PROMISE)
                .and(PROBE_STATEMENT.DIGEST.eq(PROBE_CURRENT.DIGEST))
                .and(PROBE_STATEMENT.ENDED_AT.isNull()))
        .orderBy(PROBE_CURRENT.ENTRY)
        .forEach(
            row -> {
              Piece piece = piece(row.into(PROBE_CURRENT));
              pieces.computeIfAbsent(piece.evidence().promise(), p -> new ArrayList<>()).add(piece);
            });
    return pieces;
  }

  /** The evidence on some wordings that can decide. */
  static List<Evidence> recall(DSLContext tx, List<String> digests) {
    return tx.selectFrom(PROBE_CURRENT)
        .where(PROBE_CURRENT.DIGEST.eq(any(digests.toArray(String[]::new))))
        .fetch(row -> piece(row).evidence());
  }

  private static Statement statement(ProbeStatementRecord row) {
    return new Statement(
        Statement.id(row.getPromise()),
        row.getDigest(),
        Way.valueOf(row.getWay()),
        row.getKind(),
        Duty.valueOf(row.getDuty()),
        row.getSentence());
  }

  private static Optional<Standing> standing(Record row) {
    return Optional.ofNullable(row.get(PROBE_STANDING.VERDICT))
        .map(
            verdict ->
                new Standing(
                    Verdict.valueOf(verdict),
                    row.get(PROBE_STANDING.SINCE),
                    row.get(PROBE_STANDING.ENTRY)));
  }

  /** Enough to judge by, without figures and texts. */
  private static Piece piece(ProbeCurrentRecord row) {
    return new Piece(
        new Evidence(
            Statement.id(row.getPromise()),
            row.getDigest(),
            Evidence.Source.valueOf(row.getSource()),
            Outcome.valueOf(row.getOutcome()),
            row.getSummary(),
            List.of(),
            new Coverage(row.getPlacesSeen(), row.getPlaces(), row.getRowCount()),
            row.getAt(),
            Duration.ZERO,
            List.of(),
            List.of(),
            Optional.ofNullable(row.getCountsUntil())),
        row.getEntry());
  }

  /** Evidence about a promise in full, newest first. */
  public static List<Piece> latest(DSLContext dsl, PromiseId promise, int limit) {
    return dsl.selectFrom(PROBE_EVIDENCE)
        .where(PROBE_EVIDENCE.PROMISE.eq(promise.toString()))
        .orderBy(PROBE_EVIDENCE.ENTRY.desc())
        .limit(limit)
        .fetch(Ledger::full);
  }

  /** Those pieces of evidence in full. */
  public static List<Piece> full(DSLContext dsl, List<Long> entries) {
    return dsl.selectFrom(PROBE_EVIDENCE)
        .where(PROBE_EVIDENCE.ENTRY.eq(any(entries.toArray(Long[]::new))))
        .orderBy(PROBE_EVIDENCE.ENTRY.desc())
        .fetch(Ledger::full);
  }

  private static Piece full(ProbeEvidenceRecord row) {
    JsonNode detail = EvidenceText.read(row.getDetail());
    return new Piece(
        new Evidence(
            Statement.id(row.getPromise()),
            row.getDigest(),
            Evidence.Source.valueOf(row.getSource()),
            Outcome.valueOf(row.getOutcome()),
            row.getSummary(),
            EvidenceText.figures(detail),
            new Coverage(row.getPlacesSeen(), row.getPlaces(), row.getRowCount()),
            row.getAt(),
            Duration.ofMillis(row.getTookMillis()),
            EvidenceText.asked(detail),
            EvidenceText.reasons(detail),
            Optional.ofNullable(row.getCountsUntil())),
        row.getEntry());
  }

  /**
   * Changes of one promise in their order, and the one that was in force at the beginning; without
   * their sentences.
   *
   * @param from changes before it are left out, except the last of them
   */
  public static List<Change> changes(DSLContext dsl, PromiseId promise, Instant from) {
    var before =
        select(max(PROBE_TRANSITION.AT))
            .from(PROBE_TRANSITION)
            .where(
                PROBE_TRANSITION.PROMISE.eq(promise.toString()).and(PROBE_TRANSITION.AT.le(from)));
    return dsl.selectFrom(PROBE_TRANSITION)
        .where(PROBE_TRANSITION.PROMISE.eq(promise.toString()))
        .and(PROBE_TRANSITION.AT.ge(coalesce(field(before), val(from))))
        .orderBy(PROBE_TRANSITION.AT)
        .fetch(Ledger::change);
  }

  /** A verdict as it was recorded; empty where nothing is. */
  public static Optional<Standing> standing(DSLContext dsl, PromiseId promise) {
    return dsl.selectFrom(PROBE_STANDING)
        .where(PROBE_STANDING.PROMISE.eq(promise.toString()))
        .fetchOptional(
            row -> new Standing(Verdict.valueOf(row.getVerdict()), row.getSince(), row.getEntry()));
  }

  /** A company's changes from one verdict to another noted after an instant, newest first. */
  public static List<Change> changedSince(
      DSLContext dsl, String company, Instant after, int limit) {
    return dsl.selectFrom(PROBE_TRANSITION)
        .where(PROBE_TRANSITION.NOTED_AT.gt(after))
        .and(PROBE_TRANSITION.PROMISE.startsWith(company + "/"))
        .and(PROBE_TRANSITION.FROM_VERDICT.isNotNull())
        .and(PROBE_TRANSITION.TO_VERDICT.isNotNull())
        .orderBy(PROBE_TRANSITION.AT.desc(), PROBE_TRANSITION.ENTRY.desc())
        .limit(limit)
        .fetch(Ledger::change);
  }

  private static Change change(ProbeTransitionRecord row) {
    return change(row, "");
  }

  static Change change(ProbeTransitionRecord row, String sentence) {
    return new Change(
        Statement.id(row.getPromise()),
        sentence,
        row.getDigest(),
        Optional.ofNullable(row.getFromVerdict()).map(Verdict::valueOf),
        Optional.ofNullable(row.getToVerdict()).map(Verdict::valueOf),
        row.getAt(),
        row.getWhy());
  }

  /** When anything was measured last; empty for never. */
  public static Optional<Instant> lastProof(Book book) {
    return book.pieces().values().stream()
        .flatMap(List::stream)
        .map(Piece::evidence)
        .filter(e -> e.source() == Evidence.Source.PROBE)
        .map(Evidence::at)
        .max(Instant::compareTo);
  }
}
