package dev.upheld.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts periods by Regulation 1182/71 and, for clear days, by Moroccan usage. Pure: today is an
 * argument.
 */
public final class Deadlines {
  private Deadlines() {}

  /**
   * A request and what stopped its clock.
   *
   * @param received the day it reached the organisation
   * @param pauses in any order; they may overlap
   * @param today how far a pause that is still open is counted
   */
  public record Request(LocalDate received, List<Pause> pauses, LocalDate today) {
    public Request {
      pauses = List.copyOf(pauses);
    }

    /** A request whose clock was never stopped. */
    public static Request received(LocalDate received) {
      return new Request(received, List.of(), received);
    }
  }

  /** Every date of one request under one rule. */
  public static Deadline of(DeadlineRule rule, WorkingCalendar calendar, Request request) {
    LocalDate received = request.received();
    Optional<LocalDate> base = rule.answer().value().lastDay(received);
    Optional<LocalDate> longer =
        rule.extension()
            .filter(Sourced::mayBind)
            .flatMap(more -> rule.answer().value().then(more.value()))
            .flatMap(span -> span.lastDay(received));
    Optional<LocalDate> target = rule.target().flatMap(t -> t.value().lastDay(received));
    return new Deadline(
        rule,
        received,
        target,
        base.map(end -> DueDate.of(end, rule.roll(), calendar)),
        base.map(end -> DueDate.of(pushed(end, rule, request), rule.roll(), calendar)),
        longer.map(end -> DueDate.of(end, rule.roll(), calendar)),
        longer.map(end -> DueDate.of(pushed(end, rule, request), rule.roll(), calendar)));
  }

  /**
   * The end of a period in hours: added on the time line, so that a change of the clocks neither
   * gives nor takes an hour. Days off do not move it (Regulation 1182/71 Art. 3(4)).
   */
  public static Instant clock(Span.Hours hours, Instant event) {
    return event.plus(hours.count(), ChronoUnit.HOURS);
  }

  /** The end moved by the whole days the clock stood still; a day in two pauses counts once. */
  private static LocalDate pushed(LocalDate end, DeadlineRule rule, Request request) {
    LocalDate pushed = end;
    LocalDate counted = request.received();
    List<Pause> pauses =
        request.pauses().stream()
            .filter(p -> p.promptly() && rule.suspendedBy().value().contains(p.ground()))
            .sorted(Comparator.comparing(Pause::asked))
            .toList();
    for (Pause pause : pauses) {
      LocalDate from = later(pause.asked(), counted);
      LocalDate to = later(pause.answered().orElse(request.today()), from);
      // a question asked after the end came too late to stop anything
      if (!from.isAfter(pushed)) {
        pushed = pushed.plusDays(ChronoUnit.DAYS.between(from, to));
        counted = to;
      }
    }
    return pushed;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
