package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Promise;
import dev.upheld.connect.Answer;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.engine.HeldAhead;
import dev.upheld.engine.KeepAt;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Asks a system what comes due by when: one pass for each question that the probe asks. */
final class Outlooks {
  private Outlooks() {}

  /**
   * What comes due, and what of it is on hold.
   *
   * @param told what holds keep of the rule's place
   */
  static Outlook of(
      Session session, Rule rule, Collection<? extends Promise> promises, HeldAhead.Told told) {
    KeepAt.Time time = rule.kept().time();
    List<Instant> instants = Outlook.instants(time.now(), time.charter());
    List<KeepAt> later = instants.stream().map(at -> at(rule, promises, at)).toList();
    Sum sum = new Sum(instants.size());
    Sum held = new Sum(instants.size());
    boolean apart = told.whole();
    for (int ask = 0; ask < rule.kept().asks().size(); ask++) {
      List<Due> steps = new ArrayList<>();
      for (KeepAt one : later) {
        steps.add(one.asks().get(ask).question().due());
      }
      Question.CountDue now = rule.kept().asks().get(ask).question();
      sum.add(asked(session, new Question.CountDueOver(now, steps)));
      if (!told.by().isEmpty()) {
        apart &= held.tryAdd(session, new Question.CountDueOver(now, steps, told.by()));
      }
    }
    List<Outlook.Count> counts = new ArrayList<>();
    for (int i = 0; i < instants.size(); i++) {
      long past = sum.past[i];
      counts.add(new Outlook.Count(instants.get(i), past, Math.min(past, held.past[i])));
    }
    return new Outlook(rule.id(), rule.digest(), time.now(), sum.rows, sum.unknown, counts, apart);
  }

  private static Answer.DueOver asked(Session session, Question.CountDueOver question) {
    return Counting.whole(session.ask(question, Progress.SILENT));
  }

  /** What all questions about a place counted. */
  private static final class Sum {
    private final long[] past;
    private long rows;
    private long unknown;

    Sum(int instants) {
      past = new long[instants];
    }

    void add(Answer.DueOver answer) {
      rows += answer.rows();
      unknown += answer.unknown();
      Arrays.setAll(past, i -> past[i] + answer.past().get(i));
    }

    /**
     * What rows on hold hang together with may be closed to the account, or take it too long.
     *
     * @return whether it could be counted
     */
    boolean tryAdd(Session session, Question.CountDueOver question) {
      try {
        add(asked(session, question));
        return true;
      } catch (ProblemException e) {
        return false; // the other figures count all the same, and say that these are missing
      }
    }
  }

  /** What a person decided to let go is the same rows by whatever instant. */
  private static KeepAt at(Rule rule, Collection<? extends Promise> promises, Instant at) {
    KeepAt.Time time = rule.kept().time();
    return ReviewTimes.speakOf(rule.keep())
        ? rule.kept()
        : KeepAt.of(
            rule.keep(),
            rule.kept().place(),
            promises,
            new KeepAt.Time(at, time.charter(), time.system()));
  }
}
