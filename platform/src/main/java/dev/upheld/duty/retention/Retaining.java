package dev.upheld.duty.retention;

import dev.upheld.connect.Session;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.ActLines;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.HeldAhead;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Ends what is past its time. A rule does nothing before somebody has seen what it would do and
 * released exactly that; a changed rule is released again, and so is one that would take far more
 * of a table than was seen. Every run is counted from outside before and after, kept and
 * journalled.
 */
public final class Retaining {
  /**
   * For so long a rule is what it was when it was listed, where charter and data map are the same.
   */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Parts on;
  private final Optional<RetentionStore> books;
  private final Optional<ReviewStore> reviews;
  private final Optional<Warning> warning;

  /** Where leaves and runs are kept. */
  public record Books(Store store, Journal journal) {}

  /**
   * What it stands on.
   *
   * @param books empty where there is no store: then rules can be looked at, and nothing more
   * @param reading a line to a system by the account that may only read
   * @param tellers how people are told that their data goes; empty where nobody is
   */
  public record Parts(
      Optional<Books> books,
      Expiring expiring,
      Function<SystemEntry, Session> reading,
      InstantSource clock,
      Optional<Tellers> tellers) {
    /** Where nobody is told anything. */
    public Parts(
        Optional<Books> books,
        Expiring expiring,
        Function<SystemEntry, Session> reading,
        InstantSource clock) {
      this(books, expiring, reading, clock, Optional.empty());
    }
  }

  /**
   * How people are told.
   *
   * @param prints the same by which the runs look who was told
   * @param mails empty where only the nights of a server write mails
   */
  public record Tellers(Fingerprints prints, Optional<WarnMails> mails) {}

  public Retaining(Parts on) {
    this.on = on;
    this.books = on.books().map(b -> new RetentionStore(b.store(), b.journal()));
    this.reviews =
        on.books().map(b -> new ReviewStore(b.store(), b.journal(), books.orElseThrow()));
    this.warning =
        on.tellers()
            .flatMap(
                w ->
                    on.books()
                        .map(
                            b ->
                                new Warning(
                                    new Warning.Parts(
                                        on.expiring(),
                                        new WarnStore(b.store(), b.journal()),
                                        new WarnPrints(w.prints()),
                                        w.mails()),
                                    on.clock())));
  }

  private RetentionStore kept() {
    return books.orElseThrow(() -> new IllegalStateException("there is no store"));
  }

  private ReviewStore reviewed() {
    return reviews.orElseThrow(() -> new IllegalStateException("there is no store"));
  }

  /**
   * How runs go.
   *
   * @param halt asked between batches
   * @param anyway whether somebody wants it now although the clock says otherwise
   * @param present what the workspace has become meanwhile, given what it was
   */
  public record Way(
      Pace.Way pace,
      BooleanSupplier halt,
      Progress progress,
      boolean anyway,
      UnaryOperator<Workspace> present) {
    /** In its hours, over a workspace that does not change. */
    public Way(Pace.Way pace, BooleanSupplier halt, Progress progress) {
      this(pace, halt, progress, false, UnaryOperator.identity());
    }
  }

  Counting counting() {
    return new Counting(on.reading());
  }

  /**
   * What is kept by a reason without a number, and decided by people.
   *
   * @throws IllegalStateException where there is no store
   */
  public Reviewing reviewing() {
    return new Reviewing(this, reviewed());
  }

