package dev.upheld.connect.http;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers of partners: read within bounds, and looked into by path. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(1_000_000)
                          .maxNumberLength(100)
                          .maxNameLength(1_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private Json() {}

  /** The tree; empty when it is no JSON, or more than anybody needs. */
  static Optional<JsonNode> read(byte[] bytes) {
    try {
      return Optional.ofNullable(MAPPER.readTree(bytes)).filter(n -> !n.isMissingNode());
    } catch (JacksonException e) {
      return Optional.empty(); // its message quotes the answer, which may hold personal data
    }
  }

  /** What stands at a path such as {@code error.code}; empty for nothing and for null. */
  static Optional<JsonNode> at(JsonNode node, String path) {
    JsonNode here = node;
    for (String name : path.split("\\.", -1)) {
      if (here == null || !here.isObject()) {
        return Optional.empty();
      }
      here = here.get(name);
    }
    return Optional.ofNullable(here).filter(n -> !n.isNull());
  }

  /** The same as text; objects and lists as they are written. */
  static Optional<String> text(JsonNode node, String path) {
    return at(node, path).map(n -> n.isValueNode() ? n.asString() : n.toString());
  }

  /** Text only when it is a text or a number there. */
  static Optional<String> word(JsonNode node, String path) {
    return at(node, path).filter(n -> n.isString() || n.isIntegralNumber()).map(JsonNode::asString);
  }
}
