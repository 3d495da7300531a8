package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Span;
import dev.upheld.connect.Spans;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.RowSet;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import dev.upheld.register.HeldRows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Says which rows a hold is to be about, held against the data map and the live database. */
public final class HoldingRows {
  private static final int COUNTED = 1;

  private final Function<SystemEntry, ActSession> open;

  /**
   * @param open a line to a system
   */
  public HoldingRows(Function<SystemEntry, ActSession> open) {
    this.open = open;
  }

  /**
   * What a hold has to keep of that.
   *
   * @throws ProblemException with {@link EngineProblem#HELD_ROWS} where no such rows can be held,
   *     or the system does not answer; it never tells a value
   */
  public HeldRows of(Workspace workspace, RowsAsked asked) {
    return switch (asked) {
      case RowsAsked.OfActivity(String activity) -> activity(workspace, activity);
      case RowsAsked.One(String place, String key) -> one(at(workspace, place), key.strip());
      case RowsAsked.Between between -> between(at(workspace, between.place()), between);
    };
  }

  private static HeldRows activity(Workspace workspace, String activity) {
    Set<String> known = new TreeSet<>(workspace.charter().activities().keySet());
    if (!known.contains(activity)) {
      throw wrong(
          "The charter has no activity " + activity + ".",
          "It has: " + String.join(", ", known) + ".");
    }
    List<HeldRows.Part> parts = new ArrayList<>();
    workspace
        .map()
        .places()
        .forEach(
            (system, places) ->
                places.values().stream()
                    .filter(p -> p.activities().contains(activity))
                    .forEach(p -> parts.add(part(system, p, Optional.empty()))));
    if (parts.isEmpty()) {
      throw wrong(
          "No place of the data map is bound to the activity " + activity + ".",
          "Bind its places first: a hold of nothing would hold nothing.");
    }
    return new HeldRows(Optional.of(activity), parts);
  }

  private static HeldRows.Part part(String system, Place place, Optional<HeldRows.By> by) {
    return new HeldRows.Part(system, place.id(), place.table().toString(), by);
  }

  /** A place of a database. */
  private record At(Workspace workspace, SystemEntry system, Place place) {
    String name() {
      return system.id() + "/" + place.id();
    }
  }

  private static At at(Workspace workspace, String name) {
    int slash = name.indexOf('/');
    String system = slash < 0 ? name : name.substring(0, slash);
    Optional<SystemEntry> entry = Optional.ofNullable(workspace.map().systems().get(system));
    Map<String, Place> places = workspace.map().places().getOrDefault(system, Map.of());
    Optional<Place> place = Optional.ofNullable(places.get(name.substring(slash + 1)));
    if (slash < 0 || entry.isEmpty() || place.isEmpty()) {
      Set<String> known = new TreeSet<>(places.keySet());
      Set<String> systems = new TreeSet<>(workspace.map().systems().keySet());
      throw wrong(
          "The data map has no place of that name. A place is written as system/place.",
          entry.isEmpty()
              ? "Systems: " + String.join(", ", systems) + "."
              : "Places of " + system + ": " + String.join(", ", known) + ".");
    }
    if (entry.get().folder().isPresent()
        || entry.get().partner().isPresent()
        || entry.get().isVault()) {
      throw wrong(
          "System " + system + " is no database: single rows of it cannot be held.",
          "Put the activity on hold.");
    }
    return new At(workspace, entry.get(), place.get());
  }

  private HeldRows one(At at, String key) {
    return live(
        at,
        (session, node) -> {
          List<HeldRows.Also> values = HeldKey.values(at.name(), node.set().key(), key);
          values.forEach(value -> by(at, node, value.column(), Optional.empty()));
          Optional<String> first = Optional.of(values.getFirst().value());
          List<HeldRows.Also> also = values.subList(1, values.size());
          return new HeldRows.By(values.getFirst().column(), Optional.empty(), first, first, also);
        },
        true);
  }

