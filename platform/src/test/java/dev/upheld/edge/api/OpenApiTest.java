package dev.upheld.edge.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Needs;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the interface says what the controllers do. */
class OpenApiTest {
  private final ObjectNode document = OpenApi.of("1", DocumentApi.CONTROLLERS);

  private static List<Method> ways() {
    return DocumentApi.CONTROLLERS.stream()
        .flatMap(c -> Stream.of(c.getDeclaredMethods()))
        .filter(
            m ->
                m.isAnnotationPresent(GetMapping.class) || m.isAnnotationPresent(PostMapping.class))
        .toList();
  }

  private JsonNode operation(Method way) {
    GetMapping get = way.getAnnotation(GetMapping.class);
    return get != null
        ? document.at("/paths").path(get.value()[0]).path("get")
        : document.at("/paths").path(way.getAnnotation(PostMapping.class).value()[0]).path("post");
  }

  @Test
  void everyWayInIsDescribedWithItsScope() {
    assertThat(ways()).hasSizeGreaterThanOrEqualTo(12);
    for (Method way : ways()) {
      JsonNode operation = operation(way);
      assertThat(operation.path("summary").asString("")).as(way.getName()).endsWith(".");
      Needs needs = way.getAnnotation(Needs.class);
      assertThat(operation.path("description").asString(""))
          .contains(needs == null ? "signature" : needs.value().scope());
    }
  }

  @Test
  void everyPointerLeadsToASchema() {
    List<String> pointers = new ArrayList<>();
    collect(document, pointers);
    assertThat(pointers).isNotEmpty();
    for (String pointer : pointers) {
      assertThat(document.at(pointer.substring(1)).isObject()).as(pointer).isTrue();
    }
  }

  @Test
  void fieldsThatMayBeMissingAreNotRequired() {
    JsonNode attest = document.at("/components/schemas/Attest");
    assertThat(attest.at("/properties/until/type").asString("")).isEqualTo("string");
    assertThat(attest.has("required")).isFalse();
    assertThat(document.at("/components/schemas/Tile/required").toString())
        .contains("\"verdict\"", "\"id\"");
    assertThat(
            operation(
                    ways().stream()
                        .filter(w -> w.getName().equals("wall"))
                        .findFirst()
                        .orElseThrow())
                .path("parameters")
                .toString())
        .contains("\"clause\"", "\"in\":\"query\"");
  }

  private static void collect(JsonNode node, List<String> pointers) {
    if (node.has("$ref")) {
      pointers.add(node.get("$ref").asString());
    }
    node.forEach(child -> collect(child, pointers));
  }
}
