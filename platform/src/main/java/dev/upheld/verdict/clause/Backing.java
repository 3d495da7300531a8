package dev.upheld.verdict.clause;

import java.util.Locale;

/** How far the promises of a clause can be proved: whether the duties that keep them are built. */
public enum Backing {
  /** Every promise it stands on can be proved. */
  LIVE,
  /** Some of its promises can be proved, others wait for their duty. */
  PARTLY,
  /** It has promises, and the duty of none of them is built. */
  WAITING,
  /**
   * Nothing is promised: the source is silent or contradicts itself there, and a finding says so.
   */
  FINDING,
  /** No promise and no finding carries it, though the list of clauses has it. */
  MISSING;

  /** As written in output: {@code partly}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
