package dev.upheld.engine;

import java.util.Collection;
import java.util.Set;

/**
 * Who was told, long enough ago, that their data goes; asked for many rows at once. Only promises
 * that say so ({@code warn} in the charter) are asked about.
 */
public interface Warned {
  /** Nobody was told anything: what needs a warning stays. */
  Warned NOBODY = (_, _, keys) -> new Untold(Set.copyOf(keys), Set.of());

  /** To look what would go once everybody was told. */
  Warned EVERYBODY = (_, _, _) -> new Untold(Set.of(), Set.of());

  /**
   * Rows that must stay for now.
   *
   * @param never nobody was told of them, or what was told counts no more
   * @param lately somebody was told, and not long enough ago
   */
  record Untold(Set<String> never, Set<String> lately) {
    public Untold {
      never = Set.copyOf(never);
      lately = Set.copyOf(lately);
    }

    int rows() {
      return never.size() + lately.size();
    }
  }

  /**
   * Those of many rows whose people were not told in time.
   *
   * @param kept the promise, its place, and the time it is judged at
   * @param system the id of the place's system
   * @param keys of rows of that place, as text
   */
  Untold among(KeepAt kept, String system, Collection<String> keys);
}
