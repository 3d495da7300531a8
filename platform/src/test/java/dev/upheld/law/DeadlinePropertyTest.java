package dev.upheld.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.law.Deadlines.Request;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every receipt, every pause and every pack. */
class DeadlinePropertyTest {
  private static final long SEED = 1182_71L;
  private static final int ROUNDS = 3_000;
  private static final List<SuspensionGround> GROUNDS = List.of(SuspensionGround.values());

  private final Packs packs = Packs.builtIn();

  /** One case: a rule of a pack and a request. */
  private record Case(JurisdictionPack pack, DeadlineRule rule, Request request) {
    Deadline deadline() {
      return Deadlines.of(rule, calendar(), request);
    }

    WorkingCalendar calendar() {
      return pack.calendar().orElseThrow();
    }

    Case received(LocalDate day) {
      return new Case(pack, rule, Request.received(day));
    }
  }

  private interface Check {
    void check(Case random);
  }

  private void forAll(Check check) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Case next = next(random);
      try {
        check.check(next);
      } catch (AssertionError e) {
        throw new AssertionError("seed %d round %d: %s".formatted(SEED, round, next), e);
      }
    }
  }

  private Case next(Random random) {
    JurisdictionPack pack = packs.all().get(random.nextInt(packs.all().size()));
    DeadlineRule rule = pack.deadlines().get(random.nextInt(pack.deadlines().size()));
    LocalDate received = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(365 * 12));
    List<Pause> pauses = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      LocalDate asked = received.plusDays(random.nextInt(40));
      Optional<LocalDate> answered =
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(asked.plusDays(random.nextInt(30)));
      SuspensionGround ground = GROUNDS.get(random.nextInt(GROUNDS.size()));
      pauses.add(new Pause(ground, asked, answered, random.nextInt(5) > 0));
    }
    return new Case(pack, rule, new Request(received, pauses, received.plusDays(20)));
  }

  private static List<DueDate> all(Deadline deadline) {
    return Stream.of(
            deadline.plain(),
            deadline.suspended(),
            deadline.extended(),
            deadline.extendedSuspended())
        .flatMap(Optional::stream)
        .toList();
  }

  @Test
  void nothingIsDueBeforeItIsCounted() {
    forAll(
        c ->
            assertThat(all(c.deadline()))
                .allSatisfy(
                    due -> {
                      assertThat(due.counted()).isAfterOrEqualTo(c.request().received());
                      assertThat(due.due()).isAfterOrEqualTo(due.counted());
                      assertThat(due.latest()).isAfterOrEqualTo(due.due());
                    }));
  }

  @Test
  void whatRollsEndsOnAWorkingDayAndSkipsOnlyDaysOff() {
    forAll(
        c -> {
          if (c.rule().roll().value() == Roll.NEXT_WORKING_DAY) {
            for (DueDate due : all(c.deadline())) {
              assertThat(c.calendar().isWorkingDay(due.latest())).isTrue();
              assertThat(due.counted().datesUntil(due.latest()))
                  .noneMatch(c.calendar()::isWorkingDay);
            }
          }
        });
  }

  @Test
  void aLaterReceiptIsNeverDueEarlier() {
    forAll(
        c -> {
          LocalDate received = c.request().received();
          List<DueDate> today = all(c.received(received).deadline());
          List<DueDate> tomorrow = all(c.received(received.plusDays(1)).deadline());
          assertThat(tomorrow).hasSameSizeAs(today);
          for (int i = 0; i < today.size(); i++) {
            assertThat(tomorrow.get(i).due()).isAfterOrEqualTo(today.get(i).due());
            assertThat(tomorrow.get(i).latest()).isAfterOrEqualTo(today.get(i).latest());
          }
        });
  }

  @Test
  void suspensionAndExtensionOnlyAdd() {
    forAll(
        c -> {
          Deadline d = c.deadline();
          d.plain()
              .ifPresent(
                  plain -> {
                    assertThat(d.suspended().orElseThrow().due()).isAfterOrEqualTo(plain.due());
                    d.extended().ifPresent(e -> assertThat(e.due()).isAfter(plain.due()));
                    d.extendedSuspended()
                        .ifPresent(
                            e ->
                                assertThat(e.due())
                                    .isAfterOrEqualTo(d.suspended().orElseThrow().due()));
                    assertThat(d.steerBy().orElseThrow()).isBeforeOrEqualTo(plain.due());
                  });
        });
  }

  @Test
  void suspensionAddsNoMoreThanTheDaysAsked() {
    forAll(
        c -> {
          long asked =
              c.request().pauses().stream()
                  .mapToLong(
                      p -> {
                        LocalDate end = p.answered().orElse(c.request().today());
                        return Math.max(0, end.toEpochDay() - p.asked().toEpochDay());
                      })
                  .sum();
          Deadline d = c.deadline();
          d.plain()
              .ifPresent(
                  plain ->
                      assertThat(d.suspended().orElseThrow().counted())
                          .isBeforeOrEqualTo(plain.counted().plusDays(asked)));
        });
  }

  @Test
  void theOrderOfPausesDoesNotMatter() {
    forAll(
        c -> {
          Request r = c.request();
          Request reversed = new Request(r.received(), r.pauses().reversed(), r.today());
          assertThat(new Case(c.pack(), c.rule(), reversed).deadline()).isEqualTo(c.deadline());
        });
  }

  @Test
  void aYearTheCalendarDoesNotCoverIsNeverCalledCovered() {
    forAll(
        c ->
            all(c.deadline()).stream()
                .filter(due -> due.covered() && c.rule().roll().value() != Roll.NONE)
                .forEach(due -> assertThat(c.calendar().covers(due.counted().getYear())).isTrue()));
  }
}
