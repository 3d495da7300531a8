package dev.upheld.charter.model;

import java.util.Locale;

/** What a finding is about. Stable: scripts and searches rely on it. */
public enum FindingCode {
  /** The source names no period. */
  PERIOD_NOT_STATED,
  /** The source says nothing of a contract with a processor. */
  CONTRACT_NOT_STATED,
  /** The source names no tool for a transfer. */
  TRANSFER_NOT_STATED,
  /** The source is silent on a right the law gives. */
  RIGHT_NOT_STATED,
  /** The source leaves something else open. */
  NOT_STATED,
  /** The source says one thing here and another there. */
  CONTRADICTION,
  /** Something the writer of the charter holds doubtful in law. */
  DOUBTFUL,
  /** A list that only includes: more may be held than it says. */
  OPEN_LIST,
  /** The dates of the policy contradict each other. */
  DATES_DISAGREE,
  /** A territory is promised, but a partner is elsewhere. */
  PARTNER_ABROAD,
  /** Own servers are promised, but a partner receives data as well. */
  PARTNER_HOLDS_DATA,
  /** Adequacy that is limited, contested or not read in its source. */
  ADEQUACY_LIMITED,
  /** A tool for a transfer that has run out. */
  TRANSFER_EXPIRED,
  /** An identity document demanded of everybody. */
  IDENTITY_DOCUMENT_DEMANDED,
  /** Refusing is harder than accepting. */
  REFUSAL_HARDER,
  /** Legitimate interest without a balancing test on file. */
  NO_BALANCING_TEST,
  /** A legal duty, or data kept against erasure, without the law that wants it. */
  NO_LAW_NAMED,
  /** Kept shorter or longer than an authority recommends, or than law that was not read. */
  KEEP_UNUSUAL,
  /** Law or guidance on such data that the charter does not mention. */
  NORM_NOT_MENTIONED,
  /** An answer later than law that was not read in its source. */
  ANSWER_LATE,
  /** A breach told later than law that was not read in its source. */
  BREACH_LATE,
  /** Nobody answers for it. */
  NO_OWNER,
  /** A processor that names no instructions. */
  NO_INSTRUCTIONS,
  /** Another authority is named than the one in charge. */
  OTHER_AUTHORITY,
  /** A text that only a machine translated, in the language that prevails. */
  MACHINE_TEXT_PREVAILS,
  /** A word is declared and never used. */
  UNUSED_WORD,
  /** A territory is promised, but a system is elsewhere. */
  SYSTEM_ABROAD,
  /** The country of a system rests on no document. */
  COUNTRY_WITHOUT_PROOF,
  /** Nobody has said what lies where in a system. */
  SYSTEM_WITHOUT_MAP,
  /** No place of any data map holds the data of an activity. */
  ACTIVITY_UNBOUND,
  /** Places that a machine proposed and nobody has reviewed. */
  PLACE_PROPOSED,
  /** Somebody runs a system that holds an activity's data, and is no recipient of it. */
  OPERATOR_NOT_RECIPIENT;

  /** As written in output: {@code period-not-stated}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
