package dev.upheld.probe.watch;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.verdict.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * How often promises are measured.
 *
 * @param every from the beginning of one measurement to the next, unless {@code at} is given
 * @param at at this time of the day, for what is measured daily or less often
 * @param zone of {@code at}
 * @param others other periods, by the beginning of promise ids: {@code nimbus/support} or {@code
 *     nimbus/support/keep}; the longest that fits counts
 */
public record ProbeSchedule(
    Duration every, Optional<LocalTime> at, ZoneId zone, Map<String, Duration> others) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration GRACE = Duration.ofHours(2);

  public ProbeSchedule {
    others = Map.copyOf(others);
    if (every.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("a period must be a minute or longer");
    }
  }

  /** Each promise once a day, at whatever time it was first measured. */
  public static ProbeSchedule daily(ZoneId zone) {
    return new ProbeSchedule(DAY, Optional.empty(), zone, Map.of());
  }

  /** How often this promise is measured. */
  public Duration period(PromiseId promise) {
    String id = promise.toString();
    return others.entrySet().stream()
        .filter(e -> id.equals(e.getKey()) || id.startsWith(e.getKey() + "/"))
        .max(Comparator.comparingInt(e -> e.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse(every);
  }

  /** When it is measured next, after a measurement that began then. */
  public Instant next(PromiseId promise, Instant began) {
    Duration period = period(promise);
    if (at.isEmpty() || period.compareTo(DAY) < 0) {
      return began.plus(period);
    }
    ZonedDateTime last = began.atZone(zone);
    ZonedDateTime next = last.toLocalDate().plusDays(period.toDays()).atTime(at.get()).atZone(zone);
    return next.toInstant();
  }

  /**
   * How long a measurement counts: 26 and 72 hours where it is repeated daily or more often; for
   * what is measured less often, two hours of grace and three periods.
   */
  public Freshness freshness(PromiseId promise) {
    Duration period = period(promise);
    Freshness daily = Freshness.daily();
    return period.compareTo(DAY) <= 0
        ? daily
        : new Freshness(period.plus(GRACE), period.multipliedBy(3), daily.skew());
  }
}
