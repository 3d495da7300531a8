package dev.upheld.probe;

import dev.upheld.connect.Answer;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a judge writes down what it sees, reply by reply, so that all judges weigh alike: a
 * counter-example outweighs being unable to see, which outweighs doubt. Not for several threads.
 */
public final class Sheet {
  private static final int SAID_IN_FULL = 3;

  private final ProbePlan plan;
  private final List<String> violations = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private final Set<String> unseen = new LinkedHashSet<>();
  private final Set<String> advice = new LinkedHashSet<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Drift> drift = new ArrayList<>();
  private final Set<String> answered = new HashSet<>();
  private final Set<String> hidden = new HashSet<>();
  private long rows;

  /** Begins with what the plan already found and could not see. */
  public Sheet(ProbePlan plan) {
    this.plan = plan;
    plan.findings().forEach(this::take);
    drift.addAll(plan.drift());
    plan.gaps().forEach(gap -> unseen(gap.where(), gap.text()));
  }

  private void take(Finding finding) {
    switch (finding.outcome()) {
      case VIOLATED -> violated(finding.text());
      case DOUBTFUL -> doubtful(finding.text());
      case UNSEEN -> unseen(finding.where(), finding.text());
      case CLEAN -> figure("listed", finding.text(), finding.where());
    }
  }

  /**
   * Reads a reply: notes a failure or what the account could not see.
   *
   * @return the answer, when it came and is of that kind
   */
  public <A extends Answer> Optional<A> read(Reply reply, Class<A> kind) {
    String where = reply.inquiry().where();
    switch (reply) {
      case Reply.Came<?>(var inquiry, var came) -> {
        answered.add(where);
        came.sight().blind().forEach(blind -> unseen(where, blind));
        came.sight().beside().forEach(beside -> unseen(where, beside));
        return kind.isInstance(came.answer())
            ? Optional.of(kind.cast(came.answer()))
            : Optional.empty();
      }
      case Reply.Failed(var inquiry, var problem) -> {
        unseen(where, Wording.of(problem));
        return Optional.empty();
      }
      case Reply.Spared(var inquiry) -> {
        return Optional.empty();
      }
    }
  }

  /** A counter-example, in one sentence. */
  public void violated(String sentence) {
    violations.add(sentence);
  }

  /** Something a person must look at, in one sentence. */
  public void doubtful(String sentence) {
    doubts.add(sentence);
  }

  /** Not everything could be seen there; {@code where} as in {@link Gap}. */
  public void unseen(String where, String why) {
    hidden.add(where);
    unseen.add(where.isEmpty() ? why : where + ": " + why);
  }

  /** What to do about what was seen, in one sentence. */
  public void advise(String sentence) {
    advice.add(sentence);
  }

  /** A figure of one place; see {@link Figure}. */
  public void figure(String name, String value, String where) {
    figures.add(new Figure(name, value, where));
  }

  /** A count of one place. */
  public void figure(String name, long value, String where) {
    figure(name, Long.toString(value), where);
  }

  /** The data map is not true any more. */
  public void drift(Drift one) {
    drift.add(one);
  }

  /** Rows looked at, for the coverage. */
  public void rows(long looked) {
    rows += looked;
  }

  /** Something that was measured without asking a system. */
  public void seen(String where) {
    answered.add(where);
  }

  /** Whether so far nothing was hidden there; {@code where} as in {@link Gap}. */
  public boolean sawAll(String where) {
    return !hidden.contains(where);
  }

  public long rowsSeen() {
    return rows;
  }

  /** {@code 3 of 4}: places seen whole, of those that should have been. */
  public String places() {
    return placesSeen() + " of " + plan.wheres().size();
  }

  private int placesSeen() {
    return (int)
        plan.wheres().stream().filter(w -> answered.contains(w) && !hidden.contains(w)).count();
  }

  /**
   * The observation.
   *
   * @param clean what to say when everything was seen and nothing is wrong
   */
  public Observation observe(String clean) {
    Outcome outcome = outcome();
    List<String> reasons = new ArrayList<>(advice);
    reasons.addAll(unseen);
    reasons.addAll(plan.beyond());
    return new Observation(
        outcome,
        switch (outcome) {
          case VIOLATED -> said(violations);
          case DOUBTFUL -> said(doubts);
          case UNSEEN -> notAllSeen();
          case CLEAN -> clean;
        },
        figures,
        new Coverage(placesSeen(), plan.wheres().size(), rows),
        reasons,
        outcome == Outcome.UNSEEN && unseen.isEmpty() && placesSeen() == plan.wheres().size(),
        drift);
  }

  private Outcome outcome() {
    if (!violations.isEmpty()) {
      return Outcome.VIOLATED;
    }
    boolean all = unseen.isEmpty() && plan.beyond().isEmpty();
    if (!all || placesSeen() < plan.wheres().size()) {
      return Outcome.UNSEEN;
    }
    return doubts.isEmpty() ? Outcome.CLEAN : Outcome.DOUBTFUL;
  }

  private String notAllSeen() {
    String first =
        unseen.stream().findFirst().or(() -> plan.beyond().stream().findFirst()).orElse("");
    if (!doubts.isEmpty()) {
      return said(doubts) + " Not everything was seen: " + first;
    }
    return answered.isEmpty()
        ? "Not measured. " + first
        : "No violation seen in " + places() + " places, but not everything was seen: " + first;
  }

  private static String said(List<String> sentences) {
    String text = String.join(" ", sentences.stream().limit(SAID_IN_FULL).toList());
    int more = sentences.size() - SAID_IN_FULL;
    return more > 0 ? text + " And " + more + " more." : text;
  }
}
