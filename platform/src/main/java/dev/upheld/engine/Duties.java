package dev.upheld.engine;

import dev.upheld.charter.promise.Limit;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Held;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Turn;
import dev.upheld.datamap.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which duties to keep bind which rows of a place. Several laws may want one row, each for fields
 * of its own and for its own time, so every set of duties that occurs has a fate: a bit for each
 * duty.
 */
final class Duties {
  private static final int MOST = 20;

  private final Place place;
  private final List<Decision.Duty> all;

  Duties(Place place, List<Decision.Duty> all) {
    if (all.size() > MOST) {
      throw EngineProblem.MAP.because(
          place.at() + ": more than " + MOST + " duties to keep meet in " + place.id() + ".",
          "Bind what they cover to places of their own.");
    }
    this.place = place;
    this.all = all;
  }

  private static int fate(int duties) {
    return duties == 0 ? Fate.GOES : Fate.KEPT + duties - 1;
  }

  /** Fields that must stay in rows of that fate. */
  Set<String> fields(int fate) {
    return fate < Fate.KEPT ? Set.of() : covered(fate - Fate.KEPT + 1);
  }

  private Set<String> covered(int duties) {
    return IntStream.range(0, all.size())
        .filter(i -> (duties & 1 << i) != 0)
        .mapToObj(i -> all.get(i).fields())
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  /** Gives each free row the fate of the duties that bind it, and tells what each duty keeps. */
  List<Kept> judge(ActSession session, RowSet set, SystemWork.Time time) {
    List<Kept> kept = new ArrayList<>();
    Set<Integer> occurring = new TreeSet<>(Set.of(0));
    for (int i = 0; i < all.size(); i++) {
      Decision.Duty duty = all.get(i);
      BoundLimit limit = BoundLimit.of(duty.limit(), place, time.charter(), time.now());
      List<Held> each = new ArrayList<>();
      for (int before : List.copyOf(occurring)) {
        if (before == 0 || !covered(before).containsAll(duty.fields())) {
          int with = before | 1 << i;
          Held held = hold(session, set, limit, new Turn(fate(before), fate(with)), time);
          if (held.rows() > 0) {
            each.add(held);
            occurring.add(with);
          }
        }
      }
      if (!each.isEmpty()) {
        kept.add(kept(duty, each, time));
      }
    }
    return kept;
  }

  /** Where nothing tells a row's time, every row is held. */
  private static Held hold(
      ActSession session, RowSet set, BoundLimit limit, Turn turn, SystemWork.Time time) {
    if (limit.due().isPresent()) {
      return session.hold(set, limit.due().get(), turn, time.now(), time.system());
    }
    long rows = session.fates(set).getOrDefault(turn.from(), 0L);
    session.turn(set, turn.from(), turn.to());
    return new Held(rows, rows, Optional.empty(), Optional.empty());
  }

  private static Kept kept(Decision.Duty duty, List<Held> each, SystemWork.Time time) {
    Optional<Instant> earliest =
        each.stream().flatMap(h -> h.earliest().stream()).min(Comparator.naturalOrder());
    Optional<Instant> latest =
        each.stream().flatMap(h -> h.latest().stream()).max(Comparator.naturalOrder());
    return new Kept(
        each.stream().mapToLong(Held::rows).sum(),
        duty.reason(),
        end(duty, earliest, time),
        end(duty, latest, time),
        each.stream().mapToLong(Held::open).sum(),
        Optional.of(duty.by()));
  }

  private static Optional<LocalDate> end(
      Decision.Duty duty, Optional<Instant> clock, SystemWork.Time time) {
    return Stream.of(duty.limit())
        .filter(Limit.After.class::isInstance)
        .map(Limit.After.class::cast)
        .flatMap(after -> clock.stream().map(at -> PastLimit.end(after.term(), time.charter(), at)))
        .map(at -> at.atZone(time.charter()).toLocalDate())
        .findFirst();
  }
}
