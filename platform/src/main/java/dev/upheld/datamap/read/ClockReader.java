package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.BoundClock.Missing;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Clock.Pick;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.datamap.read.PlaceIndex.Reference;
import dev.upheld.datamap.read.PlaceIndex.Target;
import dev.upheld.kernel.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the clocks of one place. */
final class ClockReader {
  private final Target here;
  private final PlaceIndex index;
  private final Faults faults;

  ClockReader(Target here, PlaceIndex index, Faults faults) {
    this.here = here;
    this.index = index;
    this.faults = faults;
  }

  /** The clock of an event; empty after a fault. */
  Optional<BoundClock> bound(String event, YamlNode node) {
    Missing missing =
        View.view(node)
            .flatMap(view -> view.text("missing"))
            .map(word -> word.equals("not-yet") ? Missing.NOT_YET : Missing.UNKNOWN)
            .orElseGet(() -> Events.missing(event));
    return clock(node).map(clock -> new BoundClock(event, clock, missing));
  }

  /** Any clock, a column's name included; empty after a fault. */
  Optional<Clock> clock(YamlNode node) {
    Optional<Clock> column =
        View.spot(node).map(spot -> new Clock.Column(spot.text(), Reading.NATIVE));
    return column.or(() -> View.view(node).flatMap(this::structured));
  }

  private Optional<Clock> structured(View view) {
    if (view.has("latest")) {
      return several(view, "latest").map(Clock.Latest::new);
    }
    if (view.has("earliest")) {
      return several(view, "earliest").map(Clock.Earliest::new);
    }
    Optional<Clock> main = single(view);
    if (!view.has("else")) {
      return main;
    }
    Optional<Clock> otherwise = view.node("else").flatMap(this::clock);
    return main.isPresent() && otherwise.isPresent()
        ? Optional.of(new Clock.FirstKnown(List.of(main.get(), otherwise.get())))
        : Optional.empty();
  }

  private Optional<List<Clock>> several(View view, String key) {
    Stream.of("via", "key", "as", "else").forEach(other -> refuse(view, other, key));
    List<YamlNode> nodes = view.items(key).toList();
    List<Clock> clocks = nodes.stream().flatMap(node -> clock(node).stream()).toList();
    return clocks.size() == nodes.size() ? Optional.of(clocks) : Optional.empty();
  }

  private Optional<Clock> single(View view) {
    if (view.has("column")) {
      refuse(view, "via", "column");
      refuse(view, "key", "column");
      return view.text("column").map(column -> new Clock.Column(column, reading(view)));
    }
    if (view.has("of")) {
      return view.spot("of").flatMap(spot -> parent(view, spot));
    }
    Pick pick = view.has("max") ? Pick.MAX : Pick.MIN;
    return view.spot(view.has("max") ? "max" : "min").flatMap(spot -> linked(view, pick, spot));
  }

  private void refuse(View view, String key, String beside) {
    if (view.has(key)) {
      faults.add(
          view.keyAt(key),
          DataMapCode.BAD_CLOCK,
          "The key %s means nothing beside %s.".formatted(Said.quote(key), Said.quote(beside)),
          "Remove it, or put it into the clock it belongs to.");
    }
  }

  private Optional<Clock> linked(View view, Pick pick, Spot spot) {
    List<String> via = view.texts("via");
    Optional<Reference> reference = index.column(spot, faults);
    Optional<List<String>> key = PlaceIndex.matching(view, via, here, faults);
    if (reference.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Clock.Linked(
            pick,
            reference.get().target().table(),
            reference.get().column(),
            reading(view),
            via,
            key.get()));
  }

  private Optional<Clock> parent(View view, Spot spot) {
    List<String> via = view.texts("via");
    return index
        .column(spot, faults)
        .flatMap(
            reference ->
                PlaceIndex.matching(view, via, reference.target(), faults)
                    .map(
                        key ->
                            new Clock.Parent(
                                reference.target().table(),
                                reference.column(),
                                reading(view),
                                via,
                                key)));
  }

  private static Reading reading(View view) {
    return view.text("as").stream()
        .flatMap(as -> Stream.of(Reading.values()).filter(r -> r.id().equals(as)))
        .findFirst()
        .orElse(Reading.NATIVE);
  }
}
