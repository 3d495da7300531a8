package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;
import static dev.upheld.store.generated.Tables.REQUEST_RIGHT;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * How requests are answered: figures that stay when files are erased, and tell of nobody.
 *
 * @param byRight one line for each right that was ever asked for, the most asked first
 * @param byMonth one line for each month in which a request came, the newest first
 * @param all every right of every request
 */
public record Statistics(List<Line> byRight, List<Line> byMonth, Line all) {
  public Statistics {
    byRight = List.copyOf(byRight);
    byMonth = List.copyOf(byMonth);
  }

  /**
   * What became of rights that were asked for.
   *
   * @param of a right's word, or a month: {@code 2026-11}; empty text for all
   * @param asked how many
   * @param kept done as asked
   * @param refused with a reason
   * @param passed taken back by the person, or passed on to a customer
   * @param open without an answer yet
   * @param late answered after their day, or open past it
   * @param days the median of days from receipt to answer; empty while nothing was answered
   */
  public record Line(
      String of,
      long asked,
      long kept,
      long refused,
      long passed,
      long open,
      long late,
      OptionalLong days) {}

  private enum End {
    KEPT,
    REFUSED,
    PASSED,
    OPEN
  }

  private record Asked(String right, YearMonth month, End end, boolean late, long days) {}

  static Statistics of(DSLContext dsl, LocalDate today) {
    List<Asked> asked =
        dsl.select(
                REQUEST_RIGHT.RIGHT_WORD,
                REQUEST_CASE.RECEIVED,
                REQUEST_CASE.STATE,
                REQUEST_RIGHT.OUTCOME,
                REQUEST_RIGHT.DUE,
                REQUEST_RIGHT.ENDED)
            .from(REQUEST_RIGHT)
            .join(REQUEST_CASE)
            .on(REQUEST_CASE.REF.eq(REQUEST_RIGHT.REF))
            .fetch(
                row ->
                    asked(
                        row.value1(),
                        row.value2(),
                        end(row.value3(), row.value4(), row.value6() != null),
                        row.value5(),
                        row.value6() == null ? today : row.value6()));
    return new Statistics(
        grouped(asked, Asked::right, Comparator.comparingLong(Line::asked).reversed()),
        grouped(asked, a -> a.month().toString(), Comparator.comparing(Line::of).reversed()),
        line("", asked));
  }

  private static Asked asked(
      String right, LocalDate received, End end, LocalDate due, LocalDate ended) {
    boolean late = end != End.PASSED && ended.isAfter(due);
    return new Asked(
        right, YearMonth.from(received), end, late, ChronoUnit.DAYS.between(received, ended));
  }

  private static End end(String state, String outcome, boolean ended) {
    if (!ended) {
      return End.OPEN;
    }
    if (outcome.equals("refused")) {
      return End.REFUSED;
    }
    return outcome.equals("kept")
        ? End.KEPT
        : State.ofWord(state).orElseThrow().open() ? End.OPEN : End.PASSED;
  }

  private static List<Line> grouped(
      Collection<Asked> asked, Function<Asked, String> by, Comparator<Line> order) {
    return asked.stream().collect(Collectors.groupingBy(by)).entrySet().stream()
        .map(group -> line(group.getKey(), group.getValue()))
        .sorted(order.thenComparing(Line::of))
        .toList();
  }

  private static Line line(String of, Collection<Asked> asked) {
    return new Line(
        of,
        asked.size(),
        count(asked, End.KEPT),
        count(asked, End.REFUSED),
        count(asked, End.PASSED),
        count(asked, End.OPEN),
        asked.stream().filter(Asked::late).count(),
        median(
            asked.stream()
                .filter(a -> a.end() == End.KEPT || a.end() == End.REFUSED)
                .mapToLong(Asked::days)
                .sorted()
                .toArray()));
  }

  private static long count(Collection<Asked> asked, End end) {
    return asked.stream().filter(a -> a.end() == end).count();
  }

  /** The lower one of two in the middle: days are whole. */
  private static OptionalLong median(long[] sorted) {
    return sorted.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(sorted[(sorted.length - 1) / 2]);
  }

  /** As a table for other programs (RFC 4180), with the words of the catalogue. */
  public String csv() {
    StringBuilder csv =
        new StringBuilder("by,of,asked,kept,refused,passed,open,late,median-days\r\n");
    byRight.forEach(line -> csv.append(csv("right", line)));
    byMonth.forEach(line -> csv.append(csv("month", line)));
    return csv.append(csv("all", all)).toString();
  }

  private static String csv(String by, Line line) {
    String days = line.days().isPresent() ? Long.toString(line.days().getAsLong()) : "";
    return String.join(
            ",",
            by,
            line.of(),
            Long.toString(line.asked()),
            Long.toString(line.kept()),
            Long.toString(line.refused()),
            Long.toString(line.passed()),
            Long.toString(line.open()),
            Long.toString(line.late()),
            days)
        + "\r\n";
  }
}
