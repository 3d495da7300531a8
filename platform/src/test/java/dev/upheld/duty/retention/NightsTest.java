package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A night begins once a day, wherever clocks change and whichever way. */
class NightsTest {

  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, 2026-11-22T00:00:00Z, 2026-11-22T00:00:00Z, 2026-11-23",
    "Europe/Paris, 2026-11-21T23:59:59Z, 2026-11-21T00:00:00Z, 2026-11-22",
    // the day of 25 hours: five past one, and the night began five minutes ago
    "Europe/Paris, 2026-10-26T00:05:00Z, 2026-10-26T00:00:00Z, 2026-10-27",
    "Europe/Paris, 2026-10-25T23:05:00Z, 2026-10-24T23:00:00Z, 2026-10-26",
    // one o'clock strikes twice, and counts once
    "Europe/London, 2026-10-25T01:30:00Z, 2026-10-25T00:00:00Z, 2026-10-26",
    // and it is left out
    "Europe/London, 2026-03-29T00:59:00Z, 2026-03-28T01:00:00Z, 2026-03-29",
    "Europe/London, 2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z, 2026-03-30",
  })
  void theLastAndTheNext(ZoneId zone, Instant now, Instant last, LocalDate next) {
    assertThat(Nights.last(now, zone)).isEqualTo(last);
    assertThat(Nights.next(now, zone)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Paris", "Europe/London", "Atlantic/Azores", "Africa/Casablanca"})
  void oneADay(ZoneId zone) {
    Instant now = Instant.parse("2026-01-01T12:00:00Z");
    List<Instant> begun = new ArrayList<>();
    while (now.isBefore(Instant.parse("2027-01-01T12:00:00Z"))) {
      Instant last = Nights.last(now, zone);
      assertThat(last).isBeforeOrEqualTo(now);
      assertThat(Nights.of(Nights.next(now, zone), zone)).isAfter(now);
      if (begun.isEmpty() || !begun.getLast().equals(last)) {
        begun.add(last);
      }
      now = now.plus(Duration.ofMinutes(10));
    }
    assertThat(begun).hasSize(366).isSorted();
  }

  /** Every count that nights, weeks and ages are made of was asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Paris", "Europe/London", "Africa/Casablanca"})
  void aNightOfTheCalendarBeginsWhenTheRunDoes(ZoneId zone) {
    for (int day = 0; day < 366; day++) {
      Instant now = Instant.parse("2026-01-01T11:59:00Z").plus(Duration.ofDays(day));
      List<Instant> asked = Outlook.instants(now, zone);
      List<Outlook.Count> counts =
          asked.stream().map(at -> new Outlook.Count(at, asked.indexOf(at) + 1L)).toList();
      Outlook outlook = new Outlook("a@b/c", "d", now, 99, 0, counts);
      assertThat(outlook.nights(zone))
          .hasSize(14)
          .allSatisfy(n -> assertThat(asked).contains(Nights.of(n.last(), zone)));
      List<Outlook.Night> weeks = outlook.weeks(zone);
      assertThat(weeks)
          .hasSize(12)
          .allSatisfy(w -> assertThat(asked).contains(Nights.of(w.last(), zone)))
          .allSatisfy(w -> assertThat(w.last().getDayOfWeek().getValue()).isEqualTo(7));
      for (int week = 1; week < 12; week++) {
        assertThat(weeks.get(week).first()).isEqualTo(weeks.get(week - 1).last().plusDays(1));
      }
      assertThat(weeks.getFirst().first()).isEqualTo(Nights.next(now, zone));
      assertThat(weeks.stream().mapToLong(Outlook.Night::rows).sum())
          .isEqualTo(outlook.past(Nights.of(weeks.getLast().last(), zone)));
      assertThat(outlook.ages(zone).values().stream().mapToLong(n -> n).sum()).isEqualTo(99);
    }
  }

  @Test
  void anAgeIsCountedToItsOwnNight() {
    ZoneId zone = ZoneId.of("Europe/Paris");
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    LocalDate first = Nights.next(now, zone);
    for (long nights : new long[] {6, 27, 83, 182, 365, 730, 1096, 1826}) {
      assertThat(Outlook.instants(now, zone)).contains(Nights.of(first.plusDays(nights), zone));
    }
  }
}
