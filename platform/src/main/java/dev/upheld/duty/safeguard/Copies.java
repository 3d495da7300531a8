package dev.upheld.duty.safeguard;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Question;
import dev.upheld.datamap.TableName;
import dev.upheld.probe.Inquiry;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import java.util.Optional;

/**
 * Replies about materialised views. They may show less than their tables, and late; but the tables
 * are looked at themselves, and of what a copy stores nothing is hidden.
 */
final class Copies {
  private Copies() {}

  /** The reply, with full sight where it is about a copy. */
  static Reply whole(Reply reply, Scene scene) {
    return switch (reply) {
      case Reply.Came<?> came when isCopy(came.inquiry(), scene) -> whole(came);
      case Reply.Came<?> came -> came;
      case Reply.Failed failed -> failed;
      case Reply.Spared spared -> spared;
    };
  }

  private static boolean isCopy(Inquiry<?> inquiry, Scene scene) {
    return table(inquiry.question())
        .flatMap(name -> scene.description(inquiry.system()).flatMap(d -> d.table(name)))
        .filter(t -> t.kind() == TableKind.MATERIALIZED_VIEW)
        .isPresent();
  }

  private static Optional<TableName> table(Question<?> question) {
    return switch (question) {
      case Question.FindValues q -> Optional.of(q.table());
      case Question.Sample q -> Optional.of(q.table());
      case Question.SampleRows q -> Optional.of(q.table());
      case Question.CountDue q -> Optional.empty();
      case Question.CountDueOver q -> Optional.empty();
      case Question.CountGaps q -> Optional.empty();
      case Question.Tally q -> Optional.empty();
      case Question.CountWhere q -> Optional.empty();
      case Question.SharedValues q -> Optional.empty();
      case Question.Fingerprint q -> Optional.empty();
      case Question.Sift q -> Optional.of(q.table());
      case Question.Readers q -> Optional.empty();
      case Question.Transport q -> Optional.empty();
    };
  }

  private static <A extends Answer> Reply whole(Reply.Came<A> came) {
    return new Reply.Came<>(came.inquiry(), came.answered().whole());
  }
}
