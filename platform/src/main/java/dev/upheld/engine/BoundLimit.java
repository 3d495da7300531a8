package dev.upheld.engine;

import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Terms;
import dev.upheld.connect.Due;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A promised limit, bound to the clocks of a place.
 *
 * @param due what makes a row past; empty when nothing can be counted. Where only one side of an
 *     "earliest of" is bound, that side: rows past it are past for certain
 * @param missing events the place has no clock for
 */
public record BoundLimit(Optional<Due> due, List<String> missing) {

  public static BoundLimit of(Limit limit, Place place, ZoneId zone, Instant now) {
    List<String> missing = new ArrayList<>();
    Optional<Due> due = new Binder(place, zone, now, missing).bind(limit);
    return new BoundLimit(due, List.copyOf(missing));
  }

  /** The reasons without a number within a limit, one sentence each. */
  public static List<String> criteria(Limit limit) {
    return switch (limit) {
      case Limit.After after -> List.of();
      case Limit.Until until -> List.of();
      case Limit.Earliest earliest ->
          earliest.of().stream().flatMap(l -> criteria(l).stream()).toList();
      case Limit.Latest latest -> latest.of().stream().flatMap(l -> criteria(l).stream()).toList();
      case Limit.Criterion criterion ->
          List.of(
              "\""
                  + criterion.text()
                  + "\" has no number that could be measured: a person must review it"
                  + criterion
                      .review()
                      .map(r -> " every " + Terms.say(r))
                      .orElse(" (how often is not stated)")
                  + "; the server measures whether that happens.");
    };
  }

  private record Binder(Place place, ZoneId zone, Instant now, List<String> missing) {

    Optional<Due> bind(Limit limit) {
      return switch (limit) {
        case Limit.After after ->
            clock(after.from()).map(c -> new Due.Before(c, PastLimit.of(after.term(), zone, now)));
        case Limit.Until until -> clock(until.event()).map(c -> new Due.Before(c, now));
        case Limit.Earliest earliest -> {
          List<Due> bound = all(earliest.of());
          yield bound.isEmpty() ? Optional.empty() : Optional.of(new Due.Any(bound));
        }
        case Limit.Latest latest -> {
          List<Due> bound = all(latest.of());
          yield bound.size() < latest.of().size()
              ? Optional.empty()
              : Optional.of(new Due.All(bound));
        }
        case Limit.Criterion criterion -> Optional.empty();
      };
    }

    private List<Due> all(List<Limit> limits) {
      return limits.stream().flatMap(l -> bind(l).stream()).toList();
    }

    private Optional<BoundClock> clock(String event) {
      Optional<BoundClock> clock = Optional.ofNullable(place.clocks().get(event));
      if (clock.isEmpty() && !missing.contains(event)) {
        missing.add(event);
      }
      return clock;
    }
  }
}
