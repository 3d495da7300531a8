package dev.upheld.connect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The smallest hashes of a column's distinct values, in ascending order: enough to tell what share
 * of them another column has, and never a value.
 */
final class Sketch {
  /** Of fewer common small hashes nothing is concluded. */
  private static final int ENOUGH = 20;

  /** Of a column with fewer distinct values nothing is concluded, however many are common. */
  private static final int FEWEST = 10;

  /**
   * @param compared hashes of the smaller one that could be looked for in the other
   * @param common those in both
   */
  record Overlap(double share, long compared, List<Long> common) {}

  private final long[] hashes;
  private final boolean whole;

  /**
   * @param hashes the smallest ones, ascending; not to be changed any more
   * @param whole whether these are all there are
   */
  Sketch(long[] hashes, boolean whole) {
    this.hashes = hashes;
    this.whole = whole;
  }

  /** How much of the smaller of the two is in both; empty where too little is known. */
  Optional<Overlap> overlap(Sketch other) {
    long reach = Math.min(reach(), other.reach());
    long[] mine = upTo(reach);
    long[] theirs = other.upTo(reach);
    int compared = Math.min(mine.length, theirs.length);
    boolean all = whole && other.whole;
    if (compared < (all ? FEWEST : ENOUGH)) {
      return Optional.empty();
    }
    List<Long> common =
        Arrays.stream(mine).filter(h -> Arrays.binarySearch(theirs, h) >= 0).boxed().toList();
    return Optional.of(new Overlap((double) common.size() / compared, compared, common));
  }

  private long reach() {
    return whole || hashes.length == 0 ? Long.MAX_VALUE : hashes[hashes.length - 1];
  }

  private long[] upTo(long reach) {
    return Arrays.stream(hashes).takeWhile(hash -> hash <= reach).toArray();
  }
}
