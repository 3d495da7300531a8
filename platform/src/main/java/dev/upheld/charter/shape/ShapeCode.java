package dev.upheld.charter.shape;

import dev.upheld.kernel.ProblemCode;

/** What can be wrong with the structure of a workspace file. */
public enum ShapeCode implements ProblemCode {
  /** A key the language does not know at this place. */
  UNKNOWN_KEY("unknown-key"),
  /** A required key is missing. */
  MISSING_KEY("missing-key"),
  /** A list where text is wanted, text where a mapping is wanted, nothing where something is. */
  WRONG_TYPE("wrong-type"),
  /** Text, but not in the form wanted. */
  MALFORMED("malformed"),
  /** A word outside the closed list of words. */
  UNKNOWN_CHOICE("unknown-choice"),
  /** A number below or above what is allowed. */
  OUT_OF_RANGE("out-of-range"),
  /** A day that no calendar has. */
  IMPOSSIBLE_DATE("impossible-date"),
  /** The same item twice in a list. */
  REPEATED_ITEM("repeated-item"),
  /** A list with too few items. */
  TOO_FEW_ITEMS("too-few-items"),
  /** Keys that cannot stand together, or none of several where one is needed. */
  KEY_COMBINATION("key-combination"),
  /** So many faults that the rest is not told. */
  TOO_MANY_FAULTS("too-many-faults");

  private final String code;

  ShapeCode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return Owner.USER;
  }
}
