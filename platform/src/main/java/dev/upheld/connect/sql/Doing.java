package dev.upheld.connect.sql;

import dev.upheld.connect.Question;

/** Says what a question does, in names only. */
final class Doing {
  private Doing() {}

  static String of(Question<?> question) {
    return switch (question) {
      case Question.CountDue q -> "counting rows past their time in " + q.table();
      case Question.CountDueOver q -> "counting rows by their time in " + q.at().table();
      case Question.CountGaps q -> "looking for gaps in " + q.table();
      case Question.FindValues q -> "searching " + q.table();
      case Question.Tally q -> "tallying " + q.column() + " for " + q.table();
      case Question.CountWhere q -> "counting rows of " + q.table();
      case Question.SharedValues q -> "comparing " + q.left() + " with " + q.right();
      case Question.Fingerprint q -> "reading fingerprints of " + q.table() + "." + q.column();
      case Question.Readers q -> "asking who may read " + q.table();
      case Question.Transport q -> "asking about the connection";
      case Question.Sample q -> "reading a few values of " + q.table() + "." + q.column();
      case Question.SampleRows q -> "reading a few rows of " + q.table();
      case Question.Sift q -> "searching all of " + q.table();
    };
  }
}
