package dev.upheld.charter.compare;

import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Collects the points in which two statements differ; equal values leave no trace. */
final class Points {
  private final List<Point> found = new ArrayList<>();

  List<Point> all() {
    return List.copyOf(found);
  }

  void add(Point point) {
    found.add(point);
  }

  /** One value or another, without a rank. */
  void value(String about, String a, String b) {
    value(about, Optional.of(a), Optional.of(b), Turn.OTHER);
  }

  /**
   * A value that may be left out.
   *
   * @param said what it means for B to say it where A is silent
   */
  void value(String about, Optional<String> a, Optional<String> b, Turn said) {
    Optional<String> one = a.map(String::strip);
    Optional<String> other = b.map(String::strip);
    if (!one.equals(other)) {
      Turn turn =
          one.isPresent() && other.isPresent()
              ? Turn.OTHER
              : other.isPresent() ? said : said.mirrored();
      found.add(new Point.Value(about, one, other, turn));
    }
  }

  /** A value with a rank: the higher, the more is promised. */
  void ranked(String about, String a, String b, int rise) {
    if (!a.equals(b)) {
      Turn turn = rise == 0 ? Turn.OTHER : rise > 0 ? Turn.STRICTER : Turn.WEAKER;
      found.add(new Point.Value(about, Optional.of(a), Optional.of(b), turn));
    }
  }

  /**
   * Words of a list.
   *
   * @param more what it means for B to have more of them
   */
  void members(String about, Collection<String> a, Collection<String> b, Turn more) {
    TreeSet<String> onlyA = new TreeSet<>(a);
    onlyA.removeAll(b);
    TreeSet<String> onlyB = new TreeSet<>(b);
    onlyB.removeAll(a);
    if (onlyA.isEmpty() && onlyB.isEmpty()) {
      return;
    }
    Turn turn = onlyA.isEmpty() ? more : onlyB.isEmpty() ? more.mirrored() : Turn.OTHER;
    found.add(new Point.Members(about, onlyA, onlyB, turn));
  }

  /** The same where an empty list means all there are. */
  void scope(String about, Collection<String> a, Collection<String> b, Turn wider) {
    if (a.isEmpty() == b.isEmpty()) {
      members(about, a, b, wider);
    } else {
      Turn turn = b.isEmpty() ? wider : wider.mirrored();
      found.add(new Point.Value(about, Optional.of(all(a)), Optional.of(all(b)), turn));
    }
  }

  private static String all(Collection<String> words) {
    return words.isEmpty() ? "all" : String.join(", ", new TreeSet<>(words));
  }

  /**
   * A time that may be left out.
   *
   * @param longer what it means for B to give more of it
   * @param said what it means for B to say one where A does not
   */
  void term(String about, Optional<Term> a, Optional<Term> b, Turn longer, Turn said) {
    if (a.map(Terms::canonical).equals(b.map(Terms::canonical))) {
      return;
    }
    if (a.isEmpty() || b.isEmpty()) {
      value(about, a.map(Terms::say), b.map(Terms::say), said);
      return;
    }
    Order order = Spans.order(a.get(), b.get());
    found.add(
        new Point.Span(about, Terms.say(a.get()), Terms.say(b.get()), order, turn(order, longer)));
  }

  static Turn turn(Order order, Turn longer) {
    return switch (order) {
      case LONGER -> longer;
      case SHORTER -> longer.mirrored();
      case UNCLEAR -> Turn.OTHER;
    };
  }
}
