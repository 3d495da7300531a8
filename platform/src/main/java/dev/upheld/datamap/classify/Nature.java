package dev.upheld.datamap.classify;

/** Whether a column holds personal data. */
public enum Nature {
  /** For certain, as far as rules can tell. */
  PERSONAL,
  /** It may; a person has to look. */
  UNSURE,
  /** It hardly does. */
  NOT_PERSONAL
}
