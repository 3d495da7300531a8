package dev.upheld.engine;

import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Extension;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.connect.act.Keeping;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A promise to keep, bound to the rows of one place: the one place where it is said which rows are
 * past their time. The probe counts by it and retention ends by it.
 *
 * @param meant rows it speaks of; empty means all of the place's
 * @param settled rows it does not speak of, or no more
 * @param asks what must be counted, the first without an extension
 * @param gaps why not all of it can be judged
 */
public record KeepAt(
    Keep keep,
    Place place,
    Optional<Condition> meant,
    List<Condition> settled,
    List<Ask> asks,
    List<String> gaps,
    Time time) {
  public KeepAt {
    settled = List.copyOf(settled);
    asks = List.copyOf(asks);
    gaps = List.copyOf(gaps);
  }

  /**
   * One question.
   *
   * @param extension the reasons to keep longer of the rows it is about; empty for rows without any
   */
  public record Ask(Optional<Reasons> extension, Question.CountDue question) {}

  /**
   * Reasons to keep longer that a row may have at once, each with an end of its own.
   *
   * @param limit when the last of them ends; the promised limit must be over as well
   */
  public record Reasons(List<String> names, Limit limit) {
    public Reasons {
      names = List.copyOf(names);
    }

    /** All that may come together by a promise. */
    public static List<Reasons> of(Keep keep) {
      List<Reasons> all = new ArrayList<>();
      for (Extension extension : keep.extensions()) {
        if (extension.limit().isPresent()) {
          Reasons one = new Reasons(List.of(extension.reason()), extension.limit().get());
          List<Reasons> with = all.stream().map(r -> r.and(one)).toList();
          all.add(one);
          all.addAll(with);
        }
      }
      return all;
    }

    private Reasons and(Reasons one) {
      List<String> together = new ArrayList<>(names);
      together.addAll(one.names);
      return new Reasons(together, new Limit.Latest(List.of(limit, one.limit)));
    }

    @Override
    public String toString() {
      return String.join(" and ", names);
    }
  }

  /**
   * When, and where times are read.
   *
   * @param charter the zone in which days, months and years are counted
   * @param system the zone in which the system writes times
   */
  public record Time(Instant now, ZoneId charter, ZoneId system) {}

  /**
   * Binds.
   *
   * @param promises all of the charter: what one promises may bound what another asks
   */
  public static KeepAt of(
      Keep keep, Place place, Collection<? extends Promise> promises, Time time) {
    return new Binder(keep, place, promises, time, new ArrayList<>()).bind();
  }

  /** What it says of the rows of the place's table. */
  public Keeping keeping() {
    return new Keeping(
        meant, settled, asks.stream().map(Ask::question).toList(), time.now(), time.system());
  }

  /**
   * Whether the data map says which rows it speaks of, and which of them have ended. Where it does
   * not, nobody can count them, and nobody may end them.
   */
  public boolean isBound() {
    return unbound(keep, place).isEmpty() && KeptRows.hiddenEnd(keep, place).isEmpty();
  }

  private static Optional<String> unbound(Keep keep, Place place) {
    return keep.state().filter(s -> !place.states().containsKey(s));
  }

  /**
   * The same, with just those rows past their time that this says, as a person decided; none where
   * the data map does not say which rows they are.
   */
  public KeepAt past(Due due) {
    List<Ask> decided = isBound() ? List.of(new Ask(Optional.empty(), count(due))) : List.of();
    return new KeepAt(keep, place, meant, settled, decided, gaps, time);
  }

  /** How many of its rows are so; those that may stay for a reason of their own are not. */
  public Question.CountDue count(Due due) {
    List<Condition> exempt = new ArrayList<>(settled);
    keep.extensions()
        .forEach(e -> Optional.ofNullable(place.exempt().get(e.reason())).ifPresent(exempt::add));
    return new Question.CountDue(place.table(), due, meant, exempt, time.now(), time.system());
  }

  private record Binder(
      Keep keep,
      Place place,
      Collection<? extends Promise> promises,
      Time time,
      List<String> gaps) {

    KeepAt bind() {
      Optional<String> unbound = unbound(keep, place);
      if (unbound.isPresent()) {
        gaps.add(
            "The data map does not say which rows are "
                + unbound.get()
                + ". Bind it under states, as a test on a column.");
        return bound(List.of(), List.of());
      }
      BoundLimit limit = bind(keep.limit());
      Optional<Field> hidden = KeptRows.hiddenEnd(keep, place);
      if (hidden.isPresent()) {
        gaps.add(
            "Whether "
                + hidden.get().name()
                + " has gone cannot be seen while its row stays. Bind the state "
                + KeptRows.done(keep.then())
                + " to a test on a column.");
        return bound(List.of(), List.of());
      }
      List<Condition> settled = KeptRows.settled(keep, place, promises);
      List<Ask> asks = new ArrayList<>();
      limit.due().ifPresent(due -> asks(due, settled, asks));
      return bound(settled, asks);
    }

    /** A row goes by the ask for just the reasons it has, so that none of them makes it shorter. */
    private void asks(Due due, List<Condition> settled, List<Ask> asks) {
      Map<String, Condition> bound = new LinkedHashMap<>();
      keep.extensions()
          .forEach(
              e ->
                  Optional.ofNullable(place.exempt().get(e.reason()))
                      .ifPresent(condition -> bound.put(e.reason(), condition)));
      asks.add(new Ask(Optional.empty(), ask(due, List.of(), both(settled, bound.values()))));
      for (Reasons reasons : Reasons.of(keep)) {
        if (bound.keySet().containsAll(reasons.names())) {
          Map<String, Condition> rest = new LinkedHashMap<>(bound);
          List<Condition> these = reasons.names().stream().map(rest::remove).toList();
          bind(reasons.limit())
              .due()
              .ifPresent(
                  later ->
                      asks.add(
                          new Ask(
                              Optional.of(reasons),
                              ask(
                                  new Due.All(List.of(due, later)),
                                  these,
                                  both(settled, rest.values())))));
        }
      }
    }

    private static List<Condition> both(List<Condition> some, Collection<Condition> more) {
      List<Condition> all = new ArrayList<>(some);
      all.addAll(more);
      return all;
    }

    private KeepAt bound(List<Condition> settled, List<Ask> asks) {
      return new KeepAt(keep, place, place.meant(keep.state()), settled, asks, gaps, time);
    }

    private BoundLimit bind(Limit limit) {
      BoundLimit bind = BoundLimit.of(limit, place, time.charter(), time.now());
      for (String event : bind.missing()) {
        String gap =
            "The data map binds no clock to " + event + ". Bind it under clocks in this place.";
        if (!gaps.contains(gap)) {
          gaps.add(gap);
        }
      }
      return bind;
    }

    private Question.CountDue ask(Due due, List<Condition> also, List<Condition> exempt) {
      List<Condition> meant = new ArrayList<>();
      place.meant(keep.state()).ifPresent(meant::add);
      meant.addAll(also);
      return new Question.CountDue(
          place.table(), due, Condition.allOf(meant), exempt, time.now(), time.system());
    }
  }
}
