package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Marker;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.read.PlaceIndex.Target;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one place of a data map and holds its words against the charter. */
final class PlaceReader {
  /** Stands for the activity of a proposed place as long as nobody has decided. */
  private static final String UNDECIDED = "undecided";

  private final Names names;
  private final PlaceIndex index;
  private final Faults faults;

  PlaceReader(Names names, PlaceIndex index, Faults faults) {
    this.names = names;
    this.index = index;
    this.faults = faults;
  }

  Place read(String id, View view, Location at) {
    Target here = index.place(id).orElseThrow();
    ClockReader clocks = new ClockReader(here, index, faults);
    ConditionReader conditions = new ConditionReader(clocks);
    view.spot("stage").ifPresent(this::stage);
    FieldReader fields = FieldReader.read(view, names, faults);
    LinkReader links = new LinkReader(index, faults);
    return new Place(
        id,
        here.table(),
        activities(view),
        view.text("stage"),
        here.key(),
        persons(view, "subject"),
        clocks(view, clocks),
        links.links(view),
        links.elsewhere(view),
        persons(view, "residence"),
        conditions.table(view, "states"),
        conditions.table(view, "exempt"),
        view.child("only").flatMap(conditions::condition),
        marker(view),
        readers(view),
        view.child("aggregate").flatMap(TotalsReader::totals),
        fields.fields(),
        fields.technical(),
        fields.technicalParts(),
        at);
  }

  /** A marker says of a person that their data is kept still: its rows must name one. */
  private Optional<Marker> marker(View view) {
    Optional<View> said = view.child("restriction");
    if (said.isPresent() && view.child("subject").isEmpty()) {
      faults.add(
          view.keyAt("restriction"),
          DataMapCode.MARKER,
          "A marker of restricted people stands at a place that names none.",
          "Move it to the place with the people themselves, or say whose rows these are with"
              + " subject.");
    }
    return said.flatMap(
        marker ->
            marker
                .text("column")
                .flatMap(
                    column -> marker.text("value").map(value -> marker(marker, column, value))));
  }

  private Marker marker(View view, String column, String value) {
    Optional<String> free =
        view.text("free").or(() -> Optional.of("false").filter(_ -> value.equals("true")));
    if (free.filter(value::equals).isPresent()) {
      faults.add(
          view.at(),
          DataMapCode.MARKER,
          "The marker has the same value for restricted people and for all others.",
          "Say two different values.");
    }
    return new Marker(column, value, free);
  }

  private static Map<String, Set<String>> readers(View view) {
    Map<String, Set<String>> readers = new LinkedHashMap<>();
    view.child("readers")
        .ifPresent(
            roles -> {
              for (String role : roles.keys()) {
                readers.put(role, new LinkedHashSet<>(roles.texts(role)));
              }
            });
    return readers;
  }

  private Set<String> activities(View view) {
    Set<String> known = new LinkedHashSet<>();
    for (Spot spot : view.spots("activity")) {
      boolean open = view.has("review") && spot.text().equals(UNDECIDED);
      if (!open && isKnown(spot, names.activities(), DataMapCode.UNKNOWN_ACTIVITY, "activity")) {
        known.add(spot.text());
      }
    }
    return known;
  }

  private boolean isKnown(Spot spot, Collection<String> known, DataMapCode code, String what) {
    boolean fine = !names.known() || known.contains(spot.text());
    if (!fine) {
      faults.unknown(spot, code, what, known);
    }
    return fine;
  }

  private void stage(Spot stage) {
    isKnown(stage, names.stages(), DataMapCode.UNKNOWN_STAGE, "retention stage");
  }

  private Map<String, String> persons(View view, String key) {
    Map<String, String> columns = new LinkedHashMap<>();
    Optional<View> table = view.child(key);
    table.ifPresent(
        persons -> {
          for (String subject : persons.keys()) {
            Spot spot = new Spot(subject, persons.keyAt(subject));
            isKnown(spot, names.subjects(), DataMapCode.UNKNOWN_SUBJECT, "group of people");
            persons.text(subject).ifPresent(column -> columns.put(subject, column));
          }
        });
    return columns;
  }

  private Map<String, BoundClock> clocks(View view, ClockReader reader) {
    Map<String, BoundClock> clocks = new LinkedHashMap<>();
    view.child("clocks")
        .ifPresent(
            events -> {
              for (String event : events.keys()) {
                event(new Spot(event, events.keyAt(event)));
                events
                    .node(event)
                    .flatMap(node -> reader.bound(event, node))
                    .ifPresent(clock -> clocks.put(event, clock));
              }
            });
    return clocks;
  }

  /** An event nothing uses is allowed, unless it looks like a slip of the pen. */
  private void event(Spot event) {
    boolean fine = names.events().contains(event.text()) || Events.isKnown(event.text());
    Optional<String> near = fine ? Optional.empty() : Nearest.to(event.text(), names.events());
    near.ifPresent(
        meant ->
            faults.add(
                event.at(),
                DataMapCode.UNKNOWN_EVENT,
                "No period of the charter runs from %s.".formatted(Said.quote(event.text())),
                "Did you mean %s?".formatted(Said.quote(meant))));
  }
}
