package dev.upheld.datamap.read;

import dev.upheld.kernel.ProblemCode;

/** What can be wrong with systems and data maps, once their structure is sound. */
public enum DataMapCode implements ProblemCode {
  /** An environment variable that is not set, a file that is not there or says nothing fitting. */
  REFERENCE_UNRESOLVED("reference-unresolved"),
  /** A file referred to by a relative path that leads out of the workspace. */
  REFERENCE_OUTSIDE("reference-outside-workspace"),
  /** A kind of system that is nearly, but not quite, one that is known. */
  UNKNOWN_KIND("unknown-system-kind"),
  /** A system with a key whose kind no partner's file has. */
  UNKNOWN_PARTNER("unknown-partner"),
  /** A time zone that does not exist. */
  UNKNOWN_ZONE("unknown-time-zone"),
  /** An operator that is neither the company nor one of its recipients. */
  UNKNOWN_OPERATOR("unknown-operator"),
  /** Not an address range in CIDR notation. */
  BAD_NETWORK("bad-network"),
  /** A log that no reader of its files could date. */
  BAD_LOG("bad-log"),
  /** A file a setting needs is not in the workspace. */
  FILE_MISSING("setting-file-missing"),
  /** A data map for a system that {@code systems.yaml} does not have. */
  UNKNOWN_SYSTEM("unknown-system"),
  /** A data map in a file that is not named after its system. */
  MISNAMED_MAP("misnamed-data-map"),
  /** An activity the charter does not have. */
  UNKNOWN_ACTIVITY("unknown-map-activity"),
  /** A group of people the charter does not have. */
  UNKNOWN_SUBJECT("unknown-map-subject"),
  /** A data word the charter does not have. */
  UNKNOWN_WORD("unknown-map-word"),
  /** A retention stage the charter does not have. */
  UNKNOWN_STAGE("unknown-stage"),
  /** An event that is nearly, but not quite, one the charter uses. */
  UNKNOWN_EVENT("unknown-map-event"),
  /** A place or table the data map does not know. */
  UNKNOWN_PLACE("unknown-place"),
  /** A link to another system that names its own. */
  LINK_TO_ITSELF("link-to-own-system"),
  /** A link to a system that has no data map, so that nobody can say whether it leads anywhere. */
  SYSTEM_UNMAPPED("linked-system-without-map"),
  /** Not a table or column name. */
  BAD_NAME("bad-table-name"),
  /** A reference without key, or with another number of columns than it has. */
  BAD_KEY("bad-key"),
  /** Keys of a clock that mean nothing together. */
  BAD_CLOCK("bad-clock"),
  /** The same place twice under two names. */
  DUPLICATE_PLACE("duplicate-place"),
  /** A part of a column whose name cannot be read. */
  BAD_FIELD("bad-field-name"),
  /** A marker of restricted people that marks nobody, or does not tell them from others. */
  MARKER("bad-marker"),
  /** A column said to be two things. */
  COLUMN_CLASH("column-clash");

  private final String code;

  DataMapCode(String code) {
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
