package dev.upheld.charter.shape;

import dev.upheld.charter.shape.Shape.AnyOf;
import dev.upheld.charter.shape.Shape.Choice;
import dev.upheld.charter.shape.Shape.Flag;
import dev.upheld.charter.shape.Shape.Listing;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Ref;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shape.Table;
import dev.upheld.charter.shape.Shape.Text;
import dev.upheld.charter.shape.Shape.Whole;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a shape as JSON Schema, draft 2020-12, so that editors complete and check while people
 * type. The schema accepts exactly what {@link ShapeChecker} accepts, but for the checks a pattern
 * cannot say.
 */
public final class JsonSchemas {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SequencedMap<String, ObjectNode> definitions = new TreeMap<>();
  private final SequencedMap<String, Struct> known = new TreeMap<>();
  private final Deque<Struct> toWrite = new ArrayDeque<>();

  private JsonSchemas() {}

  /**
   * The schema of a file.
   *
   * @param id of the schema, a URI
   * @return indented JSON, ending with a line break; the same for the same shape
   */
  public static String write(String id, Struct root) {
    ObjectNode schema = new JsonSchemas().schema(id, root);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(schema)
        + "\n";
  }

  private ObjectNode schema(String id, Struct root) {
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", id);
    schema.put("title", root.called());
    write(root, schema);
    while (!toWrite.isEmpty()) {
      Struct next = toWrite.removeFirst();
      ObjectNode definition = NODES.objectNode();
      definitions.put(next.name(), definition);
      write(next, definition);
    }
    ObjectNode all = schema.putObject("$defs");
    definitions.forEach(all::set);
    return schema;
  }

  private void write(Struct struct, ObjectNode into) {
    into.put("description", struct.doc());
    into.put("type", "object");
    into.put("additionalProperties", false);
    ObjectNode properties = into.putObject("properties");
    ArrayNode required = NODES.arrayNode();
    for (Field field : struct.fields()) {
      ObjectNode property = schema(field.shape());
      property.put("description", field.doc());
      properties.set(field.key(), property);
      if (field.required()) {
        required.add(field.key());
      }
    }
    if (!required.isEmpty()) {
      into.set("required", required);
    }
    if (!struct.rules().isEmpty()) {
      ArrayNode all = into.putArray("allOf");
      struct.rules().forEach(rule -> all.add(rule(rule)));
    }
  }

  private ObjectNode schema(Shape shape) {
    ObjectNode node = NODES.objectNode();
    switch (shape) {
      case Text t -> {
        strings(node.putArray("type"), List.of("string", "number", "boolean"));
        node.put("pattern", "\\S");
        node.putArray("examples").add(t.example());
      }
      case Literal l -> {
        node.put("type", "string");
        node.put("pattern", anchored(l));
        node.put("maxLength", Literal.LONGEST);
        node.putArray("examples").add(l.example());
      }
      case Choice c -> strings(node.putArray("enum"), c.values().sequencedKeySet());
      case Whole w -> node.put("type", "integer").put("minimum", w.min()).put("maximum", w.max());
      case Flag f -> node.put("type", "boolean");
      case Listing l -> listing(l, node);
      case Table t -> {
        node.put("type", "object");
        node.putObject("propertyNames")
            .put("pattern", anchored(t.key()))
            .put("maxLength", Literal.LONGEST);
        node.set("additionalProperties", schema(t.value()));
      }
      case Struct s -> node.put("$ref", reference(s));
      case Ref r -> node.put("$ref", reference(r.to().get()));
      case AnyOf a -> a.of().forEach(s -> node.withArray("anyOf").add(schema(s)));
    }
    return node;
  }

  private void listing(Listing listing, ObjectNode node) {
    node.put("type", "array");
    node.set("items", schema(listing.item()));
    if (listing.min() > 0) {
      node.put("minItems", listing.min());
    }
    if (listing.unique()) {
      node.put("uniqueItems", true);
    }
  }

  private static String anchored(Literal literal) {
    return "^(?:" + literal.pattern().pattern() + ")$";
  }

  private String reference(Struct struct) {
    Struct before = known.putIfAbsent(struct.name(), struct);
    if (before == null) {
      toWrite.add(struct);
    } else if (!before.doc().equals(struct.doc())) {
      throw new IllegalStateException("two structs are named " + struct.name());
    }
    return "#/$defs/" + struct.name();
  }

  private static ObjectNode rule(Rule rule) {
    ObjectNode node = NODES.objectNode();
    switch (rule) {
      case Rule.ExactlyOne one ->
          one.keys().forEach(key -> node.withArray("oneOf").add(requires(List.of(key))));
      case Rule.AtLeastOne one ->
          one.keys().forEach(key -> node.withArray("anyOf").add(requires(List.of(key))));
      case Rule.AtMostOne one -> {
        ArrayNode pairs = node.putObject("not").putArray("anyOf");
        for (int i = 0; i < one.keys().size(); i++) {
          for (int j = i + 1; j < one.keys().size(); j++) {
            pairs.add(requires(List.of(one.keys().get(i), one.keys().get(j))));
          }
        }
      }
      case Rule.Needs needs ->
          node.putObject("dependentRequired").putArray(needs.key()).add(needs.other());
      case Rule.When when -> {
        ObjectNode condition = node.putObject("if");
        strings(
            condition.putObject("properties").putObject(when.key()).putArray("enum"),
            when.values());
        condition.putArray("required").add(when.key());
        node.set("then", requires(List.of(when.other())));
      }
    }
    return node;
  }

  private static ObjectNode requires(List<String> keys) {
    ObjectNode node = NODES.objectNode();
    strings(node.putArray("required"), keys);
    return node;
  }

  private static void strings(ArrayNode array, Collection<String> values) {
    values.forEach(array::add);
  }
}
