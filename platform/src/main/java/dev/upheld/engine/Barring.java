package dev.upheld.engine;

import java.util.Collection;
import java.util.Set;

/** People of whom nothing may be erased now; asked for many at once, before every batch. */
public interface Barring {
  /** Nobody. */
  Barring NONE =
      new Barring() {
        @Override
        public boolean any() {
          return false;
        }

        @Override
        public Set<String> among(String word, Collection<String> values) {
          return Set.of();
        }
      };

  /** Whether there is anybody at all. */
  boolean any();

  /**
   * Those of many people.
   *
   * @param word what kind of identifier the values are
   */
  Set<String> among(String word, Collection<String> values);
}
