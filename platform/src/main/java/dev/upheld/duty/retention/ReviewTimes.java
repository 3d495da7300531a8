package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.charter.promise.Term;
import dev.upheld.connect.Due;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Place;
import dev.upheld.engine.KeepAt;
import dev.upheld.engine.PastLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When rows that are kept by a reason without a number are to be looked at. A row waits for a
 * review once it is as old as the charter's interval, unless it was there at the last review and
 * the day set then has not come. Where the charter does not say how often, the day a review sets
 * decides, and a row waits until the first one.
 *
 * @param clock what tells how old a row is
 * @param every how often; empty where the charter does not say
 * @param kept the last decision to keep rows
 */
record ReviewTimes(
    BoundClock clock, Optional<Term> every, Optional<Reviewed> kept, KeepAt.Time time) {

  static final String NO_CLOCK =
      "Nothing tells how old its rows are. Bind the clock collected, last-contact or last-activity"
          + " in this place.";

  /** So many days before a review is due, people hear of it. */
  static final int SOON = 14;

  /**
   * Empty where the place has no clock that tells how old a row is, or the data map does not say
   * which rows are meant; see {@link #gap}.
   */
  static Optional<ReviewTimes> of(KeepAt at, Optional<Reviewed> kept) {
    return clock(at.place())
        .filter(_ -> at.isBound())
        .map(clock -> new ReviewTimes(clock, criterion(at.keep()).review(), kept, at.time()));
  }

  /** Why nobody can decide about the rows of a place, where it is so. */
  static Optional<String> gap(KeepAt at) {
    if (!at.isBound()) {
      return at.gaps().stream().findFirst();
    }
    return clock(at.place()).isPresent() ? Optional.empty() : Optional.of(NO_CLOCK);
  }

  /** Whether a promise rests on a reason without a number and nothing else. */
  static boolean speakOf(Keep keep) {
    return keep.limit() instanceof Limit.Criterion;
  }

  static Limit.Criterion criterion(Keep keep) {
    return (Limit.Criterion) keep.limit();
  }

  private static Optional<BoundClock> clock(Place place) {
    return Stream.of("collected", "last-contact", "last-activity")
        .flatMap(event -> Optional.ofNullable(place.clocks().get(event)).stream())
        .findFirst();
  }

  private ZoneId zone() {
    return time.charter();
  }

  LocalDate today() {
    return LocalDate.ofInstant(time.now(), zone());
  }

  /** Rows of before this are old enough to be looked at. */
  Instant old() {
    return every.map(term -> PastLimit.of(term, zone(), time.now())).orElse(time.now());
  }

  /** The last decision, while the day it set has not come. */
  Optional<Reviewed> inForce() {
    return kept.filter(k -> k.next().filter(n -> n.isAfter(today())).isPresent());
  }

  /**
   * Of the rows that are old enough, those of before this need not be looked at yet. Where the
   * charter does not say how often, the day that was set decides about all of them.
   */
  Optional<Instant> covered() {
    return inForce()
        .map(Reviewed::upTo)
        .map(upTo -> every.isPresent() && upTo.isBefore(old()) ? upTo : old());
  }

  Due.Before before(Instant instant) {
    return new Due.Before(clock, instant);
  }

  /** The last day a review may set. */
  LocalDate latest() {
    return every
        .map(term -> LocalDate.ofInstant(PastLimit.end(term, zone(), time.now()), zone()))
        .orElse(today().plusYears(1));
  }

  /** When somebody has to look next, as far as the oldest row tells. */
  Optional<LocalDate> next(Optional<Instant> oldest) {
    return inForce()
        .flatMap(Reviewed::next)
        .or(
            () ->
                oldest.map(
                    o ->
                        LocalDate.ofInstant(
                            every.map(term -> PastLimit.end(term, zone(), o)).orElse(o), zone())));
  }
}
