package dev.upheld.engine.drill;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.act.NewRow;
import dev.upheld.connect.act.Planter;
import dev.upheld.connect.act.Structure.Reference;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes one row in each place of a system that belongs to the person, owners first, and the rows
 * those cannot be without. A table that takes none is told, and stops no other.
 */
final class Sower {
  private final String system;
  private final Planter planter;
  private final Reachable reachable;
  private final Values person;
  private final Sown sown;
  private final Set<String> under = new HashSet<>();

  /** What was made so far, in all systems. */
  static final class Sown {
    final List<PlantedRow> rows = new ArrayList<>();
    final Map<PlaceId, String> failed = new LinkedHashMap<>();

    /** Identifiers by word that no place gives people. */
    final Map<String, String> told = new TreeMap<>();

    Optional<PlantedRow> of(PlaceId id) {
      return rows.stream().filter(r -> r.person() && r.id().equals(id)).findFirst();
    }
  }

  Sower(String system, Planter planter, Reachable reachable, Values person, Sown sown) {
    this.system = system;
    this.planter = planter;
    this.reachable = reachable;
    this.person = person;
    this.sown = sown;
  }

  /** Makes them all; the rows of this system. */
  List<PlantedRow> sow() {
    int before = sown.rows.size();
    for (PlaceId id : reachable.reached()) {
      if (id.system().equals(system)) {
        var _ = make(id);
      }
    }
    return List.copyOf(sown.rows.subList(before, sown.rows.size()));
  }

  private Optional<PlantedRow> make(PlaceId id) {
    Optional<PlantedRow> made = sown.of(id);
    if (made.isPresent() || sown.failed.containsKey(id) || !under.add(id.toString())) {
      return made;
    }
    try {
      Table table = reachable.table(id).orElseThrow();
      Row row = new Row(table, planter.wants(table.name()), person);
      owners(id, row);
      references(id, table, row);
      row.fill(reachable.place(id), reachable.words());
      PlantedRow planted =
          planted(id.place(), table, Keys.of(reachable.place(id), table), row, true);
      return Optional.of(planted);
    } catch (ProblemException e) {
      String why = e.problems().stream().map(Problem::what).findFirst().orElse("");
      sown.failed.put(id, why);
      return Optional.empty();
    } finally {
      under.remove(id.toString());
    }
  }

  /** By the data map: whose the row is. */
  private void owners(PlaceId id, Row row) {
    Place place = reachable.place(id);
    List<String> key = reachable.table(id).map(t -> Keys.of(place, t)).orElse(List.of());
    for (Link link : place.links()) {
      PlaceId to = new PlaceId(system, link.place());
      if (link.kind() == Link.Kind.OWNS && !to.equals(id) && reachable.reached().contains(to)) {
        make(to).ifPresent(at -> row.point(link.columns(), link.key(), at.row(), true));
      }
    }
    place.elsewhere().stream()
        .filter(l -> l.kind() == Link.Kind.OWNS)
        .forEach(
            l ->
                sown.of(new PlaceId(l.system(), l.place()))
                    .ifPresent(at -> row.point(l.columns(), l.key(), at.row(), true)));
    place
        .subjects()
        .forEach(
            (word, column) -> {
              if (!key.equals(List.of(column)) && !row.has(List.of(column))) {
                number(id, word, column, row);
              }
            });
  }

  /** The number by which people of that word are known, in this system if it gives one. */
  private void number(PlaceId id, String word, String column, Row row) {
    List<PlaceId> people = reachable.people(word);
    if (people.isEmpty()) {
      reachable
          .table(id)
          .flatMap(t -> t.column(column))
          .flatMap(person::apart)
          .ifPresent(
              made -> {
                String value = sown.told.computeIfAbsent(word, w -> made);
                row.pin(column, value);
              });
      return;
    }
    people.stream()
        .sorted(java.util.Comparator.comparing(p -> !p.system().equals(system)))
        .flatMap(p -> (p.system().equals(system) ? make(p) : sown.of(p)).stream())
        .findFirst()
        .ifPresent(
            at -> {
              String own = reachable.place(at.id()).subjects().get(word);
              if (own != null) {
                row.point(List.of(column), List.of(own), at.row(), true);
              }
            });
  }

  /**
   * By the database: what the row cannot be without, and whose it is as far as the map is silent.
   */
  private void references(PlaceId id, Table table, Row row) {
    Place place = reachable.place(id);
    boolean mapped = reachable.isMapped(id);
    for (Reference reference : reachable.references(id)) {
      boolean silent =
          !mapped && place.links().stream().noneMatch(l -> l.columns().equals(reference.columns()));
      point(table, reference, row, silent);
    }
  }

