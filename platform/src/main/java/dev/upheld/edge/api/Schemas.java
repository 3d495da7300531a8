package dev.upheld.edge.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of records, as Jackson writes them. */
final class Schemas {
  private final JsonMapper mapper;
  private final Map<String, ObjectNode> known = new TreeMap<>();

  Schemas(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** Every record met so far, by name. */
  ObjectNode all() {
    ObjectNode all = mapper.createObjectNode();
    known.forEach(all::set);
    return all;
  }

  /** The schema of a type; records are described once and pointed to. */
  ObjectNode of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    if (type instanceof Class<?> plain) {
      return plain.isRecord() ? reference(plain) : simple(plain);
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  private ObjectNode ofGeneric(ParameterizedType type) {
    Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    ObjectNode node = mapper.createObjectNode();
    if (type.getRawType() == List.class) {
      node.put("type", "array").set("items", of(last));
    } else if (type.getRawType() == Map.class) {
      node.put("type", "object").set("additionalProperties", of(last));
    } else if (type.getRawType() == Optional.class) {
      ArrayNode either = node.putArray("anyOf");
      either.add(of(last));
      either.addObject().put("type", "null");
    } else {
      throw new IllegalArgumentException("no schema for " + type);
    }
    return node;
  }

  private ObjectNode simple(Class<?> type) {
    ObjectNode node = mapper.createObjectNode();
    if (type == String.class) {
      node.put("type", "string");
    } else if (type == Instant.class) {
      node.put("type", "string").put("format", "date-time");
    } else if (type == boolean.class || type == Boolean.class) {
      node.put("type", "boolean");
    } else if (type == int.class || type == Integer.class) {
      node.put("type", "integer").put("format", "int32");
    } else if (type == long.class || type == Long.class) {
      node.put("type", "integer").put("format", "int64");
    } else if (type == double.class) {
      node.put("type", "number");
    } else if (type != Object.class) {
      throw new IllegalArgumentException("no schema for " + type);
    }
    return node;
  }

  private ObjectNode reference(Class<?> record) {
    String name = record.getSimpleName().replaceFirst("(Shape|Body)$", "");
    if (!known.containsKey(name)) {
      ObjectNode schema = mapper.createObjectNode().put("type", "object");
      known.put(name, schema);
      ObjectNode properties = schema.putObject("properties");
      ArrayNode required = mapper.createArrayNode();
      for (RecordComponent component : record.getRecordComponents()) {
        properties.set(component.getName(), of(component.getGenericType()));
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          required.add(component.getName());
        }
      }
      if (!required.isEmpty()) {
        schema.set("required", required);
      }
    }
    return mapper.createObjectNode().put("$ref", "#/components/schemas/" + name);
  }
}
