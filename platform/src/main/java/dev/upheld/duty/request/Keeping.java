package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Term;
import dev.upheld.duty.request.Acts.Told;
import dev.upheld.journal.Draft;
import dev.upheld.register.SubjectRef;
import dev.upheld.register.Subjects;
import dev.upheld.store.generated.tables.records.RequestCaseRecord;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** What time alone brings: warnings before a deadline, and the end of a file. Runs as a job. */
final class Keeping {
  /** The event charters count from when they speak of such files. */
  private static final String REPLIED = "replied";

  private static final Period USUAL = Period.ofYears(1);
  private static final int[] WARNINGS = {7, 3, 1, 0};
  private static final int AT_ONCE = 200;

  /** Longer than any server is away before another one does its jobs. */
  private static final Duration LEFT = Duration.ofDays(7);

  private final Desk desk;
  private final Acts acts;

  Keeping(Desk desk, Acts acts) {
    this.desk = desk;
    this.acts = acts;
  }

  /** How long a file is kept from the reply: as the charter says, or one year. */
  static Period period(Charter charter) {
    return charter.activities().values().stream()
        .flatMap(activity -> activity.keep().value().stream())
        .flatMap(List::stream)
        .flatMap(rule -> rule.phases().stream())
        .flatMap(phase -> afterReply(phase.limit()).stream())
        .min(Comparator.comparing(LocalDate.EPOCH::plus))
        .orElse(USUAL);
  }

  private static Optional<Period> afterReply(Limit limit) {
    return limit instanceof Limit.After after
            && after.from().equals(REPLIED)
            && after.term() instanceof Term.Calendar(Period period)
        ? Optional.of(period)
        : Optional.empty();
  }

  /** Tells of every deadline that comes near, each distance once. */
  int warn() {
    LocalDate today = desk.today();
    List<CaseRef> near =
        desk.store()
            .dsl()
            .selectFrom(REQUEST_CASE)
            .where(REQUEST_CASE.ENDED.isNull())
            .and(REQUEST_CASE.DUE.le(today.plusDays(WARNINGS[0])))
            .orderBy(REQUEST_CASE.DUE)
            .fetch(row -> new CaseRef(row.getRef()));
    return near.stream().mapToInt(this::warn).sum();
  }

  private int warn(CaseRef ref) {
    return desk.store()
        .inTransaction(
            tx ->
                desk.cases()
                    .locked(tx, ref)
                    .filter(row -> row.getEnded() == null)
                    .map(row -> warn(tx, row))
                    .orElse(0));
  }

  private int warn(DSLContext tx, RequestCaseRecord row) {
    long left = ChronoUnit.DAYS.between(desk.today(), row.getDue());
    int step = IntStream.of(WARNINGS).filter(w -> left <= w).min().orElse(Integer.MAX_VALUE);
    if (step > WARNINGS[0] || (row.getWarned() != null && row.getWarned() <= step)) {
      return 0;
    }
    row.setWarned(step);
    Map<String, String> with =
        Map.of("ref", row.getRef(), "due", row.getDue().toString(), "days", String.valueOf(left));
    desk.tellOfficers(tx, left < 0 ? "request-late" : "request-warning", with);
    acts.finish(
        tx,
        row,
        Optional.empty(),
        Told.quietly(left < 0 ? "overdue" : "due-soon").with("days", left));
    return 1;
  }

  /** Erases files whose time is over: their key is dropped, dates and states stay. */
  int erase() {
    List<CaseRef> due =
        desk.store()
            .dsl()
            .selectFrom(REQUEST_CASE)
            .where(REQUEST_CASE.ERASED.isNull())
            .and(REQUEST_CASE.ERASE_AFTER.lt(desk.today()))
            .orderBy(REQUEST_CASE.ERASE_AFTER)
            .limit(AT_ONCE)
            .fetch(row -> new CaseRef(row.getRef()));
    due.forEach(this::erase);
    return due.size();
  }

  private void erase(CaseRef ref) {
    Optional<UUID> key =
        desk.store()
            .inTransaction(
                tx ->
                    desk.cases()
                        .locked(tx, ref)
                        .filter(row -> row.getErased() == null && !bound(tx, row))
                        .map(row -> erase(tx, row)));
    // Last: as long as the row is not committed as erased, its file must open.
    key.ifPresent(desk.keys()::drop);
  }

  /** A person's data that is kept still, or on hold, includes what they asked. */
  private boolean bound(DSLContext tx, RequestCaseRecord row) {
    return desk.work()
        .get()
        .marks()
        .binds(desk.cases().file(tx, row, desk.charter(), desk.today()));
  }

  private UUID erase(DSLContext tx, RequestCaseRecord row) {
    Optional<UUID> subject = Optional.ofNullable(row.getSubject());
    row.setErased(desk.now());
    desk.cases().erase(tx, row);
    Copies.dropParts(tx, new CaseRef(row.getRef()));
    subject
        .filter(s -> !tx.fetchExists(REQUEST_CASE, REQUEST_CASE.SUBJECT.eq(s)))
        .ifPresent(s -> Subjects.forget(tx, new SubjectRef(s)));
    desk.journal().append(tx, Draft.of("request.erased", Map.of("case", row.getRef())));
    return row.getKey();
  }

  /** Drops keys of files that were erased while this process was killed before it came to that. */
  int dropLeft() {
    List<UUID> left =
        desk.store()
            .dsl()
            .select(REQUEST_CASE.KEY)
            .from(REQUEST_CASE)
            .where(REQUEST_CASE.ERASED.gt(desk.now().minus(LEFT)))
            .fetch(REQUEST_CASE.KEY);
    List<UUID> there = left.stream().filter(desk.keys()::has).toList();
    there.forEach(desk.keys()::drop);
    return there.size();
  }
}
