package dev.upheld.engine;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is wrong about a person and what is right (GDPR Art. 16). Personal data: prints as nothing.
 *
 * @param values by data word of the charter: {@code email}
 */
public record Correction(SortedMap<String, Value> values) {
  private static final int LONGEST = 2_000;

  /**
   * What becomes of one word.
   *
   * @param from what is wrong; empty where it is whatever the person's own row holds
   * @param to what is right; never empty, since taking data away is erasing it
   */
  public record Value(Optional<String> from, String to) {
    public Value {
      from = from.map(String::strip).filter(f -> !f.isEmpty());
      to = to.strip();
    }

    @Override
    public String toString() {
      return "Value";
    }
  }

  public Correction {
    TreeMap<String, Value> copy = new TreeMap<>(values);
    values = java.util.Collections.unmodifiableSortedMap(copy);
    if (copy.isEmpty() || copy.values().stream().anyMatch(v -> !isSound(v.to()))) {
      throw EngineProblem.CORRECTION.because(
          "Nothing was said of what is right, or a value is empty, too long or has control"
              + " characters.",
          "Give each word its right value, for example: name: their name.");
    }
  }

  /** Of one right value each, whatever stands there now. */
  public static Correction of(Map<String, String> right) {
    TreeMap<String, Value> values = new TreeMap<>();
    right.forEach((word, to) -> values.put(word, new Value(Optional.empty(), to)));
    return new Correction(values);
  }

  private static boolean isSound(String value) {
    return !value.isEmpty()
        && value.length() <= LONGEST
        && value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
  }

  /** One text for the whole, to be hashed with a key. */
  String canonical() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue().from().orElse("") + "\u001f" + e.getValue().to())
        .collect(Collectors.joining("\u001e"));
  }

  @Override
  public String toString() {
    return "Correction" + values.keySet();
  }
}
