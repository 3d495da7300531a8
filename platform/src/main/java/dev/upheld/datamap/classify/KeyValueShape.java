package dev.upheld.datamap.classify;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table whose rows hold a key and a value: {@code user_attribute(name, value)}, {@code
 * wp_usermeta(meta_key, meta_value)}.
 *
 * @param named whether the names of the columns say so; otherwise only a unique key over the owner
 *     and one text does, and the rows must
 */
public record KeyValueShape(String keyColumn, String valueColumn, boolean named) {
  private static final Set<String> KEYS =
      Set.of(
          "key",
          "name",
          "attribute",
          "attr",
          "property",
          "prop",
          "setting",
          "option",
          "param",
          "parameter",
          "field",
          "variable",
          "var",
          "code",
          "cle",
          "nom",
          "schlussel",
          "clave",
          "chiave",
          "avain");
  private static final Set<String> VALUES =
      Set.of("value", "val", "values", "wert", "valeur", "valor", "valore", "arvo");

  /** Say of which type a value is, and nothing else. */
  private static final Set<String> TYPES =
      Set.of("string", "text", "long", "varchar", "char", "str", "raw", "json");

  private static final int SHORT = 60;

  /**
   * Looks at a table.
   *
   * @param columns all of them, with their families
   * @param lengths of those that are bounded
   * @param unique the columns of each unique key
   */
  public static Optional<KeyValueShape> of(
      Map<String, TypeFamily> columns,
      Map<String, Integer> lengths,
      Collection<List<String>> unique) {
    return byName(columns).or(() -> byKey(columns, lengths, unique));
  }

  private static Optional<KeyValueShape> byName(Map<String, TypeFamily> columns) {
    for (Map.Entry<String, TypeFamily> value : columns.entrySet()) {
      List<String> words = NameWords.of(value.getKey()).inOrder();
      if (value.getValue().isWordy() && isValue(words)) {
        List<String> prefix =
            words.stream().filter(w -> !VALUES.contains(w) && !TYPES.contains(w)).toList();
        Optional<String> key = key(columns, prefix, value.getKey());
        if (key.isPresent()) {
          return Optional.of(new KeyValueShape(key.get(), value.getKey(), true));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isValue(List<String> words) {
    return words.stream().anyMatch(VALUES::contains)
        && (VALUES.contains(words.getLast()) || TYPES.contains(words.getLast()));
  }

  /**
   * A column for the key with the same words before it: {@code meta_key} and {@code meta_value}.
   */
  private static Optional<String> key(
      Map<String, TypeFamily> columns, List<String> prefix, String value) {
    return columns.entrySet().stream()
        .filter(c -> c.getValue() == TypeFamily.TEXT && !c.getKey().equals(value))
        .map(Map.Entry::getKey)
        .filter(name -> isKey(NameWords.of(name).inOrder(), prefix))
        .findFirst();
  }

  private static boolean isKey(List<String> words, List<String> prefix) {
    if (words.isEmpty()) {
      return false;
    }
    boolean last = KEYS.contains(words.getLast());
    List<String> before = words.subList(0, words.size() - 1);
    boolean bare = prefix.isEmpty() && KEYS.containsAll(words);
    return bare || (last && before.equals(prefix)) || (!prefix.isEmpty() && words.equals(prefix));
  }

  private static Optional<KeyValueShape> byKey(
      Map<String, TypeFamily> columns,
      Map<String, Integer> lengths,
      Collection<List<String>> unique) {
    for (List<String> key : unique) {
      List<String> texts =
          key.stream()
              .filter(c -> columns.getOrDefault(c, TypeFamily.OTHER) == TypeFamily.TEXT)
              .toList();
      if (key.size() < 2 || texts.size() != 1) {
        continue;
      }
      Map<String, TypeFamily> free = new LinkedHashMap<>(columns);
      free.keySet().removeAll(key);
      List<String> values =
          free.entrySet().stream()
              .filter(c -> c.getValue().isWordy())
              .map(Map.Entry::getKey)
              .filter(c -> lengths.getOrDefault(c, Integer.MAX_VALUE) > SHORT)
              .toList();
      boolean wide = Collections.disjoint(values, texts) && values.size() == 1;
      if (wide) {
        return Optional.of(new KeyValueShape(texts.getFirst(), values.getFirst(), false));
      }
    }
    return Optional.empty();
  }
}
