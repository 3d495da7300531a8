package dev.upheld.discover;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.discover.ProposedPlace.Guess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the instants of a place's events are read. */
final class ClockWriter {
  /** Events that happen again and again, each time in a row of its own. */
  private static final Set<String> RECURRING = Set.of("last-contact", "last-activity");

  /** When a row that goes with another came to be. */
  private static final List<String> BEGINNINGS = List.of("sent", "collected");

  /** More tables than this are no longer read by a person. */
  private static final int MOST_TABLES = 4;

  private final CharterSense sense;
  private final Neighbours neighbours;

  ClockWriter(CharterSense sense, Neighbours neighbours) {
    this.sense = sense;
    this.neighbours = neighbours;
  }

  /** The place's own, and for events its activity needs besides those of its neighbours. */
  List<Guess> of(Draft draft) {
    List<Guess> clocks = new ArrayList<>();
    draft.clocks.values().stream()
        .filter(c -> Yaml.canName(c.column()))
        .forEach(
            c ->
                clocks.add(
                    new Guess(
                        c.event(), value(c), PlaceWriter.number(c.confidence()) + ": " + c.why())));
    Set<String> missing =
        new HashSet<>(draft.activity.activity().map(sense::events).orElse(Set.of()));
    missing.removeAll(draft.clocks.keySet());
    for (String event : missing.stream().sorted().toList()) {
      inherited(draft, event).or(() -> latest(draft, event)).ifPresent(clocks::add);
    }
    return clocks;
  }

  private static String value(ClockNames.Seen clock) {
    return switch (clock.reading()) {
      case NATIVE -> Yaml.scalar(clock.column());
      case EPOCH_SECONDS, EPOCH_MILLIS -> epoch(clock);
    };
  }

  private static String epoch(ClockNames.Seen clock) {
    return "{column: " + Yaml.scalar(clock.column()) + ", as: " + clock.reading().id() + "}";
  }

  /** The row's own time is that of the row it goes with: an invoice's line has the invoice's. */
  private Optional<Guess> inherited(Draft draft, String event) {
    for (ProposedLink link : draft.links) {
      Optional<String> clock = neighbours.clock(link.to(), event);
      if (isUsable(link) && clock.isPresent()) {
        String value =
            "{of: "
                + column(link.to(), clock.get())
                + ", via: "
                + columns(link.fromColumns())
                + "}";
        return Optional.of(
            new Guess(event, value, "0.60: its rows go with " + neighbours.idOf(link.to())));
      }
    }
    return Optional.empty();
  }

  /** The last contact with a customer is the latest of what is about that customer. */
  private Optional<Guess> latest(Draft draft, String event) {
    if (!RECURRING.contains(event)) {
      return Optional.empty();
    }
    List<String> ids = new ArrayList<>();
    List<String> clocks = new ArrayList<>();
    for (Draft other : rowsOf(draft)) {
      ProposedLink link = pointing(other, draft).orElseThrow();
      ids.add(other.id);
      clocks.add(
          "{max: %s, via: %s%s}"
              .formatted(
                  column(link.from(), beginning(other).orElseThrow()),
                  columns(link.fromColumns()),
                  clocks.isEmpty() ? orElse(draft, rowsOf(draft).size()) : ""));
    }
    if (clocks.isEmpty()) {
      return Optional.empty();
    }
    String value =
        clocks.size() == 1 ? clocks.getFirst() : "{latest: [" + String.join(", ", clocks) + "]}";
    String why = "0.50: the latest of the rows that go with it in " + String.join(", ", ids);
    return Optional.of(new Guess(event, value, why));
  }

  /** Where nothing goes with a row, its own beginning counts. */
  private String orElse(Draft draft, int tables) {
    return tables > 1
        ? ""
        : neighbours
            .clock(draft.seen.table().name(), "collected")
            .map(c -> ", else: " + Yaml.scalar(c))
            .orElse("");
  }

  private List<Draft> rowsOf(Draft draft) {
    return neighbours.fresh().stream()
        .filter(other -> pointing(other, draft).isPresent() && beginning(other).isPresent())
        .sorted(Comparator.comparing((Draft d) -> d.id))
        .limit(MOST_TABLES)
        .toList();
  }

  private Optional<ProposedLink> pointing(Draft from, Draft to) {
    return from.links.stream()
        .filter(l -> l.to().equals(to.seen.table().name()) && isUsable(l))
        .findFirst();
  }

  private Optional<String> beginning(Draft draft) {
    return BEGINNINGS.stream()
        .flatMap(event -> neighbours.clock(draft.seen.table().name(), event).stream())
        .findFirst();
  }

  private boolean isUsable(ProposedLink link) {
    return link.kind() == Link.Kind.OWNS
        && !link.to().equals(link.from())
        && link.toColumns().equals(neighbours.keyOf(link.to()))
        && link.fromColumns().stream().allMatch(Yaml::canName);
  }

  private String column(dev.upheld.datamap.TableName table, String column) {
    return Yaml.scalar(neighbours.idOf(table) + "." + Yaml.part(column));
  }

  private static String columns(List<String> columns) {
    return columns.size() == 1 ? Yaml.scalar(columns.getFirst()) : Yaml.list(columns);
  }
}
