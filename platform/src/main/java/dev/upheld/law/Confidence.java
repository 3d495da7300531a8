package dev.upheld.law;

import java.util.Arrays;
import java.util.Optional;

/** How sure a pack is of a value; from the surest to the least sure. */
public enum Confidence {
  /** The words of the law, the court or the authority itself were read. */
  PRIMARY("primary"),
  /** Read in a secondary source that reports it. */
  SEEN("seen"),
  /** Recited from knowledge of the text; the text was not opened. */
  KNOWN("known"),
  /** Doubtful: a lawyer must look before anybody relies on it. */
  UNVERIFIED("unverified");

  private final String id;

  Confidence(String id) {
    this.id = id;
  }

  /** As written in packs, reports and JSON. */
  public String id() {
    return id;
  }

  /**
   * Whether a value may do more than warn. One that nobody read in a source never turns a verdict
   * green, refuses a right, erases, or moves a deadline later.
   */
  public boolean mayBind() {
    return this == PRIMARY || this == SEEN;
  }

  /** The less sure of the two. */
  public Confidence weaker(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** By its {@link #id()}. */
  public static Optional<Confidence> of(String id) {
    return Arrays.stream(values()).filter(c -> c.id.equals(id)).findFirst();
  }
}
