package dev.upheld.charter.promise;

/** What a text says about a length of time. */
public sealed interface TermText {

  /**
   * It says a length, or a range of lengths.
   *
   * @param shortest the lower end; equal to {@code longest} unless a range was written
   */
  record Fits(Term shortest, Term longest) implements TermText {}

  /**
   * It has the form of a length, but none that can be promised.
   *
   * @param why one clause for a message: {@code it is not longer than nothing}
   */
  record Impossible(String why) implements TermText {}

  /** It has not the form of a length of time. */
  record Unreadable() implements TermText {}
}
