package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastLimitTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final List<ZoneId> ZONES =
      List.of(
          PARIS,
          ZoneId.of("UTC"),
          ZoneId.of("Africa/Casablanca"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"));

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @ParameterizedTest
  @CsvSource({
    // period, now, limit (Paris, local)
    "P180D,2026-11-22T13:00,2026-05-26T13:00",
    "P1M,2026-02-28T09:30,2026-01-28T09:30", // 29, 30 and 31 January end on the 28th as well
    "P1M,2026-03-01T09:30,2026-02-01T09:30",
    "P1M,2026-03-30T09:30,2026-03-01T00:00", // no date ends on the 30th: all of February is past
    "P12M,2026-11-22T13:00,2025-11-22T13:00",
    "P1Y,2025-02-28T13:00,2024-02-28T13:00", // 29 February ends on the 28th as well
    "P1Y,2024-02-29T13:00,2023-03-01T00:00",
    "P10Y,2026-01-01T00:00,2016-01-01T00:00",
    "P1D,2026-03-29T03:10,2026-03-28T02:10", // 02:10 ends in the missing hour, at 03:10
  })
  void calendarPeriods(Period period, LocalDateTime now, LocalDateTime limit) {
    Instant at = now.atZone(PARIS).toInstant();
    assertThat(PastLimit.of(new Term.Calendar(period), PARIS, at).atZone(PARIS).toLocalDateTime())
        .isEqualTo(limit);
  }

  @Test
  void exactPeriodsFollowTheClock() {
    Instant now = Instant.parse("2026-03-29T12:00:00Z");
    assertThat(PastLimit.of(new Term.Exact(Duration.ofHours(24)), PARIS, now))
        .isEqualTo(Instant.parse("2026-03-28T12:00:00Z"));
  }

  /** Minute by minute around the limit: everything before is past, and the limit itself is not. */
  @Test
  void theLimitIsTheFirstClockWhoseTermIsNotOver() {
    for (int i = 0; i < 400; i++) {
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      Period period = period();
      Instant now = now(zone);
      Term term = new Term.Calendar(period);
      Instant limit = PastLimit.of(term, zone, now);
      assertThat(over(period, zone, limit, now)).as(said(zone, period, now)).isFalse();
      Instant from = limit.minus(4, ChronoUnit.DAYS);
      for (Instant c = from; c.isBefore(limit); c = c.plus(7, ChronoUnit.MINUTES)) {
        assertThat(over(period, zone, c, now)).as(said(zone, period, now) + " " + c).isTrue();
      }
      assertThat(over(period, zone, limit.minusNanos(1), now)).as(said(zone, period, now)).isTrue();
    }
  }

  /** In whole days, where no clock changes, the limit must agree with LocalDate alone. */
  @Test
  void agreesWithLocalDate() {
    ZoneId utc = ZoneId.of("UTC");
    for (int i = 0; i < 2_000; i++) {
      Period period = period();
      LocalDate today = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000));
      Instant now = today.atStartOfDay(utc).toInstant();
      Instant limit = PastLimit.of(new Term.Calendar(period), utc, now);
      LocalDate around = limit.atZone(utc).toLocalDate();
      for (int d = -40; d <= 40; d++) {
        LocalDate date = around.plusDays(d);
        assertThat(date.atStartOfDay(utc).toInstant().isBefore(limit))
            .as(said(utc, period, now) + " " + date)
            .isEqualTo(date.plus(period).isBefore(today));
      }
    }
  }

  private static boolean over(Period period, ZoneId zone, Instant clock, Instant now) {
    return clock.atZone(zone).plus(period).toInstant().isBefore(now);
  }

  private Period period() {
    return switch (random.nextInt(4)) {
      case 0 -> Period.ofDays(random.nextInt(1, 800));
      case 1 -> Period.ofMonths(random.nextInt(1, 40));
      case 2 -> Period.ofYears(random.nextInt(1, 12));
      default -> Period.of(random.nextInt(3), random.nextInt(12), random.nextInt(40) + 1);
    };
  }

  /** Half of the instants lie near a change of the clocks, where the traps are. */
  private Instant now(ZoneId zone) {
    Instant any = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(250_000_000));
    if (random.nextBoolean()) {
      return any;
    }
    var change = zone.getRules().nextTransition(any);
    return change == null
        ? any
        : change.getInstant().plus(random.nextInt(-300, 300), ChronoUnit.MINUTES);
  }

  private String said(ZoneId zone, Period period, Instant now) {
    return "seed " + seed + ": " + zone + " " + period + " " + now;
  }
}
