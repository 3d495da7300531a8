package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.act.Pointing;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Structure;
import dev.upheld.connect.act.Structure.Reference;
import dev.upheld.connect.act.Structure.Rule;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the tables of one system hang together: what belongs to what, by the data map and by the
 * database's own cascades, and what points at what.
 */
final class Graph {
  private final String system;
  private final Description description;
  private final Structure structure;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  private Graph(String system, Description description, Structure structure) {
    this.system = system;
    this.description = description;
    this.structure = structure;
  }

  static Graph of(
      String system, Description description, Structure structure, Collection<Place> places) {
    Graph graph = new Graph(system, description, structure);
    places.forEach(graph::add);
    places.forEach(graph::links);
    graph.subjects();
    graph.cascades();
    return graph;
  }

  List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  List<Edge> edges() {
    return List.copyOf(edges);
  }

  Structure structure() {
    return structure;
  }

  /** Whether code of the database's owner has a say when rows of the table go. */
  boolean isWatched(TableName table) {
    return structure.triggers().stream()
        .filter(Structure.Trigger::onDelete)
        .anyMatch(t -> t.table().equals(table));
  }

  Optional<Node> node(String place) {
    return Optional.ofNullable(nodes.get(place));
  }

  private void add(Place place) {
    Table table = live(place.table(), place.at().toString());
    List<String> key = place.key().isEmpty() ? table.naming() : place.key();
    if (key.isEmpty()) {
      throw EngineProblem.MAP.because(
          "Nothing names a row of " + table.name() + " in system " + system + ".",
          "Give the place " + place.id() + " a key in the data map, or the table a primary key.");
    }
    RowSet set = new RowSet(nodes.size() + 1, table.name(), key, place.only());
    nodes.put(place.id(), new Node(place.id(), Optional.of(place), table, set));
  }

  private Table live(TableName name, String where) {
    return description
        .table(name)
        .orElseThrow(
            () ->
                EngineProblem.MAP.because(
                    where + ": table " + name + " of system " + system + " is not there.",
                    "Correct the data map, or bring the table back."));
  }

  private void links(Place place) {
    Node child = nodes.get(place.id());
    for (Link link : place.links()) {
      Optional<Node> parent = node(link.place());
      if (child != null && parent.isPresent() && link.kind() == Link.Kind.OWNS) {
        join(new Edge(child, link.columns(), parent.get(), link.key()));
      }
    }
  }

  private void join(Edge edge) {
    if (edges.stream().noneMatch(edge::sameAs)) {
      edges.add(edge);
    }
  }

  /** What names the same kind of person by the same number belongs together. */
  private void subjects() {
    for (Node people : List.copyOf(nodes.values())) {
      if (!people.isPeople()) {
        continue;
      }
      people
          .place()
          .orElseThrow()
          .subjects()
          .forEach(
              (word, column) -> {
                if (people.set().key().equals(List.of(column))) {
                  nodes.values().forEach(other -> subject(word, other, people));
                }
              });
    }
  }

  private void subject(String word, Node other, Node people) {
    String column = other.place().map(p -> p.subjects().get(word)).orElse(null);
    if (column != null && !other.id().equals(people.id())) {
      join(new Edge(other, List.of(column), people, people.set().key()));
    }
  }

  /** Tables on no map whose rows the database deletes with the rows they point at. */
  private void cascades() {
    boolean more = true;
    while (more) {
      more = false;
      for (Reference reference : structure.references()) {
        Optional<Node> parent = ofTable(reference.to());
        if (reference.onDelete() == Rule.CASCADE
            && parent.isPresent()
            && ofTable(reference.table()).isEmpty()) {
          Optional<Table> table = description.table(reference.table());
          List<String> key = table.map(Table::naming).orElse(List.of());
          if (table.isPresent()) {
            RowSet set =
                new RowSet(
                    nodes.size() + 1,
                    table.get().name(),
                    key.isEmpty() ? reference.columns() : key);
            String id = table.get().name().toString();
            nodes.put(id, new Node(id, Optional.empty(), table.get(), set));
            more = true;
          }
        }
      }
    }
    for (Reference reference : structure.references()) {
      Optional<Node> child = ofTable(reference.table());
      Optional<Node> parent = ofTable(reference.to());
      if (child.isPresent()
          && child.get().place().isEmpty()
          && parent.isPresent()
          && reference.onDelete() == Rule.CASCADE) {
        join(new Edge(child.get(), reference.columns(), parent.get(), reference.key()));
      }
    }
  }

  /** The name of a table as the catalogue has it; empty where it is not there. */
  Optional<TableName> live(TableName table) {
    return description.table(table).map(Table::name);
  }

  Optional<Node> ofTable(TableName table) {
    return nodes.values().stream().filter(n -> n.set().table().equals(table)).findFirst();
  }

  /**
   * What points at a node's rows.
   *
   * @param declared the foreign key; empty where only the data map says so
   * @param clear those of the columns that can be null
   */
  record Pointer(
      Pointing pointing, List<String> key, Optional<Reference> declared, List<String> clear) {
    boolean detachable() {
      return !clear.isEmpty();
    }
  }

  List<Pointer> pointers(Node at) {
    List<Pointer> pointers = new ArrayList<>();
    for (Reference reference : structure.references()) {
      if (reference.to().equals(at.set().table())) {
        pointers.add(
            pointer(
                reference.table(), reference.columns(), reference.key(), Optional.of(reference)));
      }
    }
    for (Node node : nodes.values()) {
      List<Link> links = node.place().map(Place::links).orElse(List.of());
      for (Link link : links) {
        boolean known =
            pointers.stream()
                .anyMatch(
                    p ->
                        p.pointing().table().equals(node.set().table())
                            && p.pointing().columns().equals(link.columns()));
        if (link.place().equals(at.id()) && !known) {
          pointers.add(pointer(node.set().table(), link.columns(), link.key(), Optional.empty()));
        }
      }
    }
    return pointers;
  }

  private Pointer pointer(
      TableName table, List<String> columns, List<String> key, Optional<Reference> declared) {
    List<RowSet> own =
        nodes.values().stream().map(Node::set).filter(s -> s.table().equals(table)).toList();
    Set<String> rowKey = own.stream().flatMap(s -> s.key().stream()).collect(Collectors.toSet());
    List<String> clear =
        description.table(table).stream()
            .flatMap(t -> columns.stream().flatMap(c -> t.column(c).stream()))
            .filter(Description.Column::nullable)
            .map(Description.Column::name)
            .filter(c -> !rowKey.contains(c))
            .toList();
    return new Pointer(new Pointing(table, columns, own), key, declared, clear);
  }
}
