package dev.upheld.duty.safeguard;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Value;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.values.JsonWalk;
import dev.upheld.datamap.values.JsonWalk.Ending;
import dev.upheld.datamap.values.JsonWalk.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An exact test on values that remembers which grades it has seen, never a value. It cannot count:
 * a connector may show equal values once, or the same value twice. Two tests of the same name are
 * equal, so that promises that look for the same thing share one search.
 */
final class ValueTest implements Predicate<Value> {

  /** What a value is worth, from best to worst. */
  enum Grade {
    /** As promised. */
    FINE,
    /** As promised, but worth listing (a card number for tests). */
    LISTED,
    /** A person must look. */
    DOUBTFUL,
    /** Breaks the promise. */
    BAD
  }

  private final String name;
  private final Function<Value, Grade> grader;
  private final Optional<FieldName> field;
  private final Set<Grade> seen = ConcurrentHashMap.newKeySet();

  /**
   * @param name says all that decides the grades
   */
  ValueTest(String name, Function<Value, Grade> grader) {
    this(name, grader, Optional.empty());
  }

  private ValueTest(String name, Function<Value, Grade> grader, Optional<FieldName> field) {
    this.name = name;
    this.grader = grader;
    this.field = field;
  }

  /** The part of a column it looks at; empty for whole columns. */
  Optional<FieldName> field() {
    return field;
  }

  /**
   * The same test on a part of a column. Of documents, on the values a path leads to; what is no
   * document, or not whole, is looked at as one value: nothing in it goes unseen. Rows of a key are
   * a matter of the question.
   */
  ValueTest of(FieldName field) {
    return new ValueTest(
        name + " of " + field,
        field.inside().isPresent() && field.inside().get() instanceof Inside.Path path
            ? value -> within(path, value)
            : grader,
        Optional.of(field));
  }

  private Grade within(Inside.Path path, Value value) {
    Worst worst = new Worst();
    Ending ending =
        JsonWalk.walk(
            Clues.text(value),
            (at, kind, text) -> {
              if (path.reaches(at) && kind != Kind.NULL) {
                worst.add(grader.apply(Documents.value(kind, text)));
              }
            });
    return ending == Ending.WHOLE ? worst.grade : grader.apply(value);
  }

  /**
   * The same test on documents without what lies at some paths; keys of what is left count too.
   * What is no document is looked at as one value.
   */
  ValueTest beside(Set<Inside.Path> paths) {
    Set<Inside.Path> left = Set.copyOf(paths);
    return left.isEmpty()
        ? this
        : new ValueTest(
            name + " beside " + left.stream().map(Inside.Path::toString).sorted().toList(),
            value -> beside(left, value));
  }

  private Grade beside(Set<Inside.Path> left, Value value) {
    Worst worst = new Worst();
    Ending ending =
        JsonWalk.walk(
            Clues.text(value),
            (at, kind, text) -> {
              if (left.stream().noneMatch(path -> path.covers(at))) {
                worst.add(grader.apply(Documents.value(kind, text)));
                at.forEach(step -> worst.add(grader.apply(new Value.Text(step.toString()))));
              }
            });
    return ending == Ending.WHOLE ? worst.grade : grader.apply(value);
  }

  /** The worst grade of several. */
  private static final class Worst {
    private Grade grade = Grade.FINE;

    private void add(Grade other) {
      grade = other.compareTo(grade) > 0 ? other : grade;
    }
  }

  /** Whether the value is doubtful or bad. */
  @Override
  public boolean test(Value value) {
    Grade grade = grader.apply(value);
    seen.add(grade);
    return grade.compareTo(Grade.DOUBTFUL) >= 0;
  }

  boolean saw(Grade grade) {
    return seen.contains(grade);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueTest test && test.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
