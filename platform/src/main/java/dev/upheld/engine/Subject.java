package dev.upheld.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of a person by which their data is found. Personal data: prints as nothing.
 *
 * @param identifiers by word: a data word of the charter that singles people out ({@code email}),
 *     or a word for people with their number ({@code customers}); each with one value or several
 */
public record Subject(SortedMap<String, List<String>> identifiers) {
  public Subject {
    TreeMap<String, List<String>> copy = new TreeMap<>();
    identifiers.forEach(
        (word, values) ->
            copy.put(word, values.stream().map(String::strip).distinct().sorted().toList()));
    identifiers = java.util.Collections.unmodifiableSortedMap(copy);
    if (copy.isEmpty() || copy.values().stream().anyMatch(Subject::isEmpty)) {
      throw EngineProblem.SUBJECT.because(
          "Nothing was said of the person, or a word has no value.",
          "Give at least one identifier, for example: email: their address.");
    }
  }

  /** Of one value each. */
  public static Subject of(Map<String, String> identifiers) {
    return new Subject(
        new TreeMap<>(
            identifiers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())))));
  }

  private static boolean isEmpty(Collection<String> values) {
    return values.isEmpty() || values.stream().anyMatch(String::isEmpty);
  }

  /** One text for the whole, to be hashed with a key; the same for the same identifiers. */
  String canonical() {
    return identifiers.entrySet().stream()
        .map(e -> e.getKey() + "=" + String.join("\u001f", e.getValue()))
        .collect(Collectors.joining("\u001e"));
  }

  @Override
  public String toString() {
    return "Subject" + identifiers.keySet();
  }
}
