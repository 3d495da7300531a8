package dev.upheld.engine;

import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Terms;
import java.util.List;
import java.util.stream.Collectors;

/** How limits are said in evidence: "12 months after last-contact". */
public final class LimitWords {
  private LimitWords() {}

  public static String of(Limit limit) {
    return switch (limit) {
      case Limit.After after -> Terms.say(after.term()) + " after " + after.from();
      case Limit.Until until -> "the moment of " + until.event();
      case Limit.Earliest earliest -> "the earlier of " + join(earliest.of());
      case Limit.Latest latest -> "the later of " + join(latest.of());
      case Limit.Criterion criterion -> "\"" + criterion.text() + "\"";
    };
  }

  private static String join(List<Limit> limits) {
    return limits.stream().map(LimitWords::of).collect(Collectors.joining(" and "));
  }
}
