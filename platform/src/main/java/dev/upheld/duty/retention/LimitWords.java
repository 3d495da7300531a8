package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Term;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How limits are said in evidence: "12 months after last-contact". */
final class LimitWords {
  private LimitWords() {}

  static String of(Limit limit) {
    return switch (limit) {
      case Limit.After after -> of(after.term()) + " after " + after.from();
      case Limit.Until until -> "the time until " + until.event();
      case Limit.Earliest earliest -> "the earlier of " + join(earliest.of());
      case Limit.Latest latest -> "the later of " + join(latest.of());
      case Limit.Criterion criterion -> "\"" + criterion.text() + "\"";
    };
  }

  private static String join(List<Limit> limits) {
    return limits.stream().map(LimitWords::of).collect(Collectors.joining(" and "));
  }

  static String of(Term term) {
    return switch (term) {
      case Term.Calendar(var period) -> of(period);
      case Term.Exact(var duration) -> of(duration);
    };
  }

  private static String of(Period period) {
    List<String> parts = new ArrayList<>();
    add(parts, period.getYears(), "year");
    add(parts, period.getMonths(), "month");
    add(parts, period.getDays(), "day");
    return parts.isEmpty() ? "0 days" : String.join(" and ", parts);
  }

  private static String of(Duration duration) {
    List<String> parts = new ArrayList<>();
    add(parts, duration.toHours(), "hour");
    add(parts, duration.toMinutesPart(), "minute");
    return parts.isEmpty() ? "0 hours" : String.join(" and ", parts);
  }

  private static void add(List<String> parts, long n, String unit) {
    if (n != 0) {
      parts.add(n + " " + unit + (n == 1 ? "" : "s"));
    }
  }
}
