package dev.upheld.charter.compare;

import dev.upheld.charter.promise.Promise;

/** Two promises of one kind that say something of the same. */
public record Pair(Promise a, Promise b) {
  /** The same seen from B. */
  public Pair mirrored() {
    return new Pair(b, a);
  }
}