  private void point(Table table, Reference reference, Row row, boolean silent) {
    if (row.has(reference.columns())) {
      return;
    }
    boolean required = reference.columns().stream().anyMatch(row::isRequired);
    Optional<PlaceId> to = reachable.at(system, reference);
    boolean theirs = to.isPresent() && reachable.reached().contains(to.get());
    if (theirs && (required || silent)) {
      make(to.get())
          .ifPresent(at -> row.point(reference.columns(), reference.key(), at.row(), true));
    }
    if (required && theirs && !row.has(reference.columns())) {
      throw refused(table, "it cannot be without a row of " + to.get().place());
    }
    if (required && !row.has(reference.columns())) {
      support(table, reference, to).accept(row);
    }
  }

  /** Points a row at another. */
  private interface Support {
    void accept(Row row);
  }

  /** A row of a table that is not the person's: one that is there, or one made for it. */
  private Support support(Table table, Reference reference, Optional<PlaceId> to) {
    if (to.isPresent() && reachable.excluded().containsKey(to.get())) {
      throw refused(
          table,
          "it cannot be without a row of " + to.get().place() + ", and drills stay out of that");
    }
    if (to.isEmpty()) {
      Optional<Map<String, String>> there = planter.any(reference.to(), reference.key());
      if (there.isPresent()) {
        return row -> row.point(reference.columns(), reference.key(), there.get(), false);
      }
    }
    PlantedRow made = aside(reference.to(), to);
    return row -> row.point(reference.columns(), reference.key(), made.row(), true);
  }

  private PlantedRow aside(TableName name, Optional<PlaceId> place) {
    Table table =
        planter
            .describe()
            .table(name)
            .orElseThrow(() -> new IllegalStateException("a foreign key leads nowhere"));
    if (!under.add(name.toString())) {
      throw refused(table, "its foreign keys run in a circle that none of its rows can begin");
    }
    try {
      NewRow wants = planter.wants(table.name());
      Values values = new Values(person.who(), false, person.now(), person.random());
      Row row = new Row(table, wants, values);
      for (Reference reference : planter.structure().references()) {
        if (reference.table().equals(table.name())) {
          point(table, reference, row, false);
        }
      }
      place.ifPresent(p -> row.fill(reachable.place(p), reachable.words()));
      List<String> key =
          place.map(p -> Keys.of(reachable.place(p), table)).orElseGet(table::naming);
      String called = place.map(PlaceId::place).orElseGet(() -> table.name().toString());
      return planted(called, table, key, row, false);
    } finally {
      under.remove(name.toString());
    }
  }

  private PlantedRow planted(String place, Table table, List<String> key, Row row, boolean mine) {
    row.complete();
    if (key.isEmpty() || !row.isOwn(key)) {
      throw refused(table, "nothing would tell the invented row from others");
    }
    Map<String, String> made = attempt(table, row.tries(key));
    Map<String, String> found = new TreeMap<>();
    for (String column : key) {
      boolean tells = table.column(column).filter(c -> TELLING.contains(c.type())).isPresent();
      Optional.ofNullable(made.get(column)).filter(_ -> tells).ifPresent(v -> found.put(column, v));
    }
    if (!row.isOwn(List.copyOf(found.keySet()))) {
      throw refused(table, "nothing would tell the invented row from others");
    }
    PlantedRow planted = new PlantedRow(system, place, table.name(), mine, found, made);
    sown.rows.add(planted);
    return planted;
  }

  /** Types whose values can be compared as text. */
  private static final Set<Description.Type> TELLING =
      Set.of(
          Description.Type.TEXT,
          Description.Type.WHOLE,
          Description.Type.DECIMAL,
          Description.Type.UUID);

  private Map<String, String> attempt(Table table, List<Map<String, String>> tries) {
    ProblemException last = refused(table, "it takes none");
    boolean first = true;
    for (Map<String, String> values : tries) {
      try {
        return planter.plant(table.name(), values);
      } catch (ProblemException e) {
        if (!isRefusal(e)) {
          throw e;
        }
        last = first ? e : last;
        first = false;
      }
    }
    throw last;
  }

  /** The row was refused, and another may not be. */
  private static boolean isRefusal(ProblemException e) {
    return e.problems().stream()
        .allMatch(p -> p.code() == ConnectProblem.REFUSED || p.code() == ConnectProblem.UNFIT);
  }

  private ProblemException refused(Table table, String why) {
    return new ProblemException(
        Problem.of(
            ConnectProblem.UNFIT,
            "The table "
                + table.name()
                + " of system "
                + system
                + " cannot be given a row: "
                + why
                + ".",
            "Try the right on it by hand."));
  }
}
