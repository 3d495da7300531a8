package dev.upheld.probe.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.verdict.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the next measurement is due, and how long one counts. */
class ProbeScheduleTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final PromiseId KEEP = new PromiseId("nimbus", "support", "keep");

  private static ProbeSchedule schedule(Optional<LocalTime> at, Map<String, Duration> others) {
    return new ProbeSchedule(Duration.ofDays(1), at, PARIS, others);
  }

  @Test
  void theLongestBeginningOfTheIdCounts() {
    ProbeSchedule schedule =
        schedule(
            Optional.empty(),
            Map.of(
                "nimbus/support", Duration.ofDays(7),
                "nimbus/support/keep", Duration.ofHours(1),
                "nimbus/sup", Duration.ofDays(30)));
    assertThat(schedule.period(KEEP)).isEqualTo(Duration.ofHours(1));
    assertThat(schedule.period(new PromiseId("nimbus", "support", "form")))
        .isEqualTo(Duration.ofDays(7));
    assertThat(schedule.period(new PromiseId("nimbus", "visits", "keep")))
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aTimeOfDayIsThatOfTheZoneAlsoWhenClocksChange() {
    ProbeSchedule schedule = schedule(Optional.of(LocalTime.of(3, 30)), Map.of());
    Instant before = Instant.parse("2026-10-24T01:30:00Z");
    assertThat(schedule.next(KEEP, before)).isEqualTo(Instant.parse("2026-10-25T02:30:00Z"));
  }

  @Test
  void whatIsMeasuredSeldomCountsLonger() {
    assertThat(schedule(Optional.empty(), Map.of()).freshness(KEEP)).isEqualTo(Freshness.daily());
    assertThat(
            schedule(Optional.empty(), Map.of("nimbus/support", Duration.ofDays(7)))
                .freshness(KEEP)
                .fresh())
        .isEqualTo(Duration.ofDays(7).plusHours(2));
  }
}
