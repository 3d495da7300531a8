package dev.upheld.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.law.Deadlines.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regulation 1182/71, the GDPR and law 09-08 on the days that are hard to count. */
class DeadlinesTest {
  private final Packs packs = Packs.builtIn();

  private JurisdictionPack pack(String id) {
    return packs.pack(id).orElseThrow();
  }

  private Deadline deadline(String pack, RightId right, Request request) {
    JurisdictionPack law = pack(pack);
    return Deadlines.of(law.deadline(right).orElseThrow(), law.calendar().orElseThrow(), request);
  }

  private Deadline access(String pack, String received) {
    return deadline(pack, RightId.ACCESS, Request.received(LocalDate.parse(received)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-05, 2026-04-05, 2026-04-07", // Easter Sunday, then Easter Monday
    "2026-08-31, 2026-09-30, 2026-09-30", // no 31 September
    "2026-01-31, 2026-02-28, 2026-03-02", // no 31 February, and the 28th is a Saturday
    "2028-01-31, 2028-02-29, 2028-02-29", // leap year
    "2026-02-28, 2026-03-28, 2026-03-30", // the last day of a month does not become one
    "2025-12-01, 2026-01-01, 2026-01-02" // New Year
  })
  void oneMonthFromReceipt(String received, String counted, String due) {
    for (String pack : List.of("fr", "fi")) {
      DueDate plain = access(pack, received).plain().orElseThrow();
      assertThat(plain.counted()).as(pack).isEqualTo(counted);
      assertThat(plain.due()).as(pack).isEqualTo(due);
      assertThat(plain.latest()).as(pack).isEqualTo(due);
      assertThat(plain.covered()).as(pack).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-04-30, 2026-04-30", // from receipt: counted from 28 February it would be the
    // 28th
    "2026-11-30, 2027-02-28, 2027-03-01", // a Sunday
    "2025-11-30, 2026-02-28, 2026-03-02" // a Saturday
  })
  void twoFurtherMonthsCountFromReceipt(String received, String counted, String due) {
    DueDate extended = access("fr", received).extended().orElseThrow();
    assertThat(extended.counted()).isEqualTo(counted);
    assertThat(extended.due()).isEqualTo(due);
  }

  @Test
  void anExtensionIsAnnouncedWithinTheFirstMonthWithoutRolling() {
    assertThat(access("fr", "2026-01-31").extensionNoticeBy())
        .contains(LocalDate.parse("2026-02-28"));
    assertThat(access("ma-09-08", "2026-01-31").extensionNoticeBy()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-06, 2026-01-06, 2026-01-07, 2026-01-06",
    "2026-04-08, 2026-05-08, 2026-05-08, 2026-05-11"
  })
  void holidaysAreThoseOfTheCountry(String received, String counted, String fi, String fr) {
    assertThat(access("fi", received).plain().orElseThrow().due()).isEqualTo(fi);
    assertThat(access("fr", received).plain().orElseThrow().due()).isEqualTo(fr);
    assertThat(access("fr", received).plain().orElseThrow().counted()).isEqualTo(counted);
  }

  @Test
  void withoutACountryOnlyWeekendsRollAndTheAnswerSaysSo() {
    DueDate plain = access("eu-gdpr", "2026-03-05").plain().orElseThrow();
    assertThat(plain.due()).isEqualTo("2026-04-06");
    assertThat(plain.covered()).isFalse();
  }

  @Test
  void suspensionShowsBothDatesAndSteersByTheEarlier() {
    Pause pause = pause(SuspensionGround.IDENTITY, "2026-06-03", "2026-06-10");
    Deadline deadline = answer("fr", "2026-06-01", pause);
    assertThat(deadline.plain().orElseThrow().due()).isEqualTo("2026-07-01");
    assertThat(deadline.suspended().orElseThrow().due()).isEqualTo("2026-07-08");
    assertThat(deadline.extendedSuspended().orElseThrow().due()).isEqualTo("2026-09-08");
    assertThat(deadline.steerBy()).contains(LocalDate.parse("2026-07-01"));
  }

  @Test
  void pausesThatOverlapCountOnce() {
    Deadline deadline =
        answer(
            "eu-gdpr",
            "2026-06-01",
            pause(SuspensionGround.CLARIFICATION, "2026-06-05", "2026-06-12"),
            pause(SuspensionGround.IDENTITY, "2026-06-03", "2026-06-10"));
    assertThat(deadline.suspended().orElseThrow().counted()).isEqualTo("2026-07-10");
  }

  @Test
  void onlyPromptQuestionsOnTheRightGroundInTimeStopTheClock() {
    Pause late =
        new Pause(
            SuspensionGround.IDENTITY,
            LocalDate.parse("2026-06-20"),
            Optional.of(LocalDate.parse("2026-06-25")),
            false);
    Pause clarification = pause(SuspensionGround.CLARIFICATION, "2026-06-03", "2026-06-10");
    Pause afterTheEnd = pause(SuspensionGround.IDENTITY, "2026-07-02", "2026-07-20");
    Deadline deadline = answer("fr", "2026-06-01", late, clarification, afterTheEnd);
    assertThat(deadline.suspended()).isEqualTo(deadline.plain());
  }

  @Test
  void anOpenPauseRunsUntilToday() {
    Pause open =
        new Pause(SuspensionGround.IDENTITY, LocalDate.parse("2026-06-03"), Optional.empty(), true);
    LocalDate received = LocalDate.parse("2026-06-01");
    Request request = new Request(received, List.of(open), LocalDate.parse("2026-06-08"));
    Deadline deadline = deadline("fr", RightId.ACCESS, request);
    assertThat(deadline.suspended().orElseThrow().counted()).isEqualTo("2026-07-06");
  }

  @Test
  void aPauseCannotEndBeforeItBegins() {
    assertThatThrownBy(() -> pause(SuspensionGround.IDENTITY, "2026-06-03", "2026-06-02"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Pause pause(SuspensionGround ground, String asked, String answered) {
    return new Pause(ground, LocalDate.parse(asked), Optional.of(LocalDate.parse(answered)), true);
  }

  private Deadline answer(String pack, String received, Pause... pauses) {
    LocalDate day = LocalDate.parse(received);
    return deadline(pack, RightId.ERASURE, new Request(day, List.of(pauses), day.plusDays(30)));
  }

  @Test
  void clearDaysCountNeitherEnd() {
    Deadline deadline =
        deadline("ma-09-08", RightId.ERASURE, Request.received(LocalDate.parse("2026-03-02")));
    assertThat(deadline.plain().orElseThrow().counted()).isEqualTo("2026-03-13");
    assertThat(deadline.target()).contains(LocalDate.parse("2026-03-12"));
    assertThat(deadline.steerBy()).contains(LocalDate.parse("2026-03-12"));
    assertThat(deadline.rule().answer().mayBind()).isFalse();
  }

  @Test
  void whatWasNotReadInASourceNeverMovesADeadlineLater() {
    // D+11 is Saturday 21 March 2026; the rolling rule is recited and the feast only expected
    DueDate due =
        deadline("ma-09-08", RightId.ERASURE, Request.received(LocalDate.parse("2026-03-10")))
            .plain()
            .orElseThrow();
    assertThat(due.counted()).isEqualTo("2026-03-21");
    assertThat(due.due()).isEqualTo("2026-03-21");
    assertThat(due.latest()).isEqualTo("2026-03-23");
    assertThat(due.covered()).isTrue();
  }

  @Test
  void outsideTheListedYearsTheCalendarSaysThatItDoesNotKnow() {
    DueDate due =
        deadline("ma-09-08", RightId.ERASURE, Request.received(LocalDate.parse("2028-03-01")))
            .plain()
            .orElseThrow();
    assertThat(due.covered()).isFalse();
    assertThat(due.due()).isEqualTo("2028-03-12");
  }

  @Test
  void withoutAFigureThereIsOnlyTheTarget() {
    Deadline access = access("ma-09-08", "2026-03-02");
    assertThat(access.plain()).isEmpty();
    assertThat(access.steerBy()).contains(LocalDate.parse("2026-03-12"));
    Deadline heirs =
        deadline("fr", RightId.POST_MORTEM, Request.received(LocalDate.parse("2026-03-02")));
    assertThat(heirs.plain()).isEmpty();
    assertThat(heirs.steerBy()).contains(LocalDate.parse("2026-04-02"));
  }

  @Test
  void atOnceIsTheSameDayEvenOnASunday() {
    LocalDate sunday = LocalDate.parse("2026-03-01");
    for (RightId right : List.of(RightId.WITHDRAW_CONSENT, RightId.OBJECTION_MARKETING)) {
      assertThat(deadline("fr", right, Request.received(sunday)).steerBy()).contains(sunday);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-23T15:20+02:00, 2026-10-26T14:20+01:00", // the clocks go back
    "2026-03-27T15:20+01:00, 2026-03-30T16:20+02:00", // and forward
    "2026-06-05T12:00+02:00, 2026-06-08T12:00+02:00" // a weekend does not matter
  })
  void seventyTwoHoursRunOnTheTimeLine(String aware, String end) {
    BreachClock clock = pack("fr").breach(BreachClock.Recipient.AUTHORITY).orElseThrow();
    Span.Hours hours = (Span.Hours) clock.within().value();
    Instant due = Deadlines.clock(hours, OffsetDateTime.parse(aware).toInstant());
    OffsetDateTime shown = due.atZone(ZoneId.of("Europe/Paris")).toOffsetDateTime();
    assertThat(shown).isEqualTo(OffsetDateTime.parse(end));
    assertThat(shown.getOffset()).isEqualTo(OffsetDateTime.parse(end).getOffset());
  }
}
