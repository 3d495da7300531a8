package dev.upheld.engine;

import dev.upheld.kernel.ProblemException;
import dev.upheld.register.HeldRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row's key as people write it: a value, or {@code key1=A,key2=7} where several columns name
 * rows.
 */
final class HeldKey {
  private HeldKey() {}

  /**
   * The values of the key's columns, in their order.
   *
   * @param place as {@code system/place}, for messages
   * @param key the columns
   * @throws ProblemException where not each of the columns is named once; it tells no value
   */
  static List<HeldRows.Also> values(String place, List<String> key, String written) {
    if (key.size() == 1) {
      return List.of(new HeldRows.Also(key.getFirst(), written));
    }
    Map<String, String> values = new TreeMap<>();
    List<HeldRows.Also> parts = parts(key, written);
    parts.forEach(part -> values.put(part.column(), part.value()));
    if (parts.size() != key.size() || values.size() != key.size()) {
      throw EngineProblem.HELD_ROWS.because(
          "Rows of " + place + " are named by several columns: " + String.join(", ", key) + ".",
          "Write each of them once with its value, like "
              + String.join("=..,", key)
              + "=.., or hold a range of one of these columns, and say which.");
    }
    List<HeldRows.Also> ordered = new ArrayList<>();
    key.forEach(column -> ordered.add(new HeldRows.Also(column, values.getOrDefault(column, ""))));
    return ordered;
  }

  /** A comma ends a value only where a column of the key and an equals sign follow. */
  private static List<HeldRows.Also> parts(List<String> key, String written) {
    String any = String.join("|", key.stream().map(Pattern::quote).toList());
    Matcher names = Pattern.compile("(?:^|,)\\s*(" + any + ")=").matcher(written);
    List<HeldRows.Also> parts = new ArrayList<>();
    String column = "";
    int from = 0;
    while (names.find()) {
      if (column.isEmpty() && names.start() > 0) {
        return List.of(); // something stands before the first column
      }
      if (!column.isEmpty()) {
        parts.add(new HeldRows.Also(column, written.substring(from, names.start()).strip()));
      }
      column = names.group(1);
      from = names.end();
    }
    if (!column.isEmpty()) {
      parts.add(new HeldRows.Also(column, written.substring(from).strip()));
    }
    return parts;
  }
}
