package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.charter.promise.Term;
import dev.upheld.engine.KeepAt;
import dev.upheld.engine.PastLimit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * When people are told that their data goes, and how long that counts. Pure.
 *
 * @param zone in which days, months and years are counted
 */
record WarnTimes(Keep keep, ZoneId zone, Instant now) {

  static WarnTimes of(KeepAt kept) {
    return new WarnTimes(kept.keep(), kept.time().charter(), kept.time().now());
  }

  /** The longest time first. */
  List<Term> steps() {
    return keep.warn();
  }

  /** Whoever's data goes by then is told now; and nothing goes sooner of who is told now. */
  Instant goes(Term before) {
    return PastLimit.end(before, zone, now);
  }

  /** Whether a mail that was sent then came in time for what goes now. */
  boolean isInTime(Term before, Instant sent) {
    return sent.isBefore(PastLimit.of(before, zone, now));
  }

  /**
   * Whether a row that was about to go when it was last seen cannot have been used since and be
   * about to go again by this instant: each of its periods would have begun anew.
   */
  boolean cannotHaveComeBack(Instant seen, Instant by) {
    return periods(keep.limit()).noneMatch(p -> PastLimit.end(p, zone, seen).isBefore(by));
  }

  private static Stream<Term> periods(Limit limit) {
    return switch (limit) {
      case Limit.After after -> Stream.of(after.term());
      case Limit.Earliest earliest -> earliest.of().stream().flatMap(WarnTimes::periods);
      case Limit.Latest latest -> latest.of().stream().flatMap(WarnTimes::periods);
      case Limit.Until until -> Stream.empty();
      case Limit.Criterion criterion -> Stream.empty();
    };
  }
}
