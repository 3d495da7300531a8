package dev.upheld.law;

import dev.upheld.kernel.ProblemCode;

/** What can be wrong with a jurisdiction pack that is sound YAML. */
public enum LawCode implements ProblemCode {
  /** A key that packs do not have. */
  UNKNOWN_KEY("pack-unknown-key"),
  /** A key that is needed and left out. */
  MISSING_KEY("pack-missing-key"),
  /** A list where a mapping should stand, and the like. */
  WRONG_SHAPE("pack-wrong-shape"),
  /** A value of the right shape that means nothing. */
  BAD_VALUE("pack-bad-value"),
  /** A value that does not say where it comes from. */
  NO_SOURCE("pack-no-source"),
  /** A reference to something the pack does not have. */
  UNKNOWN_REFERENCE("pack-unknown-reference"),
  /** Two packs of one id. */
  DUPLICATE_PACK("pack-duplicate"),
  /** A pack that extends nothing known, or itself. */
  UNKNOWN_PARENT("pack-unknown-parent"),
  /** The folder of packs cannot be listed. */
  FOLDER_UNREADABLE("pack-folder-unreadable");

  private final String code;

  LawCode(String code) {
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
