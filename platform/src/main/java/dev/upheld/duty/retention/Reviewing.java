package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Limit;
import dev.upheld.connect.Answer.DueCount;
import dev.upheld.connect.Session;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Prober;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The queue of what is kept by a reason without a number: a person looks at it again and again, and
 * decides with a reason that it stays until a day, or that it goes. What goes, goes as any rule of
 * retention does, released by that decision.
 */
public final class Reviewing {
  /** The shortest reason that says anything, and the longest that is kept. */
  public static final int SHORTEST = 5;

  public static final int LONGEST = 2_000;

  static final String NO_CLOCK =
      "Nothing tells how old its rows are. Bind the clock collected, last-contact or last-activity"
          + " in this place.";

  /** So many days ahead a review is on the work list. */
  private static final int SOON = 14;

  private static final List<Integer> YEARS = List.of(1, 2, 3, 5);

  private final Retaining retaining;
  private final ReviewStore store;

  Reviewing(Retaining retaining, ReviewStore store) {
    this.retaining = retaining;
    this.store = store;
  }

  /**
   * Rows that are older than so many years.
   *
   * @param rows of them, how many
   */
  public record Age(int years, long rows) {}

  /**
   * What was counted in a place, by the account that may only read.
   *
   * @param rows all there are
   * @param due of them, those that wait for a review
   * @param oldest of those that may not stay for another reason
   * @param ages how many are how old, the youngest first
   */
  public record Counts(long rows, long due, Optional<Instant> oldest, List<Age> ages) {
    public Counts {
      ages = List.copyOf(ages);
    }
  }

  /**
   * One promise in one place.
   *
   * @param rule names it
   * @param criterion the reason, in the charter's words
   * @param counts empty where nobody counted, or could
   * @param next when somebody has to look; empty where only counting could tell
   * @param latest the last day a review may set
   * @param last the last decision to keep rows, about the rule as it is now
   * @param ending a decision to end rows that is not carried out yet
   * @param trouble why it cannot be counted or decided
   */
  public record Line(
      Rule rule,
      String criterion,
      Optional<Counts> counts,
      Optional<LocalDate> next,
      LocalDate latest,
      Optional<Reviewed> last,
      Optional<Reviewed> ending,
      Optional<String> trouble) {

    /** Whether rows wait; nobody knows where nothing was counted. */
    public boolean isDue() {
      return counts.filter(c -> c.due() > 0).isPresent();
    }
  }

  /** All there are, counted. */
  public List<Line> queue(Workspace workspace, Progress progress) {
    return rules(workspace).map(rule -> counted(workspace, rule, progress)).toList();
  }

  /** Those that nobody looked at yet, or will have to within two weeks; asks no system. */
  public List<Line> soon(Workspace workspace) {
    return rules(workspace)
        .map(rule -> line(rule, Optional.empty(), Optional.empty()))
        .filter(
            line -> line.next().filter(d -> d.isAfter(today(workspace).plusDays(SOON))).isEmpty())
        .toList();
  }

  /** Where the company is. */
  public LocalDate today(Workspace workspace) {
    return LocalDate.ofInstant(retaining.now(), workspace.zone());
  }

  private Stream<Rule> rules(Workspace workspace) {
    return Rules.of(workspace, retaining.now()).stream()
        .filter(rule -> ReviewTimes.speakOf(rule.keep()));
  }