  private HeldRows between(At at, RowsAsked.Between asked) {
    if (asked.from().isEmpty() && asked.to().isEmpty()) {
      throw wrong(
          "A range needs a first or a last value.", "Say from where, up to where, or both.");
    }
    return live(
        at,
        (session, node) -> {
          Optional<Clock.Column> clock = asked.by().flatMap(word -> clock(at, word));
          String column =
              clock.map(Clock.Column::column).or(asked::by).orElseGet(() -> named(at, node));
          HeldRows.By by = by(at, node, column, clock.map(Clock.Column::reading));
          return new HeldRows.By(
              by.column(),
              by.reading(),
              asked.from().map(String::strip),
              asked.to().map(String::strip));
        },
        false);
  }

  /** The one column that names rows. */
  private static String named(At at, Node node) {
    List<String> key = node.set().key();
    if (key.size() > 1) {
      throw wrong(
          "Rows of " + at.name() + " are named by several columns: " + String.join(", ", key) + ".",
          "Hold a range of one of these columns, and say which.");
    }
    return key.getFirst();
  }

  /** A clock of the row itself that the data map calls so. */
  private static Optional<Clock.Column> clock(At at, String event) {
    return Optional.ofNullable(at.place().clocks().get(event))
        .map(BoundClock::clock)
        .map(
            clock -> {
              if (clock instanceof Clock.Column own) {
                return own;
              }
              throw wrong(
                  "The clock " + event + " of " + at.name() + " is read in other rows as well.",
                  "Name a column of the place itself.");
            });
  }

  private static HeldRows.By by(
      At at, Node node, String column, Optional<Clock.Reading> clockReading) {
    Set<String> known = new TreeSet<>(at.place().fieldColumns());
    known.addAll(node.set().key());
    at.place().clocks().values().stream()
        .filter(c -> c.clock() instanceof Clock.Column)
        .forEach(c -> known.add(((Clock.Column) c.clock()).column()));
    Optional<Column> live = node.table().column(column).filter(Column::readable);
    if (!known.contains(column) || live.isEmpty()) {
      throw wrong(
          "Place " + at.name() + " has no column " + column + " that can be read.",
          "It has: " + String.join(", ", known) + ".");
    }
    HeldColumn.Kind kind = new HeldColumn(live.get()).kind().orElseThrow(() -> unordered(column));
    Optional<String> reading =
        clockReading
            .map(Clock.Reading::id)
            .or(
                () ->
                    kind == HeldColumn.Kind.DAY
                        ? Optional.of(Clock.Reading.NATIVE.id())
                        : Optional.empty());
    return new HeldRows.By(column, reading, Optional.empty(), Optional.empty());
  }

  /** What is to be held, found out while the system is open. */
  private interface Finding {
    HeldRows.By by(ActSession session, Node node);
  }

  private HeldRows live(At at, Finding finding, boolean there) {
    try (ActSession session = open.apply(at.system())) {
      Node node = node(at.workspace(), at.system(), session, at.place());
      if (node.table().kind() != Description.TableKind.TABLE) {
        throw wrong(
            "Place "
                + at.name()
                + " is a view: its rows lie in other tables, which would not know.",
            "Hold rows of a place that is bound to the table itself.");
      }
      HeldRows.By by = finding.by(session, node);
      List<Span> within = by.each().stream().map(one -> fitting(at, node, one)).toList();
      long rows = rows(session, node, within);
      within.forEach(span -> straight(session, node, span, rows));
      if (there && rows == 0) {
        throw wrong(
            "Place " + at.name() + " has no row with that key.",
            "Look the key up again. For rows that may come, hold a range.");
      }
      HeldRows.Part part = part(at.system().id(), at.place(), Optional.of(by));
      return new HeldRows(Optional.empty(), List.of(part));
    }
  }

  private static long rows(ActSession session, Node node, List<Span> within) {
    Spans spans = new Spans(within, Optional.empty());
    return session.inVain(() -> session.timed().count(counted(node), spans));
  }

  /** Only the database knows in which order its texts lie: where turned round they are rows. */
  private static void straight(ActSession session, Node node, Span span, long rows) {
    boolean turned =
        rows == 0
            && span instanceof Span.Values range
            && range.from().isPresent()
            && range.to().isPresent()
            && !range.from().equals(range.to())
            && rows(session, node, List.of(range.turned())) > 0;
    if (turned) {
      throw turned();
    }
  }

