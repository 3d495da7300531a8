package dev.upheld.datamap.classify;

import dev.upheld.datamap.Inside.Step;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the values that one known part covers are. A part may cover many paths, and what lies under
 * one of them must not drown in the others; so each is counted for itself, and all together, since
 * the keys on the way may be different in every document.
 */
final class PartContents {
  private static final int MOST_PATHS = 200;

  private final ContentTally all = new ContentTally();
  private final Map<List<Step>, ContentTally> paths = new LinkedHashMap<>();

  /**
   * @param path where the value stands; copied
   */
  void add(List<Step> path, String text) {
    all.text(text);
    ContentTally one = paths.get(path);
    if (one == null && paths.size() < MOST_PATHS) {
      one = new ContentTally();
      paths.put(List.copyOf(path), one);
    }
    if (one != null) {
      one.text(text);
    }
  }

  /** The one that says most: what leaves no doubt first, then what most values are. */
  Optional<ContentTally> telling() {
    return Stream.concat(Stream.of(all), paths.values().stream())
        .filter(tally -> tally.most().isPresent())
        .max(
            Comparator.comparing((ContentTally tally) -> tally.most().orElseThrow().isCertain())
                .thenComparing(tally -> tally.percent(tally.most().orElseThrow())));
  }
}
