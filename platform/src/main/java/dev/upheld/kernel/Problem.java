package dev.upheld.kernel;

import java.util.Optional;

/**
 * Something is wrong, said so that the reader can mend it. Never holds personal data.
 *
 * @param code the catalogue entry
 * @param what what is wrong, one sentence
 * @param where the place in a file, when there is one
 * @param mend what to do about it, one sentence, imperative
 */
public record Problem(ProblemCode code, String what, Optional<Location> where, String mend) {

  /** A problem at a place in a file. */
  public static Problem at(Location where, ProblemCode code, String what, String mend) {
    return new Problem(code, what, Optional.of(where), mend);
  }

  /** A problem that belongs to no file. */
  public static Problem of(ProblemCode code, String what, String mend) {
    return new Problem(code, what, Optional.empty(), mend);
  }

  @Override
  public String toString() {
    return where.map(l -> l + ": ").orElse("") + what + " [" + code.code() + "] " + mend;
  }
}
