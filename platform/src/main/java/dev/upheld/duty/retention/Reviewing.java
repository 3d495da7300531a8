package dev.upheld.duty.retention;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.Answer.DueCount;
import dev.upheld.connect.Answer.DueOver;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Prove;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The queue of what is kept by a reason without a number: a person looks at it again and again, and
 * decides with a reason that it stays until a day, or that it goes. What goes, goes as any rule of
 * retention does, released by that decision. Nobody decides about figures older than a day.
 */
public final class Reviewing {
  private static final List<Integer> YEARS = List.of(1, 2, 3, 5);

  private final Retaining retaining;
  private final ReviewStore store;
  private final ReviewSights sights;

  Reviewing(Retaining retaining, ReviewStore store) {
    this.retaining = retaining;
    this.store = store;
    this.sights = store.sights();
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
   * @param made when
   * @param rows all there are
   * @param due of them, those that wait for a review
   * @param oldest of those that may not stay for another reason
   * @param ages how many are how old, the youngest first
   */
  public record Counts(
      Instant made, long rows, long due, Optional<Instant> oldest, List<Age> ages) {
    public Counts {
      ages = List.copyOf(ages);
    }

    private Counts decided() {
      return new Counts(made, rows, 0, oldest, ages);
    }
  }

  /**
   * One promise in one place.
   *
   * @param rule names it
   * @param criterion the reason, in the charter's words
   * @param counts as they were last counted; empty where nobody counted, or could
   * @param next when somebody has to look; empty where only counting could tell
   * @param latest the last day a review may set
   * @param last the last decision to keep rows, about the rule as it is now
   * @param ending a decision to end rows that is not carried out yet
   * @param look the newest look at what would go
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
      Optional<ReviewLook> look,
      Optional<String> trouble) {

    /** Whether rows wait; nobody knows where nothing was counted. */
    public boolean isDue() {
      return counts.filter(c -> c.due() > 0).isPresent();
    }

    /** Whether a review may let rows go; else it can only keep them. */
    public boolean mayGo() {
      return rule.keep().then() != EndAction.KEEP;
    }
  }

  /** All that the store knows of reviews, read once. */
  private record Book(
      Map<String, Reviewed> kept,
      Map<String, Reviewed> endings,
      Map<String, ReviewCount> counts,
      Map<String, ReviewLook> looks) {

    Optional<Reviewed> kept(Rule rule) {
      return Optional.ofNullable(kept.get(rule.id())).filter(k -> k.digest().equals(rule.digest()));
    }

    Optional<ReviewCount> count(Rule rule) {
      return Optional.ofNullable(counts.get(rule.id()))
          .filter(c -> c.digest().equals(rule.digest()));
    }

    Optional<ReviewTimes> times(Rule rule) {
      return ReviewTimes.of(rule.kept(), kept(rule));
    }
  }

  private Book book() {
    return new Book(store.kept(), store.endings(), sights.counts(), sights.looks());
  }

  private List<Rule> rules(Workspace workspace) {
    return Rules.reviews(workspace, retaining.now());
  }

  private Rule rule(Workspace workspace, String id) {
    return Rules.review(workspace, retaining.now(), id)
        .orElseThrow(
            () ->
                RetentionProblem.UNKNOWN.because(
                    "There is no such place to review.",
                    "upheld retain reviews lists those there are."));
  }

  /** All there are, counted now; the counts are kept. */
  public List<Line> queue(Workspace workspace, Progress progress) {
    Book book = book();
    List<Line> lines = new ArrayList<>();
    for (Rule rule : rules(workspace)) {
      Optional<ReviewCount> count =
          book.times(rule).map(times -> count(workspace, rule, times, progress));
      lines.add(line(rule, book, count));
    }
    return lines;
  }

  /** All there are, as they were last counted; asks no system. */
  public List<Line> kept(Workspace workspace) {
    Book book = book();
    return rules(workspace).stream().map(rule -> line(rule, book, book.count(rule))).toList();
  }

  /** Those with rows that wait, or will within two weeks, or that nobody counted yet. */
  public List<Line> soon(Workspace workspace) {
    LocalDate until = today(workspace).plusDays(ReviewTimes.SOON);
    return kept(workspace).stream().filter(line -> isSoon(line, until)).toList();
  }

  private static boolean isSoon(Line line, LocalDate until) {
    boolean waits = line.next().filter(day -> !day.isAfter(until)).isPresent();
    boolean empty = line.counts().filter(c -> c.rows() == 0).isPresent();
    boolean unknown =
        line.counts().isEmpty()
            && line.next().isEmpty()
            && ReviewTimes.gap(line.rule().kept()).isEmpty();
    return line.isDue() || (waits && !empty) || unknown;
  }

  /** Where the company is. */
  public LocalDate today(Workspace workspace) {
    return LocalDate.ofInstant(retaining.now(), workspace.zone());
  }

