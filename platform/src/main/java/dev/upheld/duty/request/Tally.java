package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;
import static dev.upheld.store.generated.Tables.REQUEST_RIGHT;

import dev.upheld.store.generated.tables.records.RequestCaseRecord;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/**
 * How the requests for one right stand on a day: counts, and the names of those that are late.
 *
 * @param all every request there ever was, also those whose file is erased
 * @param open those that wait for an answer
 * @param overdue names of open ones whose day is over, the oldest first
 * @param soon how many open ones are due within three days
 * @param late how many were answered late in the last twelve months
 */
record Tally(int all, int open, List<String> overdue, int soon, int late) {
  private static final int SOON_DAYS = 3;

  Tally {
    overdue = List.copyOf(overdue);
  }

  /** Counts them. */
  static Tally of(DSLContext dsl, String right, LocalDate today) {
    List<RequestCaseRecord> cases =
        dsl.select(REQUEST_CASE.fields())
            .from(REQUEST_CASE)
            .join(REQUEST_RIGHT)
            .on(REQUEST_RIGHT.REF.eq(REQUEST_CASE.REF))
            .where(REQUEST_RIGHT.RIGHT_WORD.eq(right))
            .orderBy(REQUEST_CASE.DUE, REQUEST_CASE.REF)
            .fetchInto(REQUEST_CASE);
    List<RequestCaseRecord> open = cases.stream().filter(c -> c.getEnded() == null).toList();
    return new Tally(
        cases.size(),
        open.size(),
        open.stream()
            .filter(c -> c.getDue().isBefore(today))
            .map(RequestCaseRecord::getRef)
            .toList(),
        (int)
            open.stream()
                .filter(
                    c ->
                        !c.getDue().isBefore(today)
                            && !c.getDue().isAfter(today.plusDays(SOON_DAYS)))
                .count(),
        late(cases, today.minusYears(1)));
  }

  private static int late(List<RequestCaseRecord> cases, LocalDate since) {
    return (int)
        cases.stream()
            .filter(c -> c.getEnded() != null && c.getEnded().isAfter(c.getDue()))
            .filter(c -> !c.getState().equals(State.WITHDRAWN.word()))
            .filter(c -> !c.getEnded().isBefore(since))
            .count();
  }
}
