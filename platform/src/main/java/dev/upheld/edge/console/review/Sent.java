package dev.upheld.edge.console.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form, as sent. A field sent twice is none: what it means would depend on who
 * reads it.
 */
record Sent(Map<String, String> fields) {
  private static final int LONGEST = 1_000;

  static Sent of(HttpServletRequest request) {
    Map<String, String> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (values.length == 1 && values[0].length() <= LONGEST) {
                fields.put(name, values[0].strip());
              }
            });
    return new Sent(fields);
  }

  static Sent nothing() {
    return new Sent(Map.of());
  }

  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The field, unless it is blank. */
  Optional<String> given(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  int number(String name) {
    String text = text(name);
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }
}
