package dev.upheld.connect;

/** What a connector can do; declared, and verified by one contract test for all. */
public enum Capability {
  /** Lists tables, columns, types, keys and what the account may see. */
  DESCRIBE,
  /** Counts rows past a limit. */
  COUNT_DUE,
  /** Finds values by a coarse pattern there and an exact test here. */
  FIND_VALUES,
  /** Tallies the distinct values of a column, through joins. */
  TALLY,
  /** Lists distinct values as keyed hashes, in order, to compare two systems. */
  FINGERPRINT,
  /** Tells whether connections are encrypted and clear ones refused. */
  TRANSPORT,
  /** Reads a bounded number of values for classification. */
  SAMPLE
}
