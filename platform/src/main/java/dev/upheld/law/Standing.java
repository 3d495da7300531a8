package dev.upheld.law;

/** What a law says of one right under one lawful basis. */
public sealed interface Standing {

  /** The law gives the right. */
  record Given() implements Standing {}

  /** The law does not give the right. */
  record NotGiven() implements Standing {}

  /**
   * The law gives the right, except in the case named.
   *
   * @param condition when it does not hold, with its article
   */
  record Conditional(String condition) implements Standing {}
}
