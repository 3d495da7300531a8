package dev.upheld.duty.retention;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Counts what is due from outside.
 *
 * @param reading a line to a system by the account that may only read
 */
record Counting(Function<SystemEntry, Session> reading) {

  Session open(Workspace workspace, Rule rule) {
    SystemEntry entry =
        Optional.ofNullable(workspace.map().systems().get(rule.system()))
            .orElseThrow(
                () ->
                    RetentionProblem.UNFIT.because(
                        "systems.yaml has no system " + rule.system() + ".", "Declare it there."));
    return reading.apply(entry);
  }

  DueRows count(Workspace workspace, Rule rule, Progress progress) {
    try (Session session = open(workspace, rule)) {
      return count(session, rule, progress);
    }
  }

  /** What is due; where it may be a large share of rows that were only estimated, all counted. */
  static DueRows count(Session session, Rule rule, Progress progress) {
    DueRows due = asked(session, rule, progress);
    return LargeShare.mayBeBeyond(due) ? due.of(rows(session, rule, progress)) : due;
  }

  /** Rows there are, one by one; without those that may stay for a reason of their own. */
  private static long rows(Session session, Rule rule, Progress progress) {
    long rows = 0;
    for (var ask : rule.kept().asks()) {
      var over = new Question.CountDueOver(ask.question(), List.of(ask.question().due()));
      rows += whole(session.ask(over, progress)).rows();
    }
    return rows;
  }

  private static DueRows asked(Session session, Rule rule, Progress progress) {
    DueRows sum = DueRows.NONE;
    for (var ask : rule.kept().asks()) {
      sum = sum.plus(whole(session.ask(ask.question(), progress)), ask.extension().isPresent());
    }
    return sum;
  }

  /**
   * What was counted.
   *
   * @throws dev.upheld.kernel.ProblemException where not all rows could be seen: a count of some of
   *     them says nothing of the others
   */
  static <A extends Answer> A whole(Answered<A> answered) {
    if (!answered.sight().isFull()) {
      throw RetentionProblem.BLIND.because(
          "The account that only reads does not see all rows, so they were not counted: "
              + String.join("; ", answered.sight().blind())
              + ".",
          "Let that account see every row, and look again.");
    }
    return answered.answer();
  }
}