  private Line line(Rule rule, Book book, Optional<ReviewCount> count) {
    Optional<ReviewTimes> times = book.times(rule);
    Optional<Counts> counts =
        count
            .flatMap(ReviewCount::counts)
            .map(c -> times.filter(t -> isDecided(t, c)).isPresent() ? c.decided() : c);
    return new Line(
        rule,
        ReviewTimes.criterion(rule.keep()).text(),
        counts,
        times.flatMap(t -> t.next(counts.flatMap(Counts::oldest))),
        times
            .map(ReviewTimes::latest)
            .orElseGet(() -> LocalDate.ofInstant(retaining.now(), rule.kept().time().charter())),
        book.kept(rule),
        Optional.ofNullable(book.endings().get(rule.id())),
        Optional.ofNullable(book.looks().get(rule.id())),
        count
            .flatMap(ReviewCount::trouble)
            .or(() -> ReviewTimes.gap(rule.kept()))
            .or(() -> rule.kept().gaps().stream().findFirst()));
  }

  /** Whether somebody decided to keep what had been counted. */
  private static boolean isDecided(ReviewTimes times, Counts counts) {
    return times.inForce().filter(k -> !k.decided().isBefore(counts.made())).isPresent();
  }

  /** Counts all there are anew. */
  public void countAll(Workspace workspace) {
    var _ = queue(workspace, Progress.SILENT);
  }

  /**
   * Counts anew where nobody did today, since the last decision or run, or since the rule is what
   * it is. A place that cannot be counted says why, and stops no other.
   */
  public void countStale(Workspace workspace) {
    Book book = book();
    Map<String, Instant> ran = sights.ran();
    for (Rule rule : rules(workspace)) {
      Optional<Instant> since =
          Stream.of(
                  Optional.of(today(workspace).atStartOfDay(workspace.zone()).toInstant()),
                  book.kept(rule).map(Reviewed::decided),
                  Optional.ofNullable(ran.get(rule.id())))
              .flatMap(Optional::stream)
              .max(Instant::compareTo);
      boolean fresh =
          book.count(rule)
              .filter(c -> c.counts().isPresent())
              .filter(c -> since.filter(c.made()::isBefore).isEmpty())
              .isPresent();
      if (!fresh) {
        book.times(rule).ifPresent(t -> count(workspace, rule, t, Progress.SILENT));
      }
    }
  }

  private ReviewCount count(Workspace workspace, Rule rule, ReviewTimes times, Progress progress) {
    Optional<Counts> counts = Optional.empty();
    Optional<String> trouble = Optional.empty();
    try (Session session = retaining.counting().open(workspace, rule)) {
      counts = Optional.of(counts(session, rule, times, progress));
    } catch (ProblemException e) {
      trouble = Retaining.said(e);
    } catch (RuntimeException e) { // of ours: the others are counted all the same
      trouble = Optional.of(Prove.fault("counting " + rule.id(), e).what());
    }
    ReviewCount count =
        new ReviewCount(rule.id(), rule.digest(), times.time().now(), counts, trouble);
    sights.keep(count);
    return count;
  }

  private static Counts counts(Session session, Rule rule, ReviewTimes times, Progress progress) {
    ZonedDateTime now = times.time().now().atZone(times.time().charter());
    List<Due> steps = new ArrayList<>();
    YEARS.forEach(years -> steps.add(times.before(now.minusYears(years).toInstant())));
    times.covered().map(times::before).ifPresent(steps::add);
    Question.CountDue question = rule.kept().count(times.before(times.old()));
    DueCount old = Counting.whole(session.ask(question, progress));
    DueOver over =
        Counting.whole(session.ask(new Question.CountDueOver(question, steps), progress));
    List<Age> ages = new ArrayList<>();
    for (int i = 0; i < YEARS.size(); i++) {
      ages.add(new Age(YEARS.get(i), over.past().get(i)));
    }
    long covered = steps.size() > YEARS.size() ? over.past().getLast() : 0;
    return new Counts(
        times.time().now(), old.rows(), Math.max(0, old.past() - covered), old.oldest(), ages);
  }

  /**
   * Decides that the rows there were when they were counted stay until somebody looks again. What
   * was decided before to let rows of these rules go, and has not been done, is taken back.
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
    String why = Reason.REVIEW.said(reason);
    Book book = book();
    List<Reviewed> decisions = new ArrayList<>();
    for (String id : rules.stream().sorted().toList()) {
      Rule rule = rule(workspace, id);
      Line line = line(rule, book, shown(workspace, rule, book));
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
              counts.made(),
              Optional.of(next),
              rule.digest(),
              counts.due(),
              counts.rows(),
              why,
              retaining.now(),
              Optional.empty()));
    }
    store.keep(decisions, who);
  }

  /** What was counted within a day; else it is counted now. */
  private Optional<ReviewCount> shown(Workspace workspace, Rule rule, Book book) {
    Instant since = retaining.now().minus(Desk.SHOWN);
    return book.count(rule)
        .filter(c -> c.counts().isPresent() && !c.made().isBefore(since))
        .or(() -> book.times(rule).map(t -> count(workspace, rule, t, Progress.SILENT)));
  }

