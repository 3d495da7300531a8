package dev.upheld.law;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as a law states it. The unit matters: a month is not thirty days, and hours run
 * through weekends.
 */
public sealed interface Span {

  /** Calendar months; years are twelve. */
  record Months(int count) implements Span {}

  /** Calendar days, the day of the event not counted. */
  record Days(int count) implements Span {}

  /** Clear days ("jours francs"): neither the first nor the last day counts. */
  record ClearDays(int count) implements Span {}

  /** Consecutive hours on the time line, whatever the clocks on the wall do. */
  record Hours(int count) implements Span {}

  /** At once, the same day. */
  record Immediately() implements Span {}

  /**
   * The law gives no figure.
   *
   * @param words what it says instead: "without undue delay", "until identity is confirmed"
   */
  record NoFigure(String words) implements Span {}

  /** The words that stand for {@link NoFigure} in packs. */
  String NO_FIGURE = "no figure: ";

  /**
   * Reads {@code 1 month}, {@code 10 clear days}, {@code 72 hours}, {@code immediately}, or {@code
   * no figure: without undue delay}.
   */
  static Optional<Span> parse(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT);
    if (words.equals("immediately")) {
      return Optional.of(new Immediately());
    }
    if (words.startsWith(NO_FIGURE)) {
      return Optional.of(new NoFigure(text.strip().substring(NO_FIGURE.length()).strip()));
    }
    Matcher figure = Form.FIGURE.matcher(words);
    return figure.matches()
        ? Optional.of(of(Integer.parseInt(figure.group(1)), figure.group(2)))
        : Optional.empty();
  }

  private static Span of(int count, String unit) {
    return switch (unit) {
      case "hour" -> new Hours(count);
      case "day" -> new Days(count);
      case "clear day" -> new ClearDays(count);
      case "week" -> new Days(7 * count);
      case "month" -> new Months(count);
      default -> new Months(12 * count);
    };
  }

  /**
   * The last day on which the act is still in time, before any rolling; the day of the event is not
   * counted, and a month ends on the same day of the month or, where there is none, on the last
   * (Regulation 1182/71 Art. 3(1), 3(2)(c)). Empty for hours, which count from an instant, and
   * where there is no figure.
   *
   * @param event the day the period counts from
   */
  default Optional<LocalDate> lastDay(LocalDate event) {
    return switch (this) {
      case Months(int count) -> Optional.of(event.plusMonths(count));
      case Days(int count) -> Optional.of(event.plusDays(count));
      case ClearDays(int count) -> Optional.of(event.plusDays(count + 1L));
      case Immediately() -> Optional.of(event);
      case Hours h -> Optional.empty();
      case NoFigure n -> Optional.empty();
    };
  }

  /**
   * This span and then another of the same unit, counted in one go from the first event: one month
   * and two further months are three months from receipt, not two months from a clamped date. Empty
   * when the units differ or there is no figure.
   */
  default Optional<Span> then(Span further) {
    return switch (this) {
      case Months(int count) when further instanceof Months(int more) ->
          Optional.of(new Months(count + more));
      case Days(int count) when further instanceof Days(int more) ->
          Optional.of(new Days(count + more));
      case ClearDays(int count) when further instanceof ClearDays(int more) ->
          Optional.of(new ClearDays(count + more));
      case Hours(int count) when further instanceof Hours(int more) ->
          Optional.of(new Hours(count + more));
      case Months m -> Optional.empty();
      case Days d -> Optional.empty();
      case ClearDays c -> Optional.empty();
      case Hours h -> Optional.empty();
      case Immediately i -> Optional.empty();
      case NoFigure n -> Optional.empty();
    };
  }

  /** As a period of the calendar, to compare with what a charter promises. */
  default Optional<Period> period() {
    return switch (this) {
      case Months(int count) -> Optional.of(Period.ofMonths(count).normalized());
      case Days(int count) -> Optional.of(Period.ofDays(count));
      case ClearDays(int count) -> Optional.of(Period.ofDays(count + 1));
      case Immediately i -> Optional.of(Period.ZERO);
      case Hours h -> Optional.empty();
      case NoFigure n -> Optional.empty();
    };
  }

  /** As a duration, for hours only. */
  default Optional<Duration> duration() {
    return this instanceof Hours(int count)
        ? Optional.of(Duration.ofHours(count))
        : Optional.empty();
  }

  /** In words a person reads: {@code 1 month}. */
  default String words() {
    return switch (this) {
      case Months(int count) when count % 12 == 0 -> Form.count(count / 12, "year");
      case Months(int count) -> Form.count(count, "month");
      case Days(int count) -> Form.count(count, "day");
      case ClearDays(int count) -> Form.count(count, "clear day");
      case Hours(int count) -> Form.count(count, "hour");
      case Immediately i -> "immediately";
      case NoFigure(String words) -> words;
    };
  }

  /** How figures are written. */
  final class Form {
    private static final Pattern FIGURE =
        Pattern.compile("([1-9][0-9]{0,3}) +(hour|day|clear day|week|month|year)s?");

    private Form() {}

    private static String count(int count, String unit) {
      return count + " " + unit + (count == 1 ? "" : "s");
    }
  }
}
