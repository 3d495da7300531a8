package dev.upheld.demo.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

  /** Clock changes, a leap day, month ends, the turn of a year. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-29T01:30:00Z",
        "2026-10-25T00:30:00Z",
        "2028-02-29T12:00:00Z",
        "2027-02-28T23:59:59Z",
        "2026-08-31T00:00:00Z",
        "2026-12-31T23:30:00Z"
      })
  void aRowStaysADayFromItsLimitForADay(String instant) {
    Instant made = Instant.parse(instant);
    Setting setting = new Setting(made, Region.EU, 100);
    for (Period period :
        List.of(Period.ofDays(30), Period.ofDays(180), Period.ofMonths(12), Period.ofYears(5))) {
      Instant oldest = made.minusSeconds(setting.within(period));
      ZonedDateTime later = made.plus(Duration.ofHours(23)).atZone(Setting.ZONE);
      assertThat(oldest).isAfter(later.minus(period).toInstant().plus(Duration.ofHours(23)));
      Instant youngest = made.minusSeconds(setting.beyond(period));
      assertThat(youngest).isBefore(made.atZone(Setting.ZONE).minus(period).toInstant());
    }
  }
}
