package dev.upheld.probe;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Question;

/**
 * One question to one system, for one promise.
 *
 * @param system the system's id
 * @param where what it measures, for people: {@code eu-main/candidate}, or the system's id
 * @param question what to ask; where it carries a test or a sink that counts, that object decides
 *     by {@code equals} whether two promises can share one answer
 * @param turn when to ask
 */
public record Inquiry<A extends Answer>(
    String system, String where, Question<A> question, Turn turn) {

  /** An inquiry of the first round. */
  public Inquiry(String system, String where, Question<A> question) {
    this(system, where, question, Turn.first());
  }
}
