package dev.upheld.register;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * That somebody was erased from a system, so that they can be erased again when a restore brings
 * them back. Holds no value: one identifier as a keyed hash.
 *
 * @param erasure digest of the plan; what has the same was one person
 * @param system the scope: where it was done
 * @param word what kind of identifier it is
 * @param fingerprint see {@link Fingerprints}
 * @param erased when, by the system's clock
 * @param reach on which ground and with which decisions it was done
 * @param expires when the oldest backup that could hold the person is gone
 * @param tag see {@link Fingerprints#tag}; empty where it was kept before there were tags
 */
public record Tombstone(
    String erasure,
    String system,
    String word,
    String fingerprint,
    Instant erased,
    Reach reach,
    Instant expires,
    Optional<Integer> tag) {

  /** Without a tag. */
  public Tombstone(
      String erasure,
      String system,
      String word,
      String fingerprint,
      Instant erased,
      Reach reach,
      Instant expires) {
    this(erasure, system, word, fingerprint, erased, reach, expires, Optional.empty());
  }

  /**
   * How far the erasure went; one that is done again goes no further.
   *
   * @param ground its id
   * @param keep activities somebody decided to keep
   * @param erase activities somebody decided to erase
   */
  public record Reach(String ground, Set<String> keep, Set<String> erase) {
    public Reach {
      keep = Set.copyOf(keep);
      erase = Set.copyOf(erase);
    }
  }
}
