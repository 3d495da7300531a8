package dev.upheld.datamap.partner;

import dev.upheld.kernel.ProblemCode;

/** What can be wrong with the file of a partner, once its structure is sound. */
public enum PartnerCode implements ProblemCode {
  /** An address that is not https, or says more than where the partner is. */
  BAD_ADDRESS("partner-address"),
  /** A header that Upheld or the protocol sets. */
  BAD_HEADER("partner-header"),
  /** A path without the id it needs, or with one it has not got. */
  BAD_PATH("partner-path"),
  /** A file that is not named after its partner. */
  MISNAMED("misnamed-partner"),
  /** The folder of partners cannot be listed. */
  FOLDER_UNREADABLE("partner-folder-unreadable");

  private final String code;

  PartnerCode(String code) {
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
