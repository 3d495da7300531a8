package dev.upheld.charter.shape;

import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML tree as an editor hands it to a schema: scalars typed by YAML 1.2's core schema. */
public final class YamlJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

  private YamlJson() {}

  public static JsonNode of(YamlNode node) {
    return switch (node) {
      case Mapping m -> {
        ObjectNode object = NODES.objectNode();
        m.entries().values().forEach(e -> object.set(e.key(), of(e.value())));
        yield object;
      }
      case Sequence s -> {
        ArrayNode array = NODES.arrayNode();
        s.items().forEach(item -> array.add(of(item)));
        yield array;
      }
      case Scalar s -> scalar(s);
    };
  }

  private static JsonNode scalar(Scalar scalar) {
    String text = scalar.text();
    if (scalar.isNull()) {
      return NODES.nullNode();
    }
    if (scalar.quoted()) {
      return NODES.stringNode(text);
    }
    if (FLAG.matcher(text).matches()) {
      return NODES.booleanNode(text.equalsIgnoreCase("true"));
    }
    if (WHOLE.matcher(text).matches()) {
      return NODES.numberNode(new BigInteger(text));
    }
    return DECIMAL.matcher(text).matches()
        ? NODES.numberNode(Double.parseDouble(text))
        : NODES.stringNode(text);
  }
}
