package dev.upheld.engine.residue;

import dev.upheld.crypto.KeyedTag;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Tombstone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Knows erased identifiers again. A bit for each short hash rules nearly every value out at once,
 * the sorted short hashes nearly all others; only then the long hash is made. Thread-safe.
 */
final class Sieve {
  private static final int BITS_EACH = 256;
  private static final int FEWEST_BITS = 1 << 16;
  private static final int MOST_BITS = 1 << 28;

  private final KeyedTag key;
  private final Fingerprints fingerprints;
  private final Map<String, List<Tombstone>> byPrint = new HashMap<>();
  private final Set<String> words = new TreeSet<>();
  private final long[] bits;
  private final int mask;
  private final int[] tags;
  private final boolean open;

  /**
   * @param tombstones of all systems; one without a short hash makes every value pass to the long
   *     one
   */
  Sieve(List<Tombstone> tombstones, Fingerprints fingerprints) {
    this.key = fingerprints.tags();
    this.fingerprints = fingerprints;
    for (Tombstone tombstone : tombstones) {
      byPrint.computeIfAbsent(tombstone.fingerprint(), p -> new ArrayList<>()).add(tombstone);
      words.add(tombstone.word());
    }
    open = tombstones.stream().anyMatch(t -> t.tag().isEmpty());
    tags =
        tombstones.stream()
            .map(Tombstone::tag)
            .flatMap(Optional::stream)
            .mapToInt(Integer::intValue)
            .sorted()
            .distinct()
            .toArray();
    int size = Math.clamp((long) tags.length * BITS_EACH, FEWEST_BITS, MOST_BITS);
    int whole = Integer.highestOneBit(size);
    mask = whole - 1;
    bits = new long[whole >> 6];
    for (int tag : tags) {
      bits[(tag & mask) >> 6] |= 1L << tag;
    }
  }

  /** How many identifiers it knows. */
  int identifiers() {
    return byPrint.size();
  }

  Set<String> words() {
    return words;
  }

  /** Whether these bytes may be an erased identifier; usually false. */
  boolean passes(byte[] bytes, int from, int to) {
    if (open) {
      return true;
    }
    int tag = (int) key.of(bytes, from, to);
    return (bits[(tag & mask) >> 6] & (1L << tag)) != 0 && Arrays.binarySearch(tags, tag) >= 0;
  }

  /** The erasures of whoever has this identifier, under any of these words. */
  List<Tombstone> of(byte[] bytes, int from, int to, Set<String> among) {
    String value = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    List<Tombstone> found = new ArrayList<>();
    for (String word : among) {
      found.addAll(byPrint.getOrDefault(fingerprints.of(word, value), List.of()));
    }
    return found;
  }
}
