package dev.upheld.charter.model;

import dev.upheld.kernel.ProblemCode;

/** What can be wrong with what a charter says, once its structure is sound. */
public enum CharterCode implements ProblemCode {
  /** A data word that the vocabulary does not have. */
  UNKNOWN_WORD("unknown-data-word"),
  /** A recipient that is not listed under {@code recipients}. */
  UNKNOWN_RECIPIENT("unknown-recipient"),
  /** A group of people that is not listed under {@code subjects}. */
  UNKNOWN_SUBJECT("unknown-subject"),
  /** An activity that does not exist. */
  UNKNOWN_ACTIVITY("unknown-activity"),
  /** A controller that is not listed under {@code controllers}. */
  UNKNOWN_CONTROLLER("unknown-controller"),
  /** A product that is not listed under {@code products}. */
  UNKNOWN_PRODUCT("unknown-product"),
  /** A cookie category that is not listed. */
  UNKNOWN_CATEGORY("unknown-cookie-category"),
  /** A language that is not in the list of languages. */
  UNKNOWN_LANGUAGE("unknown-language"),
  /** Two letters that stand for no country. */
  UNKNOWN_COUNTRY("unknown-country"),
  /** Letters that are neither a country nor a group of countries. */
  UNKNOWN_TERRITORY("unknown-territory"),
  /** A time zone that does not exist. */
  UNKNOWN_ZONE("unknown-zone"),
  /** An event that is nearly, but not quite, one that is known. */
  UNKNOWN_EVENT("unknown-event"),
  /** A text for a promise the charter does not make. */
  UNKNOWN_PROMISE("unknown-promise"),
  /** A jurisdiction pack that is not there. */
  UNKNOWN_PACK("unknown-jurisdiction"),
  /** An article or norm that the pack does not have. */
  UNKNOWN_LAW("unknown-law"),
  /** A tool for transfers that no pack of the charter knows. */
  UNKNOWN_TOOL("unknown-transfer-tool"),
  /** A right that no jurisdiction pack knows, nearly spelt like one that it does. */
  UNKNOWN_RIGHT("unknown-right"),
  /** A document that is not in the workspace, or is empty. */
  DOCUMENT_MISSING("document-missing"),
  /** A list of clauses that cannot be read, or a line of it that is no id. */
  CLAUSE_LIST("clause-list"),
  /** A period that is nothing, negative, longer than two centuries, or a range upside down. */
  IMPOSSIBLE_PERIOD("impossible-period"),
  /** A warning that cannot come in time, or twice at the same time. */
  IMPOSSIBLE_WARNING("impossible-warning"),
  /** A regular expression that does not compile. */
  BAD_PATTERN("bad-pattern"),
  /** The same name for two things. */
  DUPLICATE_ID("duplicate-id"),
  /** Processing that rests on consent, without the purpose people consent to. */
  NO_CONSENT_PURPOSE("no-consent-purpose"),
  /** A processor without a contract, GDPR Art. 28(3). */
  NO_CONTRACT("no-contract"),
  /** Data leaves for another country without a tool, GDPR Art. 44. */
  NO_TRANSFER_TOOL("no-transfer-tool"),
  /** An activity that does not say how long its data is kept, GDPR Art. 13(2)(a). */
  NO_PERIOD("no-period"),
  /** A right that the law gives and the charter does not. */
  RIGHT_WITHHELD("right-withheld"),
  /** An answer later than the law allows. */
  ANSWER_AGAINST_LAW("answer-against-law"),
  /** Kept shorter or longer than the law named allows. */
  KEEP_AGAINST_LAW("keep-against-law"),
  /** A breach told later than the law allows. */
  BREACH_AGAINST_LAW("breach-against-law");

  private final String code;

  CharterCode(String code) {
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
