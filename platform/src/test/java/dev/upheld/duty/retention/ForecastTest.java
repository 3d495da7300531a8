package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.RunWindow;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether the hours suffice is what adding up by hand says. */
class ForecastTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);

  private static List<Outlook.Night> nights(long... rows) {
    List<Outlook.Night> nights = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      nights.add(new Outlook.Night(FIRST.plusDays(i), FIRST.plusDays(i), rows[i]));
    }
    return nights;
  }

  private static Hours hours(int length, long perSecond) {
    LocalTime from = LocalTime.of(22, 0);
    return new Hours(
        new RunWindow(
            length == 24
                ? Optional.empty()
                : Optional.of(new RunWindow.Hours(from, from.plusHours(length))),
            perSecond),
        ZoneId.of("Europe/Paris"),
        "shop");
  }

  private static Optional<Speed> speed(long rows, long seconds) {
    return Optional.of(new Speed(rows, Duration.ofSeconds(seconds)));
  }

  @Test
  void byHand() {
    // 10 rows in a second, one hour: 36,000 in a night
    Optional<Speed> ten = speed(5_000, 500);
    assertThat(Forecast.of(nights(36_000, 36_000, 0), hours(1, 0), ten))
        .isEqualTo(new Forecast.Enough(36_000));
    assertThat(Forecast.of(nights(100, 50_000, 20_000, 10_000, 5), hours(1, 0), ten))
        .isEqualTo(new Forecast.TooShort(FIRST.plusDays(1), 50_000, 36_000, Optional.of(2), 4));
    assertThat(Forecast.of(nights(100_000, 0, 0), hours(1, 0), ten))
        .as("what is overdue counts")
        .isEqualTo(new Forecast.TooShort(FIRST, 100_000, 36_000, Optional.of(3), 3));
    assertThat(Forecast.of(nights(40_000, 40_000), hours(1, 0), ten))
        .isEqualTo(new Forecast.TooShort(FIRST, 40_000, 36_000, Optional.empty(), 2));
    assertThat(Forecast.of(nights(100_000), hours(24, 0), ten))
        .as("without hours, a whole day")
        .isEqualTo(new Forecast.Enough(864_000));
  }

  @Test
  void theLimitOfTheSystemCountsWhereItIsLower() {
    assertThat(Forecast.of(nights(5_000), hours(1, 1), speed(5_000, 500)))
        .isEqualTo(new Forecast.TooShort(FIRST, 5_000, 3_600, Optional.empty(), 1));
    assertThat(Forecast.of(nights(5_000), hours(1, 100), speed(5_000, 500)))
        .isEqualTo(new Forecast.Enough(36_000));
  }

  @Test
  void whatNobodyMeasuredIsNotForetold() {
    assertThat(Forecast.of(nights(1_000_000), hours(1, 0), Optional.empty()))
        .isEqualTo(new Forecast.Unmeasured());
    assertThat(Forecast.of(nights(3_600), hours(1, 1), Optional.empty()))
        .as("the limit suffices, and nobody knows whether it is reached")
        .isEqualTo(new Forecast.Unmeasured());
    assertThat(Forecast.of(nights(3_601), hours(1, 1), Optional.empty()))
        .as("not even at its limit")
        .isInstanceOf(Forecast.TooShort.class);
  }

  /**
   * What is left after a night is the most that any stretch of nights up to it brings beyond what
   * can go in it.
   */
  private static long left(List<Outlook.Night> nights, int until, long perNight) {
    long most = 0;
    for (int from = 0; from <= until; from++) {
      long came = nights.subList(from, until + 1).stream().mapToLong(Outlook.Night::rows).sum();
      most = Math.max(most, came - perNight * (until - from + 1));
    }
    return most;
  }

  @Test
  void ofAnyNightsItSaysWhatStretchesOfThemSay() {
    Random random = new Random(1);
    int tooShort = 0;
    for (int round = 0; round < 5_000; round++) {
      long[] rows = new long[1 + random.nextInt(14)];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = random.nextInt(4) == 0 ? random.nextInt(9_000) : random.nextInt(2_000);
      }
      List<Outlook.Night> nights = nights(rows);
      int length = 1 + random.nextInt(24);
      long limit = random.nextInt(3) == 0 ? 1L + random.nextInt(2) : 0;
      long seconds = 1_000L + random.nextInt(40_000);
      long measured = 1_000L * length * 3_600 / seconds;
      long perNight = limit == 0 ? measured : Math.min(measured, limit * length * 3_600);
      Forecast forecast = Forecast.of(nights, hours(length, limit), speed(1_000, seconds));
      int first = 0;
      while (first < rows.length && left(nights, first, perNight) == 0) {
        first++;
      }
      if (first == rows.length) {
        assertThat(forecast).isEqualTo(new Forecast.Enough(perNight));
      } else {
        tooShort++;
        int over = first;
        while (over < rows.length && left(nights, over, perNight) > 0) {
          over++;
        }
        Optional<Integer> needed =
            over < rows.length ? Optional.of(over - first + 1) : Optional.empty();
        assertThat(forecast)
            .isEqualTo(
                new Forecast.TooShort(
                    FIRST.plusDays(first),
                    left(nights, first, perNight) + perNight,
                    perNight,
                    needed,
                    rows.length - first));
      }
    }
    assertThat(tooShort).isBetween(500, 4_500);
  }
}
