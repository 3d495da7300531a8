package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Question;
import dev.upheld.datamap.TableName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * Compiles questions about tables for one system.
 *
 * @param now what conditions on time are measured against where the question has no instant of its
 *     own
 * @param zone how the system's timestamps without zone are read where the question has none
 */
record Planner(Catalogue catalogue, Dialect dialect, Instant now, ZoneId zone) {

  /**
   * The statements of a question, and how to make its answer of what they give.
   *
   * @throws dev.upheld.kernel.ProblemException when a table or column is gone, or does not fit
   */
  Plan<?> plan(Question<?> question) {
    return switch (question) {
      case Question.CountDue due -> DuePlan.of(due, source(due.table()));
      case Question.CountDueOver over -> DueOverPlan.of(over, source(over.at().table()));
      case Question.FindValues find -> ValuesPlan.of(find, source(find.table()), now, zone);
      case Question.Tally tally -> TallyPlan.of(tally, source(tally.table()), now, zone);
      case Question.CountWhere where ->
          SmallPlans.countWhere(where, source(where.table()), now, zone);
      case Question.SharedValues shared -> SmallPlans.shared(shared, source(shared.left()));
      case Question.Fingerprint print -> SmallPlans.fingerprint(print, source(print.table()));
      case Question.Sample sample -> SamplePlan.of(sample, source(sample.table()));
      case Question.SampleRows rows -> SamplePlan.of(rows, source(rows.table()));
      case Question.Sift sift -> SiftPlan.of(sift, source(sift.table()), zone);
      case Question.Readers readers -> readers(source(readers.table()));
      case Question.CountGaps _ ->
          throw new IllegalArgumentException("no table knows how often it gets rows");
      case Question.Transport transport ->
          throw new IllegalArgumentException("the line is not a matter of tables");
    };
  }

  /** The same, with the answer's type; each case above gives what its question asks for. */
  @SuppressWarnings("unchecked")
  <A extends Answer> Plan<A> planned(Question<A> question) {
    return (Plan<A>) plan(question);
  }

  private Plan<Answer.ReaderFacts> readers(Source source) {
    Roll roll = dialect.readers(source.base().name());
    return new Plan<>(roll.texts(), Set.of(), runs -> roll.asking().ask(runs));
  }

  private Source source(TableName table) {
    return new Source(catalogue, dialect, table);
  }
}
