package dev.upheld.duty.request;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Rights;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.promise.Term;
import dev.upheld.law.Deadline;
import dev.upheld.law.DeadlineRule;
import dev.upheld.law.Deadlines;
import dev.upheld.law.DueDate;
import dev.upheld.law.JurisdictionPack;
import dev.upheld.law.Pause;
import dev.upheld.law.WorkingCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dates of a request from every law in force and from the promise. Where they collide the
 * earliest counts; an extension that a law gives does not stretch a promise that names none. Pure.
 */
final class Dates {
  /** Where neither law nor promise names a time, we do not take longer than laws mostly allow. */
  private static final Period OURS = Period.ofMonths(1);

  private final Charter charter;
  private final Clock clock;
  private final List<Candidate> candidates = new ArrayList<>();

  /**
   * When it came and what stopped its clock.
   *
   * @param extended whether an extension was announced
   * @param today how far a pause that is still open is counted
   */
  record Clock(LocalDate received, List<Pause> pauses, boolean extended, LocalDate today) {
    Clock {
      pauses = List.copyOf(pauses);
    }
  }

  private record Candidate(
      LocalDate plain,
      LocalDate suspended,
      Optional<LocalDate> extensionBy,
      Optional<LocalDate> extended,
      LocalDate extendedSuspended,
      boolean lawExtends,
      String rests) {}

  private Dates(Charter charter, Clock clock) {
    this.charter = charter;
    this.clock = clock;
  }

  /** The dates of a request for these rights. */
  static Due of(Charter charter, Collection<String> rights, Clock clock) {
    Dates dates = new Dates(charter, clock);
    rights.forEach(dates::right);
    return dates.due();
  }

  private void right(String right) {
    long paused = 0;
    boolean law = false;
    for (JurisdictionPack pack : charter.law().jurisdictions()) {
      Optional<DeadlineRule> rule = Offers.rule(pack, right);
      if (rule.isPresent() && pack.calendar().isPresent()) {
        Deadline deadline = deadline(rule.get(), pack.calendar().get());
        law(deadline);
        law = true;
        paused = Math.max(paused, paused(deadline));
      }
    }
    Optional<Rights.Right> promise = Offers.promise(charter, right);
    if (promise.isPresent()) {
      promised(promise.get(), paused, law);
    }
  }

  private Deadline deadline(DeadlineRule rule, WorkingCalendar calendar) {
    return Deadlines.of(
        rule, calendar, new Deadlines.Request(clock.received(), clock.pauses(), clock.today()));
  }

  private static long paused(Deadline deadline) {
    return deadline
        .plain()
        .flatMap(
            plain ->
                deadline
                    .suspended()
                    .map(s -> ChronoUnit.DAYS.between(plain.counted(), s.counted())))
        .orElse(0L);
  }

  private void law(Deadline deadline) {
    Optional<LocalDate> plain = earliest(deadline.target(), deadline.plain().map(DueDate::due));
    Optional<LocalDate> suspended =
        earliest(deadline.target(), deadline.suspended().map(DueDate::due));
    if (plain.isEmpty() || suspended.isEmpty()) {
      return; // without undue delay: for a person to judge
    }
    Optional<LocalDate> extended = deadline.extended().map(DueDate::due);
    candidates.add(
        new Candidate(
            plain.get(),
            suspended.get(),
            deadline.extensionNoticeBy(),
            extended.or(() -> plain),
            deadline.extendedSuspended().map(DueDate::due).orElse(suspended.get()),
            extended.isPresent(),
            deadline.rule().reference().article()));
  }

  private void promised(Rights.Right promise, long paused, boolean law) {
    Optional<Term> term = promise.answer().value();
    if (term.isEmpty()) {
      return; // as the law has it
    }
    LocalDate plain = after(clock.received(), term.get());
    Optional<LocalDate> longer = promise.extension().value().map(t -> after(plain, t));
    boolean asTheLaw = law && promise.extension() instanceof Stated.Open<Term>;
    if (asTheLaw && clock.extended()) {
      return;
    }
    LocalDate extended = longer.orElse(plain);
    candidates.add(
        new Candidate(
            plain,
            plain.plusDays(paused),
            Optional.of(plain),
            asTheLaw ? Optional.empty() : Optional.of(extended),
            extended.plusDays(paused),
            false,
            "promise"));
  }

  static LocalDate after(LocalDate day, Term term) {
    return switch (term) {
      case Term.Calendar(Period period) -> day.plus(period);
      case Term.Exact(Duration duration) -> day.plusDays(Math.max(1, duration.toDays()));
    };
  }

  private Due due() {
    if (candidates.isEmpty()) {
      LocalDate ours = clock.received().plus(OURS);
      return new Due(ours, ours, Optional.empty(), Optional.empty(), List.of());
    }
    LocalDate by = candidates.stream().map(this::by).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate suspended =
        candidates.stream().map(this::suspended).min(Comparator.naturalOrder()).orElseThrow();
    Set<String> rests = new LinkedHashSet<>();
    candidates.stream().filter(c -> by(c).equals(by)).forEach(c -> rests.add(c.rests()));
    boolean lawExtends = candidates.stream().anyMatch(Candidate::lawExtends);
    Optional<LocalDate> extended =
        lawExtends
            ? candidates.stream()
                .map(c -> c.extended().orElse(LocalDate.MAX))
                .min(Comparator.naturalOrder())
                .filter(LocalDate.MAX::isAfter)
            : Optional.empty();
    return new Due(
        by,
        suspended.isBefore(by) ? by : suspended,
        lawExtends
            ? candidates.stream()
                .flatMap(c -> c.extensionBy().stream())
                .min(Comparator.naturalOrder())
            : Optional.empty(),
        extended,
        List.copyOf(rests));
  }

  private LocalDate by(Candidate c) {
    return clock.extended() ? c.extended().orElse(c.plain()) : c.plain();
  }

  private LocalDate suspended(Candidate c) {
    return clock.extended() ? c.extendedSuspended() : c.suspended();
  }

  private static Optional<LocalDate> earliest(Optional<LocalDate> one, Optional<LocalDate> other) {
    return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
  }
}
