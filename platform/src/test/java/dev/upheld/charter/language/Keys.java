package dev.upheld.charter.language;

import dev.upheld.charter.shape.JsonSchemas;
import dev.upheld.charter.shape.Shape.Struct;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every key of a language, wherever it stands. */
final class Keys {
  private Keys() {}

  static Set<String> of(Struct root) {
    Set<String> keys = new TreeSet<>();
    collect(JsonMapper.builder().build().readTree(JsonSchemas.write("urn:test", root)), keys);
    return keys;
  }

  private static void collect(JsonNode node, Set<String> keys) {
    JsonNode properties = node.path("properties");
    if (node.has("additionalProperties") && properties.isObject()) {
      keys.addAll(properties.propertyNames());
    }
    node.forEach(child -> collect(child, keys));
  }
}
