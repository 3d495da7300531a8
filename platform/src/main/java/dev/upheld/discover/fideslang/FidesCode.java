package dev.upheld.discover.fideslang;

import dev.upheld.kernel.ProblemCode;

/** What can be wrong with a file of datasets, once it is sound YAML. */
public enum FidesCode implements ProblemCode {
  /** No {@code dataset:} with a list of datasets. */
  NO_DATASET("fides-no-dataset"),
  /** A list where a text belongs, a text where a mapping belongs. */
  WRONG_TYPE("fides-wrong-type"),
  /** A key that must be there and is not. */
  MISSING("fides-missing"),
  /** The same dataset, collection or field twice. */
  DUPLICATE("fides-duplicate"),
  /** Not a key of the taxonomy's shape, or a reference without a collection. */
  BAD_KEY("fides-bad-key"),
  /** Several datasets, and nobody said which lie in the system. */
  WHICH_DATASET("fides-which-dataset"),
  /** No dataset of that key in the file. */
  UNKNOWN_DATASET("fides-unknown-dataset");

  private final String code;

  FidesCode(String code) {
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
