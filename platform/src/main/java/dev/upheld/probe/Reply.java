package dev.upheld.probe;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.kernel.Problem;

/** What came back for an inquiry. */
public sealed interface Reply {

  Inquiry<?> inquiry();

  /**
   * It was answered.
   *
   * @param inquiry as it was asked: where several promises share one question, its test or sink is
   *     the one that was really run, so what it counted is read from here
   */
  record Came<A extends Answer>(Inquiry<A> inquiry, Answered<A> answered) implements Reply {}

  /** It failed. */
  record Failed(Inquiry<?> inquiry, Problem problem) implements Reply {}

  /** What earlier rounds found made it needless. */
  record Spared(Inquiry<?> inquiry) implements Reply {}
}
