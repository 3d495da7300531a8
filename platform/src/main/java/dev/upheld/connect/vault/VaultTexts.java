package dev.upheld.connect.vault;

import dev.upheld.connect.Capability;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.List;
import java.util.Optional;

/** Says in words what is asked of archived rows, and refuses what files cannot answer. */
final class VaultTexts {
  private VaultTexts() {}

  /**
   * The question in words: two that differ in what is read have other words.
   *
   * @throws ProblemException with {@link ConnectProblem#UNFIT} where files cannot answer
   */
  static String of(String system, Question<?> question) {
    return switch (question) {
      case Question.CountDue q -> {
        require(Past.fits(q));
        yield "rows of " + q.table() + " by " + q.due() + ", as of " + q.now();
      }
      case Question.CountDueOver q -> {
        require(Past.fits(q.at()) && q.held().isEmpty());
        yield "rows of " + q.at().table() + " by " + q.steps() + ", as of " + q.at().now();
      }
      case Question.FindValues q ->
          "values "
              + q.coarse()
              + " in "
              + named(q.table(), q.columns())
              + only(q.only())
              + ", each tested here";
      case Question.Tally q when q.path().isEmpty() ->
          "rows of " + q.table() + " by " + q.column() + only(q.only());
      case Question.Tally q ->
          throw problem(
              "Rows of " + q.table() + " in the archive " + system + " lead to no others.",
              "Keep the column as a field of these rows, and bind it there.");
      case Question.CountWhere q ->
          "rows of " + q.table() + only(q.only()) + only(Optional.of(q.condition()));
      case Question.SharedValues q ->
          "distinct values of "
              + named(q.left(), List.of(q.leftColumn()))
              + " and of "
              + named(q.right(), List.of(q.rightColumn()));
      case Question.Fingerprint q ->
          "hashes of distinct "
              + (q.folded() ? "folded " : "")
              + "values of "
              + named(q.table(), List.of(q.column()));
      case Question.Sample q -> q.limit() + " values of " + named(q.table(), List.of(q.column()));
      case Question.SampleRows q -> q.rows() + " rows of " + named(q.table(), q.columns());
      case Question.Readers q -> "who may open the folder of " + q.table();
      case Question.Transport _ -> "nothing: no line leads to a folder";
      case Question.CountGaps _, Question.Sift _ ->
          throw problem(
              "The archive " + system + " cannot answer this (" + Capability.of(question) + ").",
              "Attest it, or keep the data in a database.");
    };
  }

  private static String named(TableName table, List<String> columns) {
    return table + "(" + String.join(", ", columns) + ")";
  }

  /** Conditions hold words of the schema. */
  private static String only(Optional<Condition> condition) {
    return condition.map(c -> " where " + c).orElse("");
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw unfit();
    }
  }

  static ProblemException unfit() {
    return problem(
        "An archive of files has clocks of its own columns, and no conditions to test.",
        "Bind each clock to a column, without only, states or exempt.");
  }

  private static ProblemException problem(String what, String mend) {
    return new ProblemException(Problem.of(ConnectProblem.UNFIT, what, mend));
  }
}
