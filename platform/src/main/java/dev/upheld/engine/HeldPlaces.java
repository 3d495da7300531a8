package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.connect.Spans;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import dev.upheld.register.HeldRows;
import dev.upheld.register.Holds.Hold;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places of one system that holds are about, by the data map as it is now and as it was when they
 * were set.
 */
record HeldPlaces(Workspace workspace, String system) {

  /** A place, and which of its rows; empty for all. */
  record Bound(Place place, Optional<HeldRows.By> by) {}

  /** In which times of the system are read. */
  ZoneId zone() {
    return entry(system).map(SystemEntry::zone).orElseGet(workspace::zone);
  }

  private Optional<SystemEntry> entry(String name) {
    return Optional.ofNullable(workspace.map().systems().get(name));
  }

  private Map<String, Place> places() {
    return workspace.map().places().getOrDefault(system, Map.of());
  }

  /**
   * What a hold is about in this system.
   *
   * @throws ProblemException where nobody can say whether it is about something here
   */
  List<Bound> of(Hold hold) {
    HeldRows rows = hold.rows().orElseThrow(() -> new IllegalArgumentException("of a person"));
    List<Bound> bound = new ArrayList<>();
    for (HeldRows.Part part : rows.parts()) {
      if (entry(part.system()).isEmpty()) {
        throw unbound(hold, "system " + part.system());
      }
      if (part.system().equals(system)) {
        Place place = places().get(part.place());
        if (place == null || !place.table().toString().equals(part.table())) {
          throw unbound(hold, "table " + part.table() + " as place " + part.name());
        }
        bound.add(new Bound(place, part.by()));
      }
    }
    rows.activity().ifPresent(activity -> more(hold, activity, bound));
    return bound;
  }

  /** Places that were bound to the activity since. */
  private void more(Hold hold, String activity, List<Bound> bound) {
    if (!workspace.charter().activities().containsKey(activity)) {
      throw unbound(hold, "activity " + activity);
    }
    for (Place place : places().values()) {
      if (place.activities().contains(activity)
          && bound.stream().noneMatch(b -> b.place().id().equals(place.id()))) {
        bound.add(new Bound(place, Optional.empty()));
      }
    }
  }

  /**
   * Which rows of its table that is.
   *
   * @throws ProblemException where the column is not what it was
   */
  Spans spans(Hold hold, Bound part, Description.Table table) {
    return part.by()
        .map(by -> HeldColumn.spans(table, by, zone()).orElseThrow(() -> unbound(hold, part)))
        .orElseGet(() -> new Spans(List.of(), part.place().only()));
  }

  /** Whether a hold is about the rows of a place at all. */
  boolean isHeld(Hold hold, Place place) {
    return of(hold).stream().anyMatch(b -> b.place().table().equals(place.table()));
  }

  static ProblemException unbound(Hold hold, Bound part) {
    String what = part.by().map(by -> "column " + by.column() + " of place ").orElse("place ");
    return unbound(hold, what + part.place().id());
  }

  /** Of a view nobody can say which rows of which tables it shows. */
  static ProblemException unseen(Hold hold, Bound part) {
    return hold.secret()
        ? unbound(hold, "")
        : EngineProblem.UNBOUND.because(
            "Hold "
                + hold.id()
                + " is about place "
                + part.place().id()
                + ", which is a view: nobody can say which rows of which tables it shows.",
            "Bind a place to the table itself, hold that, and lift this hold.");
  }

  private static ProblemException unbound(Hold hold, String what) {
    if (hold.secret()) {
      return EngineProblem.UNBOUND.because(
          "What must not be erased for now cannot be found any more by the data map.",
          "The data protection officer can say more.");
    }
    return EngineProblem.UNBOUND.because(
        "Hold " + hold.id() + " is about " + what + ", which is not there as it was any more.",
        "Undo the change of the data map, or set the hold again and lift the old one.");
  }
}
