package dev.upheld.charter.compare;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One respect in which two promises differ. */
public sealed interface Point {

  /** What it is about, to stand before the value: {@code kept}, {@code recipients}. */
  String about();

  /** Which way B goes. */
  Turn turn();

  /** The same seen from B. */
  Point mirrored();

  /**
   * One value instead of another.
   *
   * @param a what A says; empty when it says nothing of it
   * @param b what B says; empty when it says nothing of it
   */
  record Value(String about, Optional<String> a, Optional<String> b, Turn turn) implements Point {
    @Override
    public Value mirrored() {
      return new Value(about, b, a, turn.mirrored());
    }
  }

  /**
   * One time instead of another.
   *
   * @param order whether B's is longer
   */
  record Span(String about, String a, String b, Order order, Turn turn) implements Point {
    @Override
    public Span mirrored() {
      return new Span(about, b, a, order.mirrored(), turn.mirrored());
    }
  }

  /** Members of a list that only one side has; what both have is not repeated. */
  record Members(String about, SortedSet<String> onlyA, SortedSet<String> onlyB, Turn turn)
      implements Point {
    public Members {
      onlyA = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(onlyA));
      onlyB = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(onlyB));
    }

    @Override
    public Members mirrored() {
      return new Members(about, onlyB, onlyA, turn.mirrored());
    }
  }
}