  private Rule rule(Workspace workspace, String id) {
    return rules(workspace)
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                RetentionProblem.UNKNOWN.because(
                    "There is no such place to review.",
                    "upheld retain reviews lists those there are."));
  }

  private Optional<ReviewTimes> times(Rule rule) {
    return ReviewTimes.of(rule.kept(), store.kept(rule.id(), rule.digest()));
  }

  private Line line(Rule rule, Optional<Counts> counts, Optional<String> trouble) {
    Optional<ReviewTimes> times = times(rule);
    Limit.Criterion criterion = ReviewTimes.criterion(rule.keep());
    Optional<String> gap = times.isEmpty() ? Optional.of(NO_CLOCK) : Optional.empty();
    return new Line(
        rule,
        criterion.text(),
        counts,
        times.flatMap(t -> t.next(counts.flatMap(Counts::oldest))),
        times
            .map(ReviewTimes::latest)
            .orElseGet(() -> LocalDate.ofInstant(retaining.now(), rule.kept().time().charter())),
        store.kept(rule.id(), rule.digest()),
        store.ending(rule.id()),
        trouble.or(() -> gap).or(() -> rule.kept().gaps().stream().findFirst()));
  }

  private Line counted(Workspace workspace, Rule rule, Progress progress) {
    Optional<ReviewTimes> times = times(rule);
    if (times.isEmpty()) {
      return line(rule, Optional.empty(), Optional.empty());
    }
    try (Session session = retaining.counting().open(workspace, rule)) {
      return line(
          rule, Optional.of(counts(session, rule, times.get(), progress)), Optional.empty());
    } catch (ProblemException e) {
      return line(rule, Optional.empty(), Retaining.said(e));
    }
  }

  private static Counts counts(Session session, Rule rule, ReviewTimes times, Progress progress) {
    DueCount old = ask(session, rule, times, times.old(), progress);
    long covered =
        times.covered().map(u -> ask(session, rule, times, u, progress).past()).orElse(0L);
    List<Age> ages = new ArrayList<>();
    for (int years : YEARS) {
      Instant before =
          times.time().now().atZone(times.time().charter()).minusYears(years).toInstant();
      ages.add(new Age(years, ask(session, rule, times, before, progress).past()));
    }
    return new Counts(old.rows(), old.past() - covered, old.oldest(), ages);
  }

  private static DueCount ask(
      Session session, Rule rule, ReviewTimes times, Instant before, Progress progress) {
    return session.ask(rule.kept().count(times.before(before)), progress).answer();
  }

  /**
   * Decides that the rows there are now stay until somebody looks again. What was decided before to
   * let rows of these rules go, and has not been done, is taken back.
   *
   * @param rules which; all of them or none are decided
   * @param next after today, and no later than the charter's interval allows
   * @param who of the company
   * @throws ProblemException where a day is too late, a reason too short or a place cannot be seen
   */
  public void keep(
      Workspace workspace,
      Set<String> rules,
      LocalDate next,
      String reason,
      Optional<ReferenceId> who) {
    refuse(reason);
    List<Reviewed> decisions = new ArrayList<>();
    for (String id : rules.stream().sorted().toList()) {
      Rule rule = rule(workspace, id);
      Line line = counted(workspace, rule, Progress.SILENT);
      Counts counts = line.counts().orElseThrow(() -> unseen(line));
      if (!next.isAfter(today(workspace)) || next.isAfter(line.latest())) {
        throw RetentionProblem.UNFIT.because(
            "The next review must lie after today and, by the charter, no later than "
                + line.latest()
                + ".",
            "Choose a day in between.");
      }
      decisions.add(
          new Reviewed(
              UUID.randomUUID(),
              id,
              false,
              retaining.now(),
              Optional.of(next),
              rule.digest(),
              counts.due(),
              counts.rows(),
              reason.strip(),
              retaining.now(),
              Optional.empty()));
    }
    store.keep(decisions, who);
  }

  private static ProblemException unseen(Line line) {
    return RetentionProblem.UNFIT.because(
        "What lies in " + line.rule().where() + " cannot be seen: " + line.trouble().orElse(""),
        "Mend that first: nobody can decide about what nobody sees.");
  }

  private static void refuse(String reason) {
    if (reason.strip().length() < SHORTEST || reason.length() > LONGEST) {
      throw RetentionProblem.UNFIT.because(
          "A decision needs a reason of " + SHORTEST + " to " + LONGEST + " characters.",
          "Say why.");
    }
  }

  /**
   * What would go if the rows of before a day went; nothing is changed.
   *
   * @param before not after today
   */
  public Planned look(Workspace workspace, String id, LocalDate before) {
    return retaining.plan(workspace, ending(workspace, id, start(workspace, before)));
  }

  private Instant start(Workspace workspace, LocalDate before) {
    if (before.isAfter(today(workspace))) {
      throw RetentionProblem.UNFIT.because(
          "Rows of a day that has not come cannot be decided about.", "Choose today or earlier.");
    }
    return before.atTime(LocalTime.MIN).atZone(workspace.zone()).toInstant();
  }

  private Rule ending(Workspace workspace, String id, Instant before) {
    Rule rule = rule(workspace, id);
    return times(rule)
        .map(times -> Rules.reviewed(workspace, rule, times.before(before)))
        .orElseThrow(() -> RetentionProblem.UNFIT.because(NO_CLOCK, "Complete the data map."));
  }

  /**
   * Decides that the rows of before a day go. They go with the next run of retention, under every
   * hold and every promise that wants them kept. A decision of before that waits gives way.
   *
   * @param what all of it or none is decided
   * @throws ProblemException where the rule is another one by now, or cannot be carried out
   */
  public void erase(
      Workspace workspace, List<Ending> what, String reason, Optional<ReferenceId> who) {
    refuse(reason);
    List<ReviewStore.Going> goings = new ArrayList<>();
    for (Ending one : what) {
      Instant before = start(workspace, one.before());
      Rule rule = ending(workspace, one.rule(), before);
      Release release = retaining.leave(workspace, rule, one.digest());
      Reviewed decision =
          new Reviewed(
              UUID.randomUUID(),
              rule.id(),
              true,
              before,
              Optional.empty(),
              rule.digest(),
              release.due(),
              release.rows(),
              reason.strip(),
              retaining.now(),
              Optional.empty());
      goings.add(new ReviewStore.Going(rule, release, decision));
    }
    store.end(goings, who);
  }

  /**
   * What was looked at, and is to go.
   *
   * @param before rows of before this day
   * @param digest as the look said it
   */
  public record Ending(String rule, LocalDate before, String digest) {}

  /**
   * How promises are measured that rest on reviews: by what was decided about them as they are.
   *
   * @param workspace as it is now
   */
  public Prober prober(Supplier<Workspace> workspace) {
    return new ReviewProber(
        (keep, bound) ->
            store.kept(
                keep.id() + "@" + bound.where(),
                Rules.digest(workspace.get(), retaining.now(), keep, bound)));
  }
}
