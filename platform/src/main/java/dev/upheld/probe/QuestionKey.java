package dev.upheld.probe;

import dev.upheld.connect.Question;
import dev.upheld.kernel.Asked;
import java.util.List;

/**
 * Two inquiries with equal keys can share one answer: the system would get the same text, and the
 * same test would run on what comes back.
 *
 * @param kind the kind of question: it decides how the answer is read
 * @param counter the test or sink the question carries; two that are equal count alike
 */
record QuestionKey(Class<?> kind, List<Asked> texts, Object counter) {

  static QuestionKey of(Question<?> question, List<Asked> texts) {
    return new QuestionKey(question.getClass(), texts, counter(question));
  }

  private static Object counter(Question<?> question) {
    return switch (question) {
      case Question.FindValues q -> q.hit();
      case Question.Fingerprint q -> q.sink();
      case Question.Sample q -> q.sink();
      case Question.SampleRows q -> q.sink();
      case Question.Sift q -> q.sink();
      case Question.CountDue q -> "";
      case Question.CountDueOver q -> "";
      case Question.CountGaps q -> "";
      case Question.Tally q -> "";
      case Question.CountWhere q -> "";
      case Question.SharedValues q -> "";
      case Question.Readers q -> "";
      case Question.Transport q -> "";
    };
  }
}
