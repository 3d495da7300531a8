package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keys of rows as one text each, whatever number of columns names a row: that of its only column,
 * or of all with their lengths, so that no two keys look alike.
 */
final class RowKeys {
  private RowKeys() {}

  /** The text of a key. */
  static String text(List<String> key) {
    return key.size() == 1
        ? key.getFirst()
        : key.stream().map(k -> k.length() + ":" + k).collect(Collectors.joining(","));
  }

  /** Keys of all rows of a set, by their text; a row without a whole key is none of them. */
  static Map<String, List<String>> of(ActSession session, RowSet set) {
    Map<String, List<String>> keys = new TreeMap<>();
    if (set.key().size() == 1) {
      session.values(set, set.key().getFirst(), Integer.MAX_VALUE).stream()
          .map(List::of)
          .forEach(key -> keys.put(text(key), key));
    } else {
      session.read(
          set, set.key(), (_, values) -> whole(values).ifPresent(key -> keys.put(text(key), key)));
    }
    return keys;
  }

  /** The key among these values; empty where one of them is null. */
  static Optional<List<String>> whole(List<Optional<String>> values) {
    List<String> key = new ArrayList<>();
    values.forEach(value -> value.ifPresent(key::add));
    return key.size() == values.size() ? Optional.of(key) : Optional.empty();
  }
}
