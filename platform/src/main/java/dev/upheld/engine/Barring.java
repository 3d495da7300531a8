package dev.upheld.engine;

import dev.upheld.register.Holds.Hold;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * People and rows of which nothing may be erased now; asked for many at once, before every batch.
 */
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

        @Override
        public List<Hold> rows() {
          return List.of();
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

  /**
   * Holds in force that are about rows, whoever they belong to.
   *
   * @throws dev.upheld.kernel.ProblemException where nobody can read what one is about
   */
  List<Hold> rows();
}