  private static ProblemException unseen(Line line) {
    return RetentionProblem.UNFIT.because(
        "What lies in " + line.rule().where() + " cannot be seen: " + line.trouble().orElse(""),
        "Mend that first: nobody can decide about what nobody sees.");
  }

  /**
   * Notes that somebody wants to see what would go; {@link #look} makes each look.
   *
   * @param rules which; all of them or none are looked at
   * @param before not after today
   * @throws ProblemException where a rule lets nothing go, or nobody can tell which rows it means
   */
  public void askLook(Workspace workspace, Set<String> rules, LocalDate before) {
    Instant start = start(workspace, before);
    List<Rule> endings = rules.stream().sorted().map(id -> ending(workspace, id, start)).toList();
    endings.forEach(rule -> sights.asked(rule, before, retaining.now()));
  }

  /**
   * Counts what would go if the rows of before a day went, and keeps what it saw where that was
   * asked for; nothing is changed.
   *
   * @param before not after today
   */
  public Planned look(Workspace workspace, String id, LocalDate before) {
    Rule rule = ending(workspace, id, start(workspace, before));
    Told told = new Told(retaining::now, (done, total) -> sights.reached(id, before, done, total));
    Planned planned = retaining.plan(workspace, rule, told);
    Found found = Found.of(planned);
    boolean unable = found.would().isEmpty() && found.trouble().isEmpty();
    Found said = unable ? Found.failed(String.join(" ", rule.gaps())) : found;
    sights.looked(id, before, rule.digest(), said, retaining.now());
    return planned;
  }

  /** Notes why a look that was asked for could not be made. */
  void unable(String id, LocalDate before, String why) {
    sights.looked(id, before, "", Found.failed(why), retaining.now());
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
    if (rule.keep().then() == EndAction.KEEP) {
      throw RetentionProblem.UNFIT.because(
          Rules.STAYS, "Keep it with a reason, or change what the charter says of its end.");
    }
    return ReviewTimes.of(rule.kept(), Optional.empty())
        .map(times -> Rules.reviewed(workspace, rule, times.before(before)))
        .orElseThrow(
            () ->
                RetentionProblem.UNFIT.because(
                    ReviewTimes.gap(rule.kept()).orElse(""), "Complete the data map."));
  }

  /**
   * Decides that the rows go which a look of the last day showed. They go with the next run of
   * retention, under every hold and every promise that wants them kept. A decision of before that
   * waits gives way.
   *
   * @param what all of it or none is decided
   * @throws ProblemException where nobody saw it within a day, the rule is another one by now,
   *     cannot be carried out, or would take far more than was seen
   */
  public void erase(
      Workspace workspace, List<Ending> what, String reason, Optional<ReferenceId> who) {
    String why = Reason.REVIEW.said(reason);
    Map<String, ReviewLook> looks = sights.looks();
    List<ReviewStore.Going> goings = new ArrayList<>();
    for (Ending one : what) {
      ReviewLook look = seen(one, Optional.ofNullable(looks.get(one.rule())));
      Instant before = start(workspace, look.before());
      Rule rule = ending(workspace, one.rule(), before);
      DueRows due = look.look().found().flatMap(Found::due).orElse(DueRows.NONE);
      Release release =
          retaining.leave(
              workspace, rule, new Retaining.What(rule.id(), one.digest(), new Seen.Counts(due)));
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
              why,
              retaining.now(),
              Optional.empty());
      goings.add(new ReviewStore.Going(rule, release, decision));
    }
    store.end(goings, who);
    what.forEach(one -> sights.forget(one.rule()));
  }

  private ReviewLook seen(Ending one, Optional<ReviewLook> look) {
    return look.filter(l -> l.look().digest().equals(one.digest()) && l.saw() && isFresh(l))
        .orElseThrow(
            () ->
                RetentionProblem.UNSEEN.because(
                    "Nobody saw within a day what would go of " + one.rule() + ".",
                    "Look at it, and decide about what the look shows."));
  }

  /** Whether what a look shows is no older than a day. */
  public boolean isFresh(ReviewLook look) {
    Instant since = retaining.now().minus(Desk.SHOWN);
    return look.look().ended().filter(at -> !at.isBefore(since)).isPresent();
  }

  /**
   * What was looked at, and is to go.
   *
   * @param digest as the look said it
   */
  public record Ending(String rule, String digest) {}

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
