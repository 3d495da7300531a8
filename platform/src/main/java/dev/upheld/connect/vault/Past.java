package dev.upheld.connect.vault;

import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the time of archived rows is over, by the index of their file. */
final class Past {
  /** As the databases judge it: how far a clock may run ahead before it is not believed. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final VaultIndex index;

  Past(VaultIndex index) {
    this.index = index;
  }

  /** Whether files know the answer at all: they have clocks, and no columns to test. */
  static boolean fits(Question.CountDue question) {
    return question.only().isEmpty()
        && question.exempt().isEmpty()
        && bound(question.due()).allMatch(b -> b.clock() instanceof Clock.Column);
  }

  private static Stream<BoundClock> bound(Due due) {
    return switch (due) {
      case Due.Before before -> Stream.of(before.clock());
      case Due.Any(List<Due> of) -> of.stream().flatMap(Past::bound);
      case Due.All(List<Due> of) -> of.stream().flatMap(Past::bound);
    };
  }

  /** Whether the index knows all clocks that are asked about. */
  boolean knows(Due due) {
    return bound(due).allMatch(b -> index.at(b.clock()) >= 0);
  }

  /** Whether it is over; empty where a clock that must be known says nothing. */
  Optional<Boolean> of(VaultIndex.Entry entry, Due due) {
    return switch (due) {
      case Due.Before(BoundClock clock, Instant limit) -> {
        Optional<Instant> at = clock(entry, clock.clock());
        boolean never = at.isEmpty() && clock.missing() == BoundClock.Missing.NOT_YET;
        yield never ? Optional.of(false) : at.map(i -> i.isBefore(limit));
      }
      case Due.Any(List<Due> of) -> among(entry, of, true);
      case Due.All(List<Due> of) -> of.isEmpty() ? Optional.of(false) : among(entry, of, false);
    };
  }

  /** One that is so decides; else one that is not known leaves it open. */
  private Optional<Boolean> among(VaultIndex.Entry entry, List<Due> of, boolean decides) {
    List<Optional<Boolean>> each = of.stream().map(d -> of(entry, d)).toList();
    if (each.contains(Optional.of(decides))) {
      return Optional.of(decides);
    }
    return each.stream().allMatch(Optional::isPresent) ? Optional.of(!decides) : Optional.empty();
  }

  /** Whether it is over for certain. */
  boolean surely(VaultIndex.Entry entry, Due due) {
    return of(entry, due).orElse(false);
  }

  private Optional<Instant> clock(VaultIndex.Entry entry, Clock clock) {
    int at = index.at(clock);
    return at < 0 ? Optional.empty() : entry.clocks().get(at);
  }

  boolean isAhead(VaultIndex.Entry entry, Question.CountDue question) {
    Instant limit = question.now().plus(AHEAD);
    return clocks(entry, question.due()).anyMatch(i -> i.isAfter(limit));
  }

  /** The instants of all clocks that are asked about. */
  Stream<Instant> clocks(VaultIndex.Entry entry, Due due) {
    return bound(due).flatMap(b -> clock(entry, b.clock()).stream());
  }
}
