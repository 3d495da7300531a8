package dev.upheld.duty.safeguard;

import dev.upheld.connect.Value;
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
  private final Set<Grade> seen = ConcurrentHashMap.newKeySet();

  /**
   * @param name says all that decides the grades
   */
  ValueTest(String name, Function<Value, Grade> grader) {
    this.name = name;
    this.grader = grader;
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