  /** The instant of now, as finely as it is kept. */
  Instant now() {
    return on.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** All of them, as they run: with what reviews decided. */
  List<Rule> rules(Workspace workspace) {
    return rules(workspace, Optional.empty());
  }

  /**
   * All of them, or one.
   *
   * @throws ProblemException where there is none of that id
   */
  List<Rule> rules(Workspace workspace, Optional<String> only) {
    return Rules.only(workspace, now(), only).stream().map(r -> decided(workspace, r)).toList();
  }

  /** The rule of that id, as it runs; empty where there is none by now. */
  Optional<Rule> find(Workspace workspace, String id) {
    return Rules.find(workspace, now(), id).map(r -> decided(workspace, r));
  }

  /** As a review decided that rows of it end, for as long as they have not. */
  private Rule decided(Workspace workspace, Rule rule) {
    return reviews
        .filter(_ -> ReviewTimes.speakOf(rule.keep()))
        .flatMap(store -> store.ending(rule.id()))
        .flatMap(
            ending ->
                ReviewTimes.of(rule.kept(), Optional.empty())
                    .map(t -> Rules.reviewed(workspace, rule, t.before(ending.upTo()))))
        .orElse(rule);
  }

  /**
   * What rules would do now; nothing is changed.
   *
   * @param only the id of a rule; empty for all
   */
  public List<Planned> plan(Workspace workspace, Optional<String> only, Progress progress) {
    return rules(workspace, only).stream().map(r -> plan(workspace, r, progress)).toList();
  }

  Planned plan(Workspace workspace, Rule rule, Progress progress) {
    Optional<Release> release = released(rule);
    try {
      Optional<DueRows> due = Optional.empty();
      List<String> indexes = List.of();
      if (isReached(workspace, rule) && !rule.kept().asks().isEmpty()) {
        try (Session session = counting().open(workspace, rule)) {
          due = Optional.of(Counting.count(session, rule, progress));
          indexes = Indexes.missing(session.describe(), rule.kept().keeping().asks());
        }
      }
      Optional<Expiring.Foreseen> foreseen =
          rule.expiry().map(e -> on.expiring().of(workspace, e).look(workspace, e, progress));
      return new Planned(
          rule,
          due,
          foreseen.map(Expiring.Foreseen::would),
          foreseen.map(Expiring.Foreseen::whole).orElse(Expiring.Whole.NONE),
          foreseen.filter(Expiring.Foreseen::remembers).isPresent(),
          indexes,
          release,
          Optional.empty(),
          warning.filter(_ -> Warning.isPromised(rule)).map(w -> w.look(workspace, rule)));
    } catch (ProblemException e) {
      return new Planned(
          rule,
          Optional.empty(),
          Optional.empty(),
          Expiring.Whole.NONE,
          false,
          List.of(),
          release,
          said(e),
          Optional.empty());
    }
  }

  private static boolean isReached(Workspace workspace, Rule rule) {
    return Optional.ofNullable(workspace.map().systems().get(rule.system()))
        .flatMap(SystemEntry::access)
        .isPresent();
  }

  static Optional<String> said(ProblemException e) {
    return Optional.of(
        e.problems().stream().map(p -> p.what() + " " + p.mend()).collect(Collectors.joining(" ")));
  }

  /** The leave a rule has for what it is now. */
  private Optional<Release> released(Rule rule) {
    return books.flatMap(b -> b.release(rule.id())).filter(r -> r.digest().equals(rule.digest()));
  }

  /**
   * Lets a rule do from now on what its dry run showed.
   *
   * @param what as the dry run said it
   * @param who of the company; empty for a command
   * @throws ProblemException where the rule is another one by now, cannot be carried out, or would
   *     take far more of a table than was seen
   */
  public Release release(Workspace workspace, What what, Optional<ReferenceId> who) {
    Rule rule = rules(workspace, Optional.of(what.rule())).getFirst();
    Release release = leave(workspace, rule, what);
    reviewed().release(rule, release, who);
    return release;
  }

  /**
   * What is let.
   *
   * @param rule its id
   * @param digest of the rule as it was seen
   */
  public record What(String rule, String digest, Seen seen) {}

  /** The leave a rule would get, counted now; nothing is kept of it. */
  Release leave(Workspace workspace, Rule rule, What what) {
    fits(rule, what.digest());
    DueRows due = counting().count(workspace, rule, Progress.SILENT);
    DueRows seen = what.seen() instanceof Seen.Counts(DueRows shown) ? shown : due;
    LargeShare large = LargeShare.of(workspace, rule);
    boolean beyond =
        switch (what.seen()) {
          case Seen.Counts(DueRows shown) -> large.isBeyond(due, shown.share());
          case Seen.Unsaid() -> large.isBeyond(due, 0);
          case Seen.Much() -> false;
        };
    if (beyond) {
      throw RetentionProblem.TOO_MUCH.because(
          "The rule would take " + due.past() + " of " + due.rows() + " rows by now.",
          what.seen() instanceof Seen.Counts
              ? "That is far more than its dry run showed: make another one, and release that."
              : "Look at upheld retain plan. If so much is to go, release it with --much.");
    }
    return new Release(rule.id(), what.digest(), now(), seen.past(), seen.rows());
  }

  /** Refuses what cannot be carried out, and what is not the rule that was seen. */
  static void fits(Rule rule, String digest) {
    if (rule.expiry().isEmpty()) {
      throw RetentionProblem.UNFIT.because(
          "This rule cannot be carried out: " + String.join(" ", rule.gaps()),
          "Complete the data map, and plan again.");
    }
    if (!rule.digest().equals(digest)) {
      throw RetentionProblem.CHANGED.because(
          "The rule is not the one that was seen: the charter or the data map changed since.",
          "Look at upheld retain plan, and release the digest it says now.");
    }
  }

  /**
   * Runs the rules that are released; others do nothing.
   *
   * @param only the id of a rule; empty for all
   * @return what was run; one that stopped says why, and stops no other
   */
  public List<Ran> run(Workspace workspace, Optional<String> only, Way way) {
    return run(workspace, only, way, Optional.empty());
  }

  /**
   * A rule is looked up again right before its turn where time has passed since they were listed.
   * Those that have nothing to do are noted together, before the next that has.
   *
   * @param since rules that did not run to their end since then, where the hours let them
   */
  private List<Ran> run(
      Workspace workspace, Optional<String> only, Way way, Optional<Instant> since) {
    try (Lines reading = new Lines(on.reading(), on.clock());
        ActLines acting = on.expiring().lines()) {
      RuleRun.AllLines lines = new RuleRun.AllLines(reading, acting);
      RuleRun.Parts parts =
          new RuleRun.Parts(kept(), on.expiring().over(acting), lines, on.clock());
      Workspace then = way.present().apply(workspace);
      Instant at = now();
      Pass pass = new Pass(parts, way, this::run);
      Noted noted = kept().noted(since);
      for (Rule listed : Rules.only(then, at, only)) {
        Workspace present = way.present().apply(workspace);
        boolean fresh = now().isBefore(at.plus(FRESH)) && present.equals(then);
        if (!fresh) {
          noted = kept().noted(since);
        }
        Optional<Rule> now =
            fresh ? Optional.of(decided(present, listed)) : find(present, listed.id());
        if (now.filter(isWanted(present, noted, since)).isPresent()) {
          pass.take(present, now.get(), noted);
        }
      }
      return pass.end();
    }
  }

  private Predicate<Rule> isWanted(Workspace present, Noted noted, Optional<Instant> since) {
    return rule ->
        noted.isReleased(rule)
            && (since.isEmpty()
                || (!noted.over().contains(rule.id()) && Hours.of(present, rule).isOpen(now())));
  }

  private Optional<Ran> run(RuleRun.Parts parts, Workspace workspace, Rule rule, Way way) {
    Optional<Release> release = released(rule);
    Way until = untilPaused(rule, way);
    if (release.isEmpty() || rule.expiry().isEmpty() || until.halt().getAsBoolean()) {
      return Optional.empty();
    }
    Ran ran = new RuleRun(parts, workspace, until).run(rule, release.get());
    if (ReviewTimes.speakOf(rule.keep())) {
      settle(ran);
    }
    return Optional.of(ran);
  }

  /** A review that decided what this run did has been carried out. */
  private void settle(Ran ran) {
    if (ran.trouble().isEmpty() && ran.done().filter(Expired::whole).isPresent()) {
      reviewed().done(ran.rule(), ran.digest(), now());
    }
  }

  /** A rule that is paused does nothing, and stops between two transactions where it runs. */
  private Way untilPaused(Rule rule, Way way) {
    return new Way(
        way.pace(),
        () -> way.halt().getAsBoolean() || kept().isPaused(rule.id()),
        way.progress(),
        way.anyway(),
        way.present());
  }

  /** How many rows of a rule come due by when; asked by the account that may only read. */
  public Outlook outlook(Workspace workspace, Rule rule) {
    try (Session session = counting().open(workspace, rule)) {
      HeldAhead.Told told =
          on.expiring()
              .heldAhead()
              .of(workspace, rule.system(), rule.kept().place(), session::describe);
      return Outlooks.of(session, rule, workspace.promises(), told);
    }
  }

  /**
   * Tells everybody whose data goes within the time the charter promises, by released rules that
   * did not look for them since an instant. It comes before the runs.
   *
   * @return what was looked for
   */
  public List<Warnings> warnSince(Workspace workspace, Instant since, Way way) {
    List<Warnings> all = new ArrayList<>();
    if (warning.isPresent() && warning.get().writes()) {
      for (Rule rule : rules(workspace)) {
        boolean wanted =
            Warning.isPromised(rule)
                && released(rule).isPresent()
                && !warning.get().isDoneSince(rule, since)
                && !untilPaused(rule, way).halt().getAsBoolean();
        Optional<RuleTurn> turn = wanted ? kept().turn(rule.id()) : Optional.empty();
        if (turn.isPresent()) {
          try (RuleTurn _ = turn.get()) {
            all.add(warning.get().tell(workspace, rule, untilPaused(rule, way).halt()));
          }
        }
      }
    }
    return all;
  }

  /**
   * Runs released rules that did not run to their end since an instant, where the hours of their
   * system let them.
   *
   * @return what was run
   */
  public List<Ran> runSince(Workspace workspace, Instant since, Way way) {
    return run(workspace, Optional.empty(), way, Optional.of(since));
  }

  /**
   * A rule with its leave and its last runs.
   *
   * @param released whether it may run as it is now
   * @param runs the newest first
   * @param warnings its newest look for people to be told; empty where there is none of the rule as
   *     it is
   * @param pause that somebody told it to do nothing for now
   */
  public record Status(
      Rule rule,
      boolean released,
      Optional<Release> release,
      List<Ran> runs,
      Optional<Warnings> warnings,
      Optional<Pause> pause) {
    public Status {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Rules and their runs.
   *
   * @param runs how many of each at most
   */
  public List<Status> status(Workspace workspace, Optional<String> only, int runs) {
    return rules(workspace, only).stream()
        .map(
            rule ->
                new Status(
                    rule,
                    released(rule).isPresent(),
                    kept().release(rule.id()),
                    kept().runs(rule.id(), runs),
                    warning.flatMap(w -> w.newest(rule)),
                    kept().pause(rule.id())))
        .toList();
  }
}
