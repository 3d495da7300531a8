package dev.upheld.discover;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.ForeignKey;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.LinkClues;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.links.Containment;
import dev.upheld.datamap.links.LinkFinder;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.discover.Imported.Kind;
import dev.upheld.discover.Imported.Told;
import dev.upheld.discover.Survey.SeenTable;
import dev.upheld.discover.fideslang.FidesFile.Category;
import dev.upheld.discover.fideslang.FidesFile.Collection;
import dev.upheld.discover.fideslang.FidesFile.Dataset;
import dev.upheld.discover.fideslang.FidesFile.Field;
import dev.upheld.discover.fideslang.FidesFile.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Annotated datasets as if they had been seen in the database. Used once. */
final class AnnotatedSurvey {
  /** A table and where the file speaks of it. */
  record Source(Dataset dataset, Collection collection) {
    List<Category> inherited() {
      return collection.categories().isEmpty() ? dataset.categories() : collection.categories();
    }

    boolean isLookedUp() {
      return collection.fields().stream().anyMatch(f -> f.identity().isPresent());
    }
  }

  /**
   * What the file says of a column pointing somewhere.
   *
   * @param path the column, or a part of one
   * @param target the table it points at, where it is one of these and a link can say it
   * @param turned whether the link is that table's: this column is the key that is pointed at
   */
  record Pointer(
      TableName from,
      String path,
      Reference reference,
      Optional<TableName> target,
      boolean turned) {

    String what() {
      return "%s points at %s of %s"
          .formatted(
              Annotations.brief(path),
              Annotations.brief(reference.field()),
              Annotations.brief(reference.dataset()));
    }
  }

  /** A column, and one it points at. */
  private record Edge(TableName from, String column, TableName to, String key) {}

  /** Two columns of two collections. */
  private record Ends(TableName there, Field field) {}

  private final Annotations annotations;
  private final Map<TableName, Source> sources = new LinkedHashMap<>();
  private final Map<Edge, Reference> edges = new LinkedHashMap<>();
  private final List<Pointer> pointers = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();

  /**
   * @param schema of the tables of datasets that name none
   * @param known tables the data map speaks of, as it writes them
   */
  AnnotatedSurvey(
      List<Dataset> datasets,
      Optional<String> schema,
      Set<TableName> known,
      Annotations annotations) {
    this.annotations = annotations;
    for (Dataset dataset : datasets) {
      for (Collection collection : dataset.collections()) {
        TableName name = name(dataset, collection, schema, known);
        Source other = sources.putIfAbsent(name, new Source(dataset, collection));
        if (other != null) {
          told.add(
              new Told(
                  Kind.LEFT,
                  collection.at(),
                  collection.name(),
                  "the dataset "
                      + other.dataset().key()
                      + " has this table as well; import one dataset at a time, with --schema"));
        }
      }
    }
    sources.forEach(this::edges);
  }

  private static TableName name(
      Dataset dataset, Collection collection, Optional<String> schema, Set<TableName> known) {
    Optional<String> stated = schema.or(dataset::schema).filter(s -> !s.isBlank());
    TableName written =
        stated.isPresent()
            ? new TableName(stated, collection.name())
            : TableName.parse(collection.name());
    TableName name =
        written.schema().filter("public"::equals).isPresent()
            ? new TableName(Optional.empty(), written.name())
            : written;
    // a map may say the schema where the file does not, and the other way round
    return known.contains(name)
        ? name
        : known.stream()
            .filter(k -> k.name().equals(name.name()))
            .filter(k -> k.schema().isEmpty() || name.schema().isEmpty())
            .findFirst()
            .orElse(name);
  }

  java.util.Collection<Source> sources() {
    return sources.values();
  }

  /** What the file says of one of its tables. */
  Source source(TableName table) {
    return Optional.ofNullable(sources.get(table)).orElseThrow();
  }

  /** Tables that are there twice. */
  List<Told> told() {
    return told;
  }

  /** All references of a table, whether links can say them or not. */
  List<Pointer> pointers(TableName table) {
    return pointers.stream().filter(p -> p.from().equals(table)).toList();
  }

