package dev.upheld.connect.act;

import java.util.Optional;
import java.util.Set;

/**
 * Which rows of a set are taken next.
 *
 * @param fates only rows with one of these
 * @param after only rows that come after this mark, in the order of marks; the empty text is before
 *     all. Where it is missing, the deepest level comes first
 * @param atMost rows
 */
public record Slice(Set<Integer> fates, Optional<String> after, long atMost) {
  public Slice {
    fates = Set.copyOf(fates);
  }

  /** Rows of one fate, the deepest level first. */
  public static Slice deepest(int fate, long atMost) {
    return new Slice(Set.of(fate), Optional.empty(), atMost);
  }

  /** Rows of these fates, in the order of marks. */
  public static Slice after(Set<Integer> fates, String mark, long atMost) {
    return new Slice(fates, Optional.of(mark), atMost);
  }
}
