package dev.upheld.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  private static final LocalDate EVENT = LocalDate.of(2026, 1, 31);

  private static Span span(String text) {
    return Span.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "1 month, 2026-02-28",
    "2 years, 2028-01-31",
    "10 days, 2026-02-10",
    "2 weeks, 2026-02-14",
    "10 clear days, 2026-02-11",
    "immediately, 2026-01-31"
  })
  void lastDay(String text, String last) {
    assertThat(span(text).lastDay(EVENT)).contains(LocalDate.parse(last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"72 hours", "no figure: without undue delay"})
  void someHaveNoLastDay(String text) {
    assertThat(span(text).lastDay(EVENT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "month",
        "0 months",
        "-1 month",
        "1 fortnight",
        "1.5 years",
        "99999 days",
        "1month"
      })
  void refusesWhatIsNoLength(String text) {
    assertThat(Span.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 month",
        "25 months",
        "2 years",
        "10 days",
        "1 clear day",
        "72 hours",
        "immediately"
      })
  void wordsReadBack(String text) {
    assertThat(span(text).words()).isEqualTo(text);
    assertThat(span("no figure: Without delay").words()).isEqualTo("Without delay");
  }

  @Test
  void onlyLikeAddsToLike() {
    assertThat(span("1 month").then(span("2 months"))).contains(new Span.Months(3));
    assertThat(span("45 days").then(span("45 days"))).contains(new Span.Days(90));
    assertThat(span("1 hour").then(span("2 hours"))).contains(new Span.Hours(3));
    assertThat(span("1 clear day").then(span("2 clear days"))).contains(new Span.ClearDays(3));
    assertThat(span("1 month").then(span("10 days"))).isEmpty();
    assertThat(span("immediately").then(span("1 day"))).isEmpty();
    assertThat(span("no figure: soon").then(span("1 day"))).isEmpty();
  }

  @Test
  void comparesWithWhatACharterPromises() {
    assertThat(span("25 months").period()).contains(Period.of(2, 1, 0));
    assertThat(span("10 clear days").period()).contains(Period.ofDays(11));
    assertThat(span("immediately").period()).contains(Period.ZERO);
    assertThat(span("72 hours").period()).isEmpty();
    assertThat(span("71 hours").duration()).contains(Duration.ofHours(71));
    assertThat(span("1 month").duration()).isEmpty();
  }
}
