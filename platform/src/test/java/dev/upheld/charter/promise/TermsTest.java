package dev.upheld.charter.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Term.Calendar;
import dev.upheld.charter.promise.Term.Exact;
import dev.upheld.charter.promise.TermText.Fits;
import dev.upheld.charter.promise.TermText.Impossible;
import dev.upheld.charter.promise.TermText.Unreadable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {
  private static final long SEED = 1_706L;
  private static final int ROUNDS = 50_000;

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @CsvSource({
    "180 days,P180D",
    "12 months,P12M",
    "1 year,P1Y",
    "2 weeks,P14D",
    "P1Y6M,P1Y6M",
    "P2W,P14D"
  })
  void calendarTerms(String text, String period) {
    assertThat(Terms.parse(text)).contains(new Calendar(Period.parse(period)));
  }

  @ParameterizedTest
  @CsvSource({"72 hours,PT72H", "30 minutes,PT30M", "PT36H,PT36H", "PT1H30M,PT1H30M"})
  void clockTerms(String text, String duration) {
    assertThat(Terms.parse(text)).contains(new Exact(Duration.parse(duration)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "days",
        "180",
        "180days",
        "180  days",
        " 180 days",
        "a year",
        "1.5 years",
        "P",
        "PT",
        "P1",
        "1 fortnight",
        "12 months to",
        "to 12 months",
        "1 day to 2 days to 3 days",
        "9999999 days",
        "180 DAYS",
        "P1.5D",
        "١ day"
      })
  void whatIsNoTerm(String text) {
    assertThat(Terms.read(text)).isEqualTo(new Unreadable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 days",
        "-1 days",
        "-P1D",
        "P0D",
        "PT0H",
        "201 years",
        "999999 days",
        "P200Y6M",
        "P1DT1H",
        "2 years to 1 year",
        "24 hours to 2 days",
        "0 days to 1 day",
        "1 day to 0 days"
      })
  void whatCannotBePromised(String text) {
    assertThat(Terms.read(text)).isInstanceOf(Impossible.class);
    assertThat(Terms.parse(text)).isEmpty();
  }

  @Test
  void aRangeKeepsBothEnds() {
    assertThat(Terms.read("12 months to 2 years"))
        .isEqualTo(new Fits(new Calendar(Period.ofMonths(12)), new Calendar(Period.ofYears(2))));
    assertThat(Terms.parse("12 months to 2 years")).isEmpty();
  }

  @Test
  void whatIsSaidIsReadBack() {
    Map<String, Integer> most =
        Map.of(
            "minute", 1_000, "hour", 9_000, "day", 70_000, "week", 9_000, "month", 2_300, "year",
            199);
    List<String> units = most.keySet().stream().sorted().toList();
    for (int round = 0; round < ROUNDS; round++) {
      String unit = units.get(random.nextInt(units.size()));
      int count = 1 + random.nextInt(most.getOrDefault(unit, 1));
      String text = count + " " + unit + (random.nextBoolean() ? "s" : "");
      Term term = Terms.parse(text).orElseThrow(() -> new AssertionError(seed(text)));
      String said = Terms.say(term);
      if (!said.contains(" and ")) {
        assertThat(Terms.parse(said)).as(seed(text)).contains(term);
      }
      Term iso = Terms.parse(iso(term)).orElseThrow(() -> new AssertionError(seed(text)));
      assertThat(Terms.canonical(iso)).as(seed(text)).isEqualTo(Terms.canonical(term));
    }
  }

  @Test
  void leastAndMostDaysHoldWheneverATermBegins() {
    for (int round = 0; round < ROUNDS; round++) {
      Period period = Period.of(random.nextInt(20), random.nextInt(40), random.nextInt(400));
      LocalDate from = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(30_000));
      long days = ChronoUnit.DAYS.between(from, from.plus(period));
      Term term = new Calendar(period);
      assertThat(days)
          .as(seed(period + " from " + from))
          .isBetween(Terms.leastDays(term), Terms.mostDays(term));
      assertThat(Terms.mostDays(term) - Terms.leastDays(term)).isLessThanOrEqualTo(9);
    }
  }

  @Test
  void noTextThrows() {
    String letters = "0123456789-PTYMWDH dayshourmonthtoye.\u0000é";
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      if (Terms.read(text.toString()) instanceof Fits(Term shortest, Term longest)) {
        assertThat(Terms.leastDays(shortest)).isLessThanOrEqualTo(Terms.mostDays(longest));
        assertThat(text.toString()).as(seed(text.toString())).matches(Terms.FORM);
      }
    }
  }

  @Test
  void equalLengthsHaveOneCanonicalForm() {
    assertThat(Terms.canonical(term("12 months"))).isEqualTo(Terms.canonical(term("1 year")));
    assertThat(Terms.canonical(term("P1Y6M"))).isEqualTo(Terms.canonical(term("18 months")));
    assertThat(Terms.canonical(term("90 minutes"))).isEqualTo(Terms.canonical(term("PT1H30M")));
    assertThat(Terms.canonical(term("30 days"))).isNotEqualTo(Terms.canonical(term("1 month")));
    assertThat(Terms.canonical(term("24 hours"))).isNotEqualTo(Terms.canonical(term("1 day")));
  }

  @Test
  void saysWhatAPersonReads() {
    assertThat(Terms.say(term("P1Y6M"))).isEqualTo("1 year and 6 months");
    assertThat(Terms.say(term("1 months"))).isEqualTo("1 month");
    assertThat(Terms.say(term("PT90M"))).isEqualTo("1 hour and 30 minutes");
  }

  private static Term term(String text) {
    return Terms.parse(text).orElseThrow();
  }

  private static String iso(Term term) {
    return switch (term) {
      case Calendar(Period period) -> period.toString();
      case Exact(Duration duration) -> "PT%dM".formatted(duration.toMinutes());
    };
  }

  private static String seed(String what) {
    return "seed %d: %s".formatted(SEED, what);
  }
}
