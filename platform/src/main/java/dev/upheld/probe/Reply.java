package dev.upheld.probe;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.kernel.Problem;

/** What came back for an inquiry. */
public sealed interface Reply {

  Inquiry<?> inquiry();

  /** It was answered. */
  record Came<A extends Answer>(Inquiry<A> inquiry, Answered<A> answered) implements Reply {}

  /** It failed. */
  record Failed(Inquiry<?> inquiry, Problem problem) implements Reply {}
}