  private static ProblemException turned() {
    return wrong(
        "The range is the wrong way round: its first value lies behind its last.",
        "Write the smaller value first.");
  }

  private static Span fitting(At at, Node node, HeldRows.By by) {
    HeldColumn column =
        HeldColumn.of(node.table(), by).orElseThrow(() -> new IllegalStateException("looked up"));
    HeldColumn.Kind kind =
        by.reading().isPresent() ? HeldColumn.Kind.DAY : column.kind().orElseThrow();
    if (by.isOne() && kind == HeldColumn.Kind.DAY) {
      return column
          .span(by, at.system().zone())
          .orElseThrow(() -> unfit(at, by, column.words(kind)));
    }
    boolean unfit = by.from().or(by::to).isEmpty();
    for (Optional<String> end : List.of(by.from(), by.to())) {
      unfit |= end.isPresent() && !kind.fits(end.get());
    }
    if (unfit) {
      throw unfit(at, by, kind.words());
    }
    if (by.from().isPresent() && by.to().isPresent()) {
      if (kind.isTurned(by.from().get(), by.to().get())) {
        throw turned();
      }
    }
    if (!by.from().equals(by.to()) && !kind.hasOrder()) {
      throw unordered(by.column());
    }
    return column
        .span(by, at.system().zone())
        .orElseThrow(
            () ->
                wrong(
                    "Rows of " + at.name() + " cannot be held by " + by.column() + ".",
                    "Name another column."));
  }

  private static Node node(
      Workspace workspace, SystemEntry system, ActSession session, Place place) {
    return Graph.of(
            system.id(),
            session.describe(),
            session.structure(),
            Acting.places(workspace, system.id()))
        .node(place.id())
        .orElseThrow(() -> new IllegalStateException("a place of the map"));
  }

  private static RowSet counted(Node node) {
    return new RowSet(COUNTED, node.set().table(), node.set().key());
  }

  /**
   * How many rows a hold is about now.
   *
   * @param rows empty where they cannot be counted now; {@code why} says it then
   */
  public record Counted(String place, Optional<Long> rows, String why) {}

  /**
   * Counts what is on hold, place by place; one that cannot be counted does not stop the others.
   */
  public List<Counted> count(Workspace workspace, HeldRows held) {
    Set<Counted> counted = new LinkedHashSet<>();
    for (HeldRows.Part part : held.parts()) {
      try {
        counted.add(new Counted(part.name(), Optional.of(rows(workspace, part)), ""));
      } catch (ProblemException e) {
        counted.add(new Counted(part.name(), Optional.empty(), e.problems().getFirst().what()));
      }
    }
    return List.copyOf(counted);
  }

  private long rows(Workspace workspace, HeldRows.Part part) {
    Optional<SystemEntry> system =
        Optional.ofNullable(workspace.map().systems().get(part.system()));
    Optional<Place> place =
        Optional.ofNullable(
            workspace.map().places().getOrDefault(part.system(), Map.of()).get(part.place()));
    if (system.isEmpty() || place.isEmpty() || system.get().access().isEmpty()) {
      throw wrong("Its rows cannot be counted.", "Look at the data map.");
    }
    try (ActSession session = open.apply(system.get())) {
      Node node = node(workspace, system.get(), session, place.get());
      Spans spans =
          part.by().isEmpty()
              ? new Spans(List.of(), place.get().only())
              : HeldColumn.spans(node.table(), part.by().get(), system.get().zone())
                  .orElseThrow(
                      () ->
                          wrong(
                              "A column it is held by is not there any more.",
                              "Look at the data map."));
      return session.inVain(() -> session.timed().count(counted(node), spans));
    }
  }

  private static ProblemException unfit(At at, HeldRows.By by, String words) {
    return wrong(
        "A value does not fit " + at.name() + "." + by.column() + ", which is not text alone.",
        "Write " + words + ".");
  }

  private static ProblemException unordered(String column) {
    return wrong(
        "The values of " + column + " have no order that people could mean.",
        "Name a column of numbers, texts or days.");
  }

  private static ProblemException wrong(String what, String mend) {
    return EngineProblem.HELD_ROWS.because(what, mend);
  }
}
