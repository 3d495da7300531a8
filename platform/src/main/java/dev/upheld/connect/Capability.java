package dev.upheld.connect;

import java.util.EnumSet;
import java.util.Set;

/** What a connector can do; declared, and verified by one contract test for all. */
public enum Capability {
  /** Lists tables, columns, types, keys and what the account may see. */
  DESCRIBE,
  /** Counts rows past a limit. */
  COUNT_DUE,
  /** Tells hours or days that must have entries and have none. */
  COUNT_GAPS,
  /** Finds values by a coarse pattern there and an exact test here. */
  FIND_VALUES,
  /** Tallies the distinct values of a column, through joins. */
  TALLY,
  /** Counts rows that meet a condition. */
  COUNT_WHERE,
  /** Counts the distinct values that two columns of the system share. */
  SHARED_VALUES,
  /** Lists distinct values as keyed hashes, in order, to compare two systems. */
  FINGERPRINT,
  /** Tells which accounts may read a table. */
  READERS,
  /** Tells whether connections are encrypted and clear ones refused. */
  TRANSPORT,
  /** Reads a bounded number of values, or of rows, for classification. */
  SAMPLE,
  /** Reads every value of a table as bytes, in constant memory. */
  SIFT;

  /** All that tables can be asked: everything but what only dated files know. */
  public static Set<Capability> ofTables() {
    return EnumSet.complementOf(EnumSet.of(COUNT_GAPS));
  }

  /** What a connector must be able to do to be asked this. */
  public static Capability of(Question<?> question) {
    return switch (question) {
      case Question.CountDue q -> COUNT_DUE;
      case Question.CountDueOver q -> COUNT_DUE;
      case Question.CountGaps q -> COUNT_GAPS;
      case Question.FindValues q -> FIND_VALUES;
      case Question.Tally q -> TALLY;
      case Question.CountWhere q -> COUNT_WHERE;
      case Question.SharedValues q -> SHARED_VALUES;
      case Question.Fingerprint q -> FINGERPRINT;
      case Question.Readers q -> READERS;
      case Question.Transport q -> TRANSPORT;
      case Question.Sample q -> SAMPLE;
      case Question.SampleRows q -> SAMPLE;
      case Question.Sift q -> SIFT;
    };
  }
}
