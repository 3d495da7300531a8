package dev.upheld.discover;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.Classifier;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.classify.TableContext;
import dev.upheld.datamap.links.IdentityColumn;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.discover.Survey.SeenColumn;
import dev.upheld.discover.Survey.SeenTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which columns people can be found by, here and in the data maps of other systems.
 *
 * @param terms of the charter's data words
 */
record IdentityColumns(Map<String, String> terms) {

  /** A table as far as it is known: where it lies, whose it is, and its live catalogue. */
  private record Around(String place, TableName name, Set<String> people, Optional<Table> live) {}

  /** Those of a live system that no link within it leads away from. */
  List<IdentityColumn> here(Survey survey, Known known, List<ProposedLink> links) {
    List<IdentityColumn> found = new ArrayList<>();
    for (SeenTable seen : survey.tables()) {
      if (seen.table().kind() == TableKind.TABLE) {
        List<Place> places = known.of(seen.table(), survey.description());
        Optional<Place> place = places.stream().findFirst();
        TableName name = seen.table().name();
        Around around =
            new Around(
                place.map(Place::id).orElse(name.name()),
                name,
                place.map(IdentityColumns::people).orElseGet(() -> people(name)),
                Optional.of(seen.table()));
        Set<String> leading = leading(name, links, places);
        seen.columns().stream()
            .filter(c -> !leading.contains(c.name()) && c.column().readable())
            .flatMap(c -> column(around, c.name(), term(c, place)).stream())
            .forEach(found::add);
      }
    }
    return found;
  }

  private static Set<String> leading(
      TableName table, List<ProposedLink> links, List<Place> places) {
    Set<String> leading = new HashSet<>();
    links.stream()
        .filter(l -> l.from().equals(table))
        .forEach(l -> leading.addAll(l.fromColumns()));
    places.forEach(p -> p.links().forEach(l -> leading.addAll(l.columns())));
    return leading;
  }

  /** What the map says goes before what is thought. */
  private Optional<String> term(SeenColumn column, Optional<Place> place) {
    return place
        .flatMap(p -> said(p, column.name()))
        .or(() -> column.is(Nature.NOT_PERSONAL) ? Optional.empty() : column.judgement().term());
  }

  private Optional<String> said(Place place, String column) {
    return place.field(column).flatMap(f -> Optional.ofNullable(terms.get(f.word())));
  }

  /**
   * Those of the places of another system.
   *
   * @param live its catalogue; empty when it does not answer
   */
  List<IdentityColumn> there(Collection<Place> places, Optional<Description> live) {
    List<IdentityColumn> found = new ArrayList<>();
    for (Place place : places) {
      Optional<Table> table = live.flatMap(d -> d.table(place.table()));
      if (live.isEmpty() || table.isPresent()) {
        Around around = new Around(place.id(), place.table(), people(place), table);
        Function<String, Optional<String>> judged = judged(table);
        for (String name : names(place, table)) {
          column(around, name, said(place, name).or(() -> judged.apply(name)))
              .filter(c -> Yaml.canName(c.column()))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Set<String> names(Place place, Optional<Table> live) {
    Set<String> names = new LinkedHashSet<>();
    if (live.isPresent()) {
      live.get().columns().forEach(c -> names.add(c.name()));
      return names;
    }
    names.addAll(place.wholeColumns());
    names.addAll(place.key());
    names.addAll(place.subjects().values());
    return names;
  }

  private static Function<String, Optional<String>> judged(Optional<Table> live) {
    if (live.isEmpty()) {
      return name -> Optional.empty();
    }
    Table table = live.get();
    TableContext context = Clues.context(table);
    return name ->
        table
            .column(name)
            .map(c -> Classifier.judge(Clues.facts(table, c, context)))
            .filter(j -> j.nature() != Nature.NOT_PERSONAL)
            .flatMap(Judgement::term);
  }

  private static Optional<IdentityColumn> column(
      Around around, String column, Optional<String> term) {
    Optional<IdentityColumn.Kind> kind = IdentityColumn.Kind.of(term, around.name(), column);
    boolean ofPeople = !Concepts.peopleOfTable(around.name().name()).isEmpty();
    Set<String> people =
        around.people().isEmpty()
            ? Concepts.people(Concepts.stems(List.of(column)))
            : around.people();
    return kind.map(
        k ->
            new IdentityColumn(
                around.place(),
                around.name(),
                column,
                k,
                people,
                around.live().map(t -> isUnique(t, column)).orElse(ofPeople),
                around.live().map(t -> isCounted(t, column)).orElse(column.endsWith("id")),
                ofPeople));
  }

  private static Set<String> people(TableName table) {
    return Concepts.peopleOfTable(table.name());
  }

  /** In words that do not depend on the charter's; those where no other fits. */
  private static Set<String> people(Place place) {
    if (place.subjects().isEmpty()) {
      return people(place.table());
    }
    Set<String> groups = Concepts.people(Concepts.stems(place.subjects().keySet()));
    return groups.isEmpty() ? place.subjects().keySet() : groups;
  }

  private static boolean isUnique(Table table, String column) {
    return table.key().equals(List.of(column))
        || table.indexes().stream()
            .filter(Description.Index::unique)
            .map(Description.Index::columns)
            .anyMatch(List.of(column)::equals);
  }

  private static boolean isCounted(Table table, String column) {
    return table.key().equals(List.of(column))
        && table.column(column).filter(c -> c.type() == Description.Type.WHOLE).isPresent();
  }
}
