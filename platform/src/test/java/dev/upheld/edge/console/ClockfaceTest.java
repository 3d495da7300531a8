package dev.upheld.edge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Dates and times as people of each language read them. */
class ClockfaceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:20:00Z");

  private final Clockface english = clock(Language.EN);
  private final Clockface french = clock(Language.FR);

  private static Clockface clock(Language language) {
    return new Clockface(Words.of(language), language, ZoneId.of("Europe/Paris"), NOW);
  }

  @Test
  void nearDaysHaveNamesAndFarOnesDates() {
    assertThat(english.when(NOW)).isEqualTo("today, 10:20");
    assertThat(french.when(NOW.minus(Duration.ofDays(1)))).isEqualTo("hier à 10:20");
    assertThat(english.dayName(NOW.minus(Duration.ofDays(6)))).isEqualTo("Monday");
    assertThat(english.dayName(NOW.plus(Duration.ofDays(3)))).isEqualTo("next Wednesday");
    assertThat(french.dayName(NOW.plus(Duration.ofDays(3)))).isEqualTo("mercredi prochain");
    assertThat(english.dayName(NOW.minus(Duration.ofDays(7)))).isEqualTo("15 November");
    assertThat(english.dayName(NOW.minus(Duration.ofDays(365)))).isEqualTo("22 November 2025");
    assertThat(french.date(NOW)).isEqualTo("22 novembre 2026");
  }

  @Test
  void theDayIsThatOfTheTimeZone() {
    Instant lateInUtc = Instant.parse("2026-11-21T23:30:00Z");
    assertThat(english.when(lateInUtc)).isEqualTo("today, 00:30");
    assertThat(english.days(lateInUtc)).isZero();
    assertThat(english.field(lateInUtc)).isEqualTo("2026-11-22");
  }

  @Test
  void timesAreAsLongAsTheyAre() {
    assertThat(english.lasting(Duration.ofMillis(812))).isEqualTo("0.8 s");
    assertThat(french.lasting(Duration.ofMillis(812))).isEqualTo("0,8 s");
    assertThat(english.lasting(Duration.ofMillis(1))).isEqualTo("0.1 s");
    assertThat(english.lasting(Duration.ofSeconds(61))).isEqualTo("1 minute");
    assertThat(english.lasting(Duration.ofHours(47))).isEqualTo("1 day");
  }
}
