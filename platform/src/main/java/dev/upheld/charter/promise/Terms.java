package dev.upheld.charter.promise;

import dev.upheld.charter.promise.TermText.Fits;
import dev.upheld.charter.promise.TermText.Impossible;
import dev.upheld.charter.promise.TermText.Unreadable;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as charters write them: {@code 180 days}, {@code 12 months to 24 months}, ISO
 * 8601 ({@code P1Y6M}, {@code PT72H}). Pure.
 */
public final class Terms {
  /** What a charter may contain where a term is wanted, possible or not; for editors too. */
  public static final String FORM = form();

  /** Longer than any duty to keep; whoever writes more has mistyped. */
  private static final int MOST_YEARS = 200;

  private static final Pattern PLAIN =
      Pattern.compile("(-?[0-9]{1,6}) (minute|hour|day|week|month|year)s?");
  private static final Pattern ISO =
      Pattern.compile(
          "(-?)P(?:([0-9]{1,6})Y)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?"
              + "(T(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?)?");

  private Terms() {}

  private static String form() {
    String plain = "-?[0-9]{1,6} (minute|hour|day|week|month|year)s?";
    String iso =
        "-?P([0-9]{1,6}Y)?([0-9]{1,6}M)?([0-9]{1,6}W)?([0-9]{1,6}D)?"
            + "(T([0-9]{1,6}H)?([0-9]{1,6}M)?)?";
    String one = "(" + plain + "|" + iso + ")";
    return one + "( to " + one + ")?";
  }

  /** Reads one term or a range of two. */
  public static TermText read(String text) {
    int to = text.indexOf(" to ");
    return to < 0 ? one(text) : range(one(text.substring(0, to)), one(text.substring(to + 4)));
  }

  /** A possible term, not a range; empty for everything else. */
  public static Optional<Term> parse(String text) {
    return read(text) instanceof Fits(Term shortest, Term longest) && shortest.equals(longest)
        ? Optional.of(longest)
        : Optional.empty();
  }

  private static TermText range(TermText low, TermText high) {
    if (!(low instanceof Fits(Term ignored, Term shortest))) {
      return low;
    }
    if (!(high instanceof Fits(Term alsoIgnored, Term longest))) {
      return high;
    }
    if (shortest.getClass() != longest.getClass()) {
      return new Impossible("one end counts on the calendar and the other on the clock");
    }
    return leastDays(shortest) > leastDays(longest)
        ? new Impossible("the range ends before it begins")
        : new Fits(shortest, longest);
  }

  private static TermText one(String text) {
    Matcher plain = PLAIN.matcher(text);
    if (plain.matches()) {
      return possible(plain(Integer.parseInt(plain.group(1)), plain.group(2)));
    }
    Matcher iso = ISO.matcher(text);
    return iso.matches() ? iso(iso) : new Unreadable();
  }

  private static Term plain(int count, String unit) {
    return switch (unit) {
      case "minute" -> new Term.Exact(Duration.ofMinutes(count));
      case "hour" -> new Term.Exact(Duration.ofHours(count));
      case "day" -> new Term.Calendar(Period.ofDays(count));
      case "week" -> new Term.Calendar(Period.ofWeeks(count));
      case "month" -> new Term.Calendar(Period.ofMonths(count));
      default -> new Term.Calendar(Period.ofYears(count));
    };
  }

  private static TermText iso(Matcher iso) {
    int sign = iso.group(1).isEmpty() ? 1 : -1;
    Period period =
        Period.of(part(iso, 2), part(iso, 3), part(iso, 4) * 7 + part(iso, 5)).multipliedBy(sign);
    Duration duration = Duration.ofHours(part(iso, 7)).plusMinutes(part(iso, 8)).multipliedBy(sign);
    boolean calendar = has(iso, 2) || has(iso, 3) || has(iso, 4) || has(iso, 5);
    boolean clock = has(iso, 7) || has(iso, 8);
    if (calendar == clock) {
      return calendar
          ? new Impossible("it mixes days of the calendar with hours of the clock")
          : new Unreadable();
    }
    return possible(calendar ? new Term.Calendar(period) : new Term.Exact(duration));
  }

  private static boolean has(Matcher matcher, int group) {
    return matcher.start(group) >= 0;
  }

  private static int part(Matcher matcher, int group) {
    return has(matcher, group) ? Integer.parseInt(matcher.group(group)) : 0;
  }

  private static TermText possible(Term term) {
    if (isNegative(term)) {
      return new Impossible("it is negative");
    }
    if (isNothing(term)) {
      return new Impossible("it is no time at all");
    }
    return leastDays(term) > MOST_YEARS * 366L
        ? new Impossible("it is longer than %d years".formatted(MOST_YEARS))
        : new Fits(term, term);
  }

  private static boolean isNegative(Term term) {
    return switch (term) {
      case Term.Calendar(Period period) -> period.isNegative();
      case Term.Exact(Duration duration) -> duration.isNegative();
    };
  }

  private static boolean isNothing(Term term) {
    return switch (term) {
      case Term.Calendar(Period period) -> period.isZero();
      case Term.Exact(Duration duration) -> duration.isZero();
    };
  }

  /** The fewest days the term can last, depending on the month it starts in. */
  public static long leastDays(Term term) {
    return switch (term) {
      case Term.Calendar(Period p) -> p.toTotalMonths() * 30436 / 1000 - slack(p) + days(p);
      case Term.Exact(Duration d) -> d.toDays();
    };
  }

  /** The most days the term can last. */
  public static long mostDays(Term term) {
    return switch (term) {
      case Term.Calendar(Period p) -> p.toTotalMonths() * 30437 / 1000 + slack(p) + days(p);
      case Term.Exact(Duration d) -> d.toDays() + (d.isPositive() ? 1 : 0);
    };
  }

  /** The days beside the months, which are always counted apart. */
  @SuppressWarnings("JavaPeriodGetDays")
  private static int days(Period period) {
    return period.getDays();
  }

  /**
   * How far some months in a row can be from so many average months: February, leap years and the
   * end of a shorter month together come to less than four days.
   */
  private static long slack(Period period) {
    return period.toTotalMonths() == 0 ? 0 : 4;
  }

  /** In words a person reads: {@code 12 months}, {@code 1 year and 6 months}, {@code 72 hours}. */
  public static String say(Term term) {
    List<String> parts = new ArrayList<>();
    switch (term) {
      case Term.Calendar(Period p) -> {
        count(parts, p.getYears(), "year");
        count(parts, p.getMonths(), "month");
        count(parts, days(p), "day");
      }
      case Term.Exact(Duration d) -> {
        count(parts, d.toHours(), "hour");
        count(parts, d.toMinutesPart(), "minute");
      }
    }
    return String.join(" and ", parts);
  }

  private static void count(List<String> parts, long count, String unit) {
    if (count != 0) {
      parts.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
  }

  /** The same text for terms of the same length: 12 months are 1 year, 90 minutes PT1H30M. */
  public static String canonical(Term term) {
    return switch (term) {
      case Term.Calendar(Period p) -> "M%dD%d".formatted(p.toTotalMonths(), days(p));
      case Term.Exact(Duration d) -> "S%d".formatted(d.toSeconds());
    };
  }
}
