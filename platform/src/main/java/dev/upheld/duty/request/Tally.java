package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;
import static dev.upheld.store.generated.Tables.REQUEST_RIGHT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * How the requests for one right stand on a day: counts, and the names of those that are late.
 *
 * @param all every request there ever was, also those whose file is erased
 * @param open those in which this right waits for an answer
 * @param overdue names of open ones whose day is over, the oldest first
 * @param soon how many open ones are due within three days
 * @param late how many were answered late in the last twelve months
 */
record Tally(int all, int open, List<String> overdue, int soon, int late) {
  private static final int SOON_DAYS = 3;

  Tally {
    overdue = List.copyOf(overdue);
  }

  private record Line(String ref, boolean withdrawn, LocalDate due, Optional<LocalDate> ended) {}

  /** Counts them. */
  static Tally of(DSLContext dsl, String right, LocalDate today) {
    List<Line> lines =
        dsl.select(REQUEST_CASE.REF, REQUEST_CASE.STATE, REQUEST_RIGHT.DUE, REQUEST_RIGHT.ENDED)
            .from(REQUEST_CASE)
            .join(REQUEST_RIGHT)
            .on(REQUEST_RIGHT.REF.eq(REQUEST_CASE.REF))
            .where(REQUEST_RIGHT.RIGHT_WORD.eq(right))
            .orderBy(REQUEST_RIGHT.DUE, REQUEST_CASE.REF)
            .fetch(
                row ->
                    new Line(
                        row.value1(),
                        row.value2().equals(State.WITHDRAWN.word()),
                        row.value3(),
                        Optional.ofNullable(row.value4())));
    List<Line> open = lines.stream().filter(l -> l.ended().isEmpty()).toList();
    return new Tally(
        lines.size(),
        open.size(),
        open.stream().filter(l -> l.due().isBefore(today)).map(Line::ref).toList(),
        (int) open.stream().filter(l -> soon(l.due(), today)).count(),
        (int) lines.stream().filter(l -> late(l, today.minusYears(1))).count());
  }

  private static boolean soon(LocalDate due, LocalDate today) {
    return !due.isBefore(today) && !due.isAfter(today.plusDays(SOON_DAYS));
  }

  private static boolean late(Line line, LocalDate since) {
    return !line.withdrawn()
        && line.ended()
            .filter(ended -> ended.isAfter(line.due()) && !ended.isBefore(since))
            .isPresent();
  }
}