  private void edges(TableName table, Source source) {
    for (Field field : source.collection().fields()) {
      for (Reference reference : field.references()) {
        pointers.add(edge(new Ends(table, field), reference));
      }
      inside(table, field.name(), field.fields());
    }
  }

  /** A data map's link leads from column to column. */
  private void inside(TableName table, String path, List<Field> parts) {
    for (Field part : parts) {
      String here = path + "." + part.name();
      part.references()
          .forEach(r -> pointers.add(new Pointer(table, here, r, Optional.empty(), false)));
      inside(table, here, part.fields());
    }
  }

  private Pointer edge(Ends here, Reference reference) {
    Optional<Ends> there = find(reference);
    boolean turned = here.field().key() && there.filter(t -> !t.field().key()).isPresent();
    there.ifPresent(
        other -> {
          Ends from = turned ? other : here;
          Ends to = turned ? here : other;
          edges.putIfAbsent(
              new Edge(from.there(), from.field().name(), to.there(), to.field().name()),
              reference);
        });
    return new Pointer(
        here.there(), here.field().name(), reference, there.map(Ends::there), turned);
  }

  private Optional<Ends> find(Reference reference) {
    String path = reference.field();
    return sources.entrySet().stream()
        .filter(e -> e.getValue().dataset().key().equals(reference.dataset()))
        .filter(e -> path.startsWith(e.getValue().collection().name() + "."))
        .flatMap(
            e ->
                e.getValue().collection().fields().stream()
                    .filter(f -> path.equals(e.getValue().collection().name() + "." + f.name()))
                    .map(f -> new Ends(e.getKey(), f)))
        .findFirst();
  }

  /** The whole, in the words of a survey. */
  Survey survey() {
    List<SeenTable> tables =
        sources.entrySet().stream().map(e -> table(e.getKey(), e.getValue())).toList();
    Description live =
        new Description("", tables.stream().map(SeenTable::table).toList(), List.of());
    return new Survey(live, tables, List.of(), 0);
  }

  private SeenTable table(TableName name, Source source) {
    List<Survey.SeenColumn> columns =
        source.collection().fields().stream()
            .map(f -> annotations.column(f, source.inherited()))
            .toList();
    Table table =
        new Table(
            name,
            name.schema().isEmpty(),
            TableKind.TABLE,
            columns.stream().map(Survey.SeenColumn::column).toList(),
            source.collection().fields().stream().filter(Field::key).map(Field::name).toList(),
            List.of(),
            edges.keySet().stream()
                .filter(e -> e.from().equals(name))
                .map(e -> new ForeignKey(List.of(e.column()), e.to(), List.of(e.key())))
                .toList(),
            Optional.empty(),
            -1,
            Sight.full());
    return new SeenTable(table, columns);
  }

  /** What the file's references are between tables, each with its kind and where it is said. */
  List<ProposedLink> links(Survey survey) {
    return LinkFinder.find(LinkClues.facts(survey.description()), Containment.UNKNOWN).stream()
        .filter(ProposedLink::declared)
        .map(this::said)
        .toList();
  }

  private ProposedLink said(ProposedLink link) {
    Edge edge =
        new Edge(
            link.from(), link.fromColumns().getFirst(), link.to(), link.toColumns().getFirst());
    Reference reference = Optional.ofNullable(edges.get(edge)).orElseThrow();
    // rows that are found by a person's row go with that person
    boolean theirs =
        link.kind() == Link.Kind.SHARED
            && reference.direction().filter("from"::equals).isPresent()
            && source(link.to()).isLookedUp();
    String why =
        "%s says so%s"
            .formatted(
                Annotations.place(reference.at()),
                reference.direction().map(d -> ", direction " + Annotations.brief(d)).orElse(""));
    return new ProposedLink(
        link.from(),
        link.fromColumns(),
        link.to(),
        link.toColumns(),
        false,
        theirs ? Link.Kind.OWNS : link.kind(),
        0.95,
        List.of(why));
  }
}
