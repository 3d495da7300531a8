package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Promise;
import dev.upheld.connect.Answer;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.engine.KeepAt;
import dev.upheld.kernel.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Asks a system what comes due by when: one pass for each question that the probe asks. */
final class Outlooks {
  private Outlooks() {}

  static Outlook of(
      Session session, Rule rule, Collection<? extends Promise> promises, Progress progress) {
    KeepAt.Time time = rule.kept().time();
    List<Instant> instants = Outlook.instants(time.now(), time.charter());
    List<KeepAt> later = instants.stream().map(at -> at(rule, promises, at)).toList();
    long[] past = new long[instants.size()];
    long rows = 0;
    long unknown = 0;
    for (int ask = 0; ask < rule.kept().asks().size(); ask++) {
      List<Due> steps = new ArrayList<>();
      for (KeepAt one : later) {
        steps.add(one.asks().get(ask).question().due());
      }
      Question.CountDue now = rule.kept().asks().get(ask).question();
      Answer.DueOver answer =
          Counting.whole(session.ask(new Question.CountDueOver(now, steps), progress));
      rows += answer.rows();
      unknown += answer.unknown();
      Arrays.setAll(past, i -> past[i] + answer.past().get(i));
    }
    List<Outlook.Count> counts = new ArrayList<>();
    for (int i = 0; i < past.length; i++) {
      counts.add(new Outlook.Count(instants.get(i), past[i]));
    }
    return new Outlook(rule.id(), rule.digest(), time.now(), rows, unknown, counts);
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
