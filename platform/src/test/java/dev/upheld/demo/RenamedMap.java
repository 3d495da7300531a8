package dev.upheld.demo;

import dev.upheld.datamap.TableName;
import dev.upheld.demo.sql.Dialect;
import dev.upheld.demo.sql.Names;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A data map with other names of tables and columns, written as JSON, which is YAML too. */
record RenamedMap(Names names, Dialect dialect) {
  /** Keys of clocks, links and conditions whose values are columns. */
  private static final Set<String> COLUMNS = Set.of("column", "via", "key", "until", "else");

  /** Keys whose values name a column of another place. */
  private static final Set<String> REFERENCES = Set.of("max", "min", "of", "to");

  String of(Mapping root) {
    Map<String, String> map = new LinkedHashMap<>();
    root.entries()
        .forEach(
            (key, entry) ->
                map.put(
                    key,
                    switch (key) {
                      case "places" -> places((Mapping) entry.value());
                      case "ignore" -> keys((Mapping) entry.value(), this::table, this::asIs);
                      default -> asIs(entry.value());
                    }));
    return object(map);
  }

  private String places(Mapping places) {
    Map<String, String> renamed = new LinkedHashMap<>();
    places.entries().forEach((id, entry) -> renamed.put(id, place(id, (Mapping) entry.value())));
    return object(renamed);
  }

  private String place(String id, Mapping place) {
    Map<String, String> renamed = new LinkedHashMap<>();
    String table = place.get("table").map(t -> ((Scalar) t).text()).orElse(id);
    renamed.put("table", quote(table(table)));
    renamed.put("key", place.get("key").map(this::columns).orElse(quote(names.column("id"))));
    place
        .entries()
        .forEach(
            (key, entry) -> {
              YamlNode value = entry.value();
              switch (key) {
                case "table", "key" -> {}
                case "subject", "residence", "technical" -> renamed.put(key, columns(value));
                case "clocks", "exempt", "states" -> renamed.put(key, clocks(value));
                case "links" ->
                    renamed.put(key, keys((Mapping) value, names::column, this::structure));
                case "fields" -> renamed.put(key, keys((Mapping) value, names::column, this::asIs));
                default -> renamed.put(key, asIs(value));
              }
            });
    return object(renamed);
  }

  /** By event or word: a column, or a structure with columns in it. */
  private String clocks(YamlNode node) {
    return keys(
        (Mapping) node,
        key -> key,
        value -> value instanceof Scalar ? columns(value) : structure(value));
  }

  private String structure(YamlNode node) {
    if (!(node instanceof Mapping mapping)) {
      return asIs(node);
    }
    Map<String, String> renamed = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              YamlNode value = entry.value();
              if (value instanceof Mapping) {
                renamed.put(key, structure(value));
              } else if (COLUMNS.contains(key)) {
                renamed.put(key, columns(value));
              } else if (REFERENCES.contains(key)) {
                renamed.put(key, quote(reference(((Scalar) value).text())));
              } else {
                renamed.put(key, asIs(value));
              }
            });
    return object(renamed);
  }

  /** Every scalar below is a column. */
  private String columns(YamlNode node) {
    return json(node, names::column);
  }

  private String reference(String written) {
    int dot = written.indexOf('.');
    return written.substring(0, dot) + ".\"" + names.column(written.substring(dot + 1)) + '"';
  }

  /** The table as the database has it; without schemas the archive has a name of its own. */
  private String table(String written) {
    if (written.equals("upheld_demo")) {
      return written;
    }
    TableName name = TableName.parse(written);
    if (name.schema().isPresent() && !dialect.hasSchemas()) {
      return '"' + names.table(name.name() + "_archive") + '"';
    }
    return name.schema().map(s -> s + ".").orElse("") + '"' + names.table(name.name()) + '"';
  }

  private static String keys(
      Mapping mapping,
      UnaryOperator<String> key,
      java.util.function.Function<YamlNode, String> value) {
    Map<String, String> renamed = new LinkedHashMap<>();
    mapping.entries().forEach((k, e) -> renamed.put(key.apply(k), value.apply(e.value())));
    return object(renamed);
  }

  private String asIs(YamlNode node) {
    return json(node, text -> text);
  }

  private static String json(YamlNode node, UnaryOperator<String> scalar) {
    return switch (node) {
      case Scalar s -> quote(scalar.apply(s.text()));
      case Sequence s -> {
        List<String> items = new ArrayList<>();
        s.items().forEach(i -> items.add(json(i, scalar)));
        yield "[" + String.join(", ", items) + "]";
      }
      case Mapping m -> keys(m, k -> k, n -> json(n, scalar));
    };
  }

  private static String object(Map<String, String> entries) {
    return entries.entrySet().stream()
        .map(e -> quote(e.getKey()) + ": " + e.getValue())
        .collect(Collectors.joining(",\n", "{", "}"));
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
