package dev.upheld.discover.review;

import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.read.DataMapReader;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.discover.Suggestions;
import dev.upheld.discover.Yaml;
import dev.upheld.discover.review.ColumnLine.Standing;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a data map as it is reviewed: what it says, and what is thought of each line. */
final class SheetReader {
  private static final Pattern CONFIDENCE =
      Pattern.compile("(?:^|[ ,])([01]\\.[0-9]{2})(?=[:;]|$)");
  private static final Pattern TERM = Pattern.compile("\\b[a-z][a-z-]*:[A-Z][A-Za-z]+");

  private final Workspace workspace;
  private final Mapping root;
  private final Remarks remarks;
  private final Map<String, List<String>> words = new LinkedHashMap<>();

  private SheetReader(Workspace workspace, Mapping root, String text) {
    this.workspace = workspace;
    this.root = root;
    this.remarks = new Remarks(root, text);
  }

  static MapSheet read(Workspace workspace, String system, String text) {
    DataMapReader.Result reading =
        Workspaces.reading(workspace, system, text.getBytes(StandardCharsets.UTF_8));
    String digest = Digest.of(text);
    Optional<Mapping> root = Rewrite.root("datamap/" + system + ".yaml", text);
    if (root.isEmpty() || !reading.faults().isEmpty()) {
      return new MapSheet(system, digest, List.of(), Map.of(), Map.of(), reading.faults());
    }
    return new SheetReader(workspace, root.get(), text).sheet(system, digest, reading);
  }

  private MapSheet sheet(String system, String digest, DataMapReader.Result reading) {
    List<PlaceSheet> places = new ArrayList<>();
    for (String id : keys(root.get(Editor.PLACES))) {
      Optional.ofNullable(reading.proposed().get(id))
          .map(place -> place(place, true))
          .or(() -> Optional.ofNullable(reading.places().get(id)).map(p -> place(p, false)))
          .ifPresent(places::add);
    }
    return new MapSheet(
        system, digest, places, texts(reading.undecided()), texts(reading.ignored()), List.of());
  }

  private static Map<String, String> texts(Map<TableName, String> tables) {
    Map<String, String> texts = new LinkedHashMap<>();
    tables.forEach((table, text) -> texts.put(Yaml.table(table), text));
    return texts;
  }

  private static Set<String> keys(Optional<YamlNode> node) {
    return node.filter(Mapping.class::isInstance)
        .map(n -> ((Mapping) n).entries().keySet())
        .orElse(Set.of());
  }

  private PlaceSheet place(Place place, boolean proposed) {
    String why = remarks.ofLine(place.id(), "activity");
    return new PlaceSheet(
        place,
        Yaml.table(place.table()),
        proposed,
        confidence(why),
        reason(why),
        columns(place),
        reasons(place));
  }

  private Map<String, String> reasons(Place place) {
    Map<String, String> reasons = new LinkedHashMap<>();
    place
        .clocks()
        .keySet()
        .forEach(event -> reasons.put(event, remarks.ofLine(place.id(), "clocks", event)));
    place
        .links()
        .forEach(
            link -> {
              String via = String.join(",", link.columns());
              reasons.put(via, remarks.ofLine(place.id(), "links", via));
            });
    return reasons;
  }

  private List<ColumnLine> columns(Place place) {
    List<ColumnLine> columns = new ArrayList<>();
    place.fields().values().forEach(f -> columns.add(field(place, f, written(place, f.name()))));
    Optional<YamlNode> open = node(place.id()).flatMap(p -> p.get(Editor.UNDECIDED));
    open.filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .ifPresent(
            all ->
                all.entries()
                    .forEach((column, entry) -> columns.add(open(place, column, entry.value()))));
    place
        .technical()
        .forEach(c -> columns.add(technical(place, written(place, FieldName.whole(c)))));
    place.technicalParts().forEach(part -> columns.add(technical(place, written(place, part))));
    Set<String> used = used(place);
    columns.forEach(c -> used.remove(c.column()));
    used.forEach(
        c ->
            columns.add(
                new ColumnLine(
                    c,
                    Standing.USED,
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    List.of())));
    return columns;
  }

  private Optional<Mapping> node(String id) {
    return root.get(Editor.PLACES)
        .filter(Mapping.class::isInstance)
        .flatMap(places -> ((Mapping) places).get(id))
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast);
  }

  /** The name as the file has it, which may be one of several ways to write it. */
  private String written(Place place, FieldName name) {
    if (name.toString().equals(name.column())) {
      return name.column();
    }
    Optional<Mapping> node = node(place.id());
    Stream<String> fields = keys(node.flatMap(p -> p.get(Editor.FIELDS))).stream();
    Stream<String> technical =
        node.flatMap(p -> p.get(Editor.TECHNICAL))
            .filter(Sequence.class::isInstance)
            .map(list -> ((Sequence) list).items().stream())
            .orElseGet(Stream::empty)
            .flatMap(
                item -> item instanceof Scalar scalar ? Stream.of(scalar.text()) : Stream.empty());
    return Stream.concat(fields, technical)
        .filter(key -> FieldName.read(key).equals(new FieldName.Read.Sound(name)))
        .findFirst()
        .orElseGet(name::toString);
  }

  private ColumnLine field(Place place, Field field, String name) {
    String why = remarks.ofColumn(place.id(), name);
    return new ColumnLine(
        name,
        Standing.FIELD,
        Optional.of(field.word()),
        field.end(),
        reason(why),
        confidence(why),
        List.of(field.word()));
  }

  private ColumnLine technical(Place place, String column) {
    String why = remarks.ofColumn(place.id(), column);
    return new ColumnLine(
        column,
        Standing.TECHNICAL,
        Optional.empty(),
        Optional.empty(),
        reason(why),
        confidence(why),
        List.of());
  }

  private ColumnLine open(Place place, String column, YamlNode thought) {
    String text = thought instanceof Scalar scalar ? scalar.text() : "";
    Optional<String> activity = place.activities().stream().findFirst();
    Set<String> suggested = new LinkedHashSet<>();
    Matcher term = TERM.matcher(text);
    while (term.find()) {
      suggested.addAll(words(term.group(), activity));
    }
    return new ColumnLine(
        column,
        Standing.UNDECIDED,
        Optional.empty(),
        Optional.empty(),
        text.replaceFirst(", [01]\\.[0-9]{2}(?=[:;]|$)", ""),
        confidence(text),
        List.copyOf(suggested));
  }

  private List<String> words(String term, Optional<String> activity) {
    return words.computeIfAbsent(
        activity.orElse("") + " " + term, _ -> Suggestions.words(workspace, term, activity));
  }

  private static Set<String> used(Place place) {
    Set<String> used = new LinkedHashSet<>(place.subjects().values());
    used.addAll(place.residence().values());
    place.links().forEach(link -> used.addAll(link.columns()));
    place.elsewhere().forEach(link -> used.addAll(link.columns()));
    place
        .clocks()
        .values()
        .forEach(
            bound -> {
              if (bound.clock() instanceof Clock.Column own) {
                used.add(own.column());
              }
            });
    return used;
  }

  private static Optional<Double> confidence(String text) {
    Matcher found = CONFIDENCE.matcher(text);
    return found.find() ? Optional.of(Double.valueOf(found.group(1))) : Optional.empty();
  }

  /** The reasons without the figure that leads them. */
  private static String reason(String remark) {
    return remark.replaceFirst("^[01]\\.[0-9]{2}:? ?", "");
  }
}
