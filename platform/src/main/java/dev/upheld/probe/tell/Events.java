package dev.upheld.probe.tell;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which events somebody wants: names such as {@code promise.broken}, and families such as {@code
 * request.*}.
 *
 * @param patterns one at least
 */
public record Events(Set<String> patterns) {
  /** What promises bring. */
  public static final List<String> OF_PROMISES =
      List.of("promise.broken", "promise.upheld", "promise.at-risk", "promise.unproven");

  /** All that promises bring, and nothing else. */
  public static final Events PROMISES = new Events(Set.of("promise.*"));

  private static final String ALL = ".*";

  public Events {
    patterns = Set.copyOf(patterns);
  }

  /**
   * Reads a list with commas.
   *
   * @param known all events there are
   * @return empty when a word of it means none of them
   */
  public static Optional<Events> parse(String text, Collection<String> known) {
    Set<String> patterns =
        Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    return patterns.stream().allMatch(p -> known.stream().anyMatch(e -> means(p, e)))
        ? Optional.of(new Events(patterns))
        : Optional.empty();
  }

  /** Whether this one is wanted. */
  public boolean takes(String event) {
    return patterns.stream().anyMatch(p -> means(p, event));
  }

  private static boolean means(String pattern, String event) {
    return pattern.endsWith(ALL)
        ? event.startsWith(pattern.substring(0, pattern.length() - 1)) && pattern.length() > 2
        : pattern.equals(event);
  }
}
