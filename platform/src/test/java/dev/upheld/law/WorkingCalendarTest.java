package dev.upheld.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
  private final Packs packs = Packs.builtIn();

  private WorkingCalendar calendar(String pack) {
    return packs.pack(pack).flatMap(JurisdictionPack::calendar).orElseThrow();
  }

  private List<String> holidays(String pack, int year) {
    List<Holiday> all = calendar(pack).holidays();
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> all.stream().anyMatch(h -> h.date().fallsOn(day)))
        .map(day -> day.toString().substring(5))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1961-04-02",
    "1983-04-03",
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2019-04-21",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2028-04-16",
    "2038-04-25",
    "2285-03-22"
  })
  void easterFallsWhereTheTablesSay(LocalDate sunday) {
    assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
  }

  @Test
  void easterIsASundayInSpring() {
    for (int year = 1583; year < 3000; year++) {
      LocalDate sunday = Easter.sunday(year);
      assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
      assertThat(sunday).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
    }
  }

  @Test
  void france() {
    assertThat(holidays("fr", 2026))
        .containsExactly(
            "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01",
            "11-11", "12-25");
    assertThat(holidays("fr", 2008)).hasSize(10); // Ascension fell on 1 May
  }

  @Test
  void finland() {
    assertThat(holidays("fi", 2026))
        .containsExactly(
            "01-01", "01-06", "04-03", "04-05", "04-06", "05-01", "05-14", "05-24", "06-20",
            "10-31", "12-06", "12-25", "12-26");
    assertThat(holidays("fi", 2025)).contains("06-21", "11-01");
    assertThat(holidays("fi", 2020)).contains("06-20", "10-31");
  }

  @Test
  void moroccoKnowsFixedFeastsOfEveryYearAndLunarOnesOfTheListedYearsOnly() {
    assertThat(holidays("ma-09-08", 2026)).contains("01-11", "03-20", "05-27", "08-26", "10-31");
    assertThat(holidays("ma-09-08", 2030))
        .containsExactly(
            "01-01", "01-11", "01-14", "05-01", "07-30", "08-14", "08-20", "08-21", "11-06",
            "11-18");
    assertThat(calendar("ma-09-08").covers(2024)).isFalse();
    assertThat(calendar("ma-09-08").covers(2025)).isTrue();
    assertThat(calendar("ma-09-08").covers(2027)).isTrue();
    assertThat(calendar("ma-09-08").covers(2028)).isFalse();
  }

  @Test
  void expectedFeastsAreMarkedAndDoNotBind() {
    WorkingCalendar morocco = calendar("ma-09-08");
    LocalDate feast = LocalDate.of(2026, 5, 27); // a Wednesday
    assertThat(morocco.isWorkingDay(feast)).isFalse();
    assertThat(morocco.rollBinding(feast)).isEqualTo(feast);
    assertThat(morocco.roll(feast)).isEqualTo(feast.plusDays(2));
    assertThat(morocco.holidays())
        .filteredOn(h -> h.name().confidence() == Confidence.UNVERIFIED)
        .hasSize(21)
        .allMatch(h -> h.date() instanceof HolidayDate.On);
  }

  @Test
  void aWeekNeedsAWorkingDay() {
    assertThatThrownBy(
            () ->
                new WorkingCalendar(
                    Optional.empty(),
                    EnumSet.allOf(DayOfWeek.class),
                    List.of(),
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
