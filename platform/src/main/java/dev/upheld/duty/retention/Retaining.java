package dev.upheld.duty.retention;

import dev.upheld.connect.Session;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ends what is past its time. A rule does nothing before somebody has seen what it would do and
 * released exactly that; a changed rule is released again, and so is one that would take far more
 * of a table than was seen. Every run is counted from outside before and after, kept and
 * journalled.
 */
public final class Retaining {
  /** A larger part of a table than this is asked about first. */
  private static final double LARGEST_SHARE = 1.0 / 3;

  /** As long as no more rows are due, their share says nothing. */
  private static final long FEW = 100;

  private final Parts on;
  private final Optional<RetentionStore> books;

  /** Where leaves and runs are kept. */
  public record Books(Store store, Journal journal) {}

  /**
   * What it stands on.
   *
   * @param books empty where there is no store: then rules can be looked at, and nothing more
   * @param reading a line to a system by the account that may only read
   */
  public record Parts(
      Optional<Books> books,
      Expiring expiring,
      Function<SystemEntry, Session> reading,
      InstantSource clock) {}

  public Retaining(Parts on) {
    this.on = on;
    this.books = on.books().map(b -> new RetentionStore(b.store(), b.journal()));
  }

  private RetentionStore kept() {
    return books.orElseThrow(() -> new IllegalStateException("there is no store"));
  }

  /**
   * How runs go.
   *
   * @param halt asked between batches
   */
  public record Way(Pace.Way pace, BooleanSupplier halt, Progress progress) {}

  private Instant now() {
    return on.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  private List<Rule> rules(Workspace workspace, Optional<String> only) {
    List<Rule> rules =
        Rules.of(workspace, now()).stream()
            .filter(r -> only.filter(id -> !id.equals(r.id())).isEmpty())
            .toList();
    if (only.isPresent() && rules.isEmpty()) {
      throw RetentionProblem.UNKNOWN.because(
          "There is no such rule of retention.", "upheld retain plan lists those there are.");
    }
    return rules;
  }

  /**
   * What rules would do now; nothing is changed.
   *
   * @param only the id of a rule; empty for all
   */
  public List<Planned> plan(Workspace workspace, Optional<String> only, Progress progress) {
    return rules(workspace, only).stream().map(r -> plan(workspace, r, progress)).toList();
  }

  private Planned plan(Workspace workspace, Rule rule, Progress progress) {
    Optional<Release> release = released(rule);
    try {
      Optional<DueRows> due = Optional.empty();
      List<String> indexes = List.of();
      if (isReached(workspace, rule) && !rule.kept().asks().isEmpty()) {
        try (Session session = reading(workspace, rule)) {
          due = Optional.of(count(session, rule, progress));
          indexes = Indexes.missing(session.describe(), rule.kept().keeping().asks());
        }
      }
      Optional<Expired> would = rule.expiry().map(e -> on.expiring().look(workspace, e, progress));
      boolean remembers =
          rule.expiry().filter(e -> on.expiring().remembers(workspace, e)).isPresent();
      return new Planned(rule, due, would, remembers, indexes, release, Optional.empty());
    } catch (ProblemException e) {
      return new Planned(
          rule, Optional.empty(), Optional.empty(), false, List.of(), release, said(e));
    }
  }

  private static boolean isReached(Workspace workspace, Rule rule) {
    return Optional.ofNullable(workspace.map().systems().get(rule.system()))
        .flatMap(SystemEntry::access)
        .isPresent();
  }

  private static Optional<String> said(ProblemException e) {
    return Optional.of(
        e.problems().stream().map(p -> p.what() + " " + p.mend()).collect(Collectors.joining(" ")));
  }

  private Session reading(Workspace workspace, Rule rule) {
    SystemEntry entry =
        Optional.ofNullable(workspace.map().systems().get(rule.system()))
            .orElseThrow(
                () ->
                    RetentionProblem.UNFIT.because(
                        "systems.yaml has no system " + rule.system() + ".", "Declare it there."));
    return on.reading().apply(entry);
  }

  private DueRows count(Workspace workspace, Rule rule, Progress progress) {
    try (Session session = reading(workspace, rule)) {
      return count(session, rule, progress);
    }
  }

  private static DueRows count(Session session, Rule rule, Progress progress) {
    DueRows sum = DueRows.NONE;
    for (var ask : rule.kept().asks()) {
      sum = sum.plus(session.ask(ask.question(), progress).answer(), ask.extension().isPresent());
    }
    return sum;
  }

  /** The leave a rule has for what it is now. */
  private Optional<Release> released(Rule rule) {
    return books.flatMap(b -> b.release(rule.id())).filter(r -> r.digest().equals(rule.digest()));
  }

  /**
   * Lets a rule do from now on what its dry run showed.
   *
   * @param digest as the dry run said it
   * @param who of the company; empty for a command
   * @throws ProblemException where the rule is another one by now, or cannot be carried out
   */
  public Release release(Workspace workspace, String id, String digest, Optional<ReferenceId> who) {
    Rule rule = rules(workspace, Optional.of(id)).getFirst();
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
    DueRows due = count(workspace, rule, Progress.SILENT);
    Release release = new Release(id, digest, now(), due.past(), due.rows());
    kept().release(release, who);
    return release;
  }

  /**
   * Runs the rules that are released; others do nothing.
   *
   * @param only the id of a rule; empty for all
   * @return what was run; one that stopped says why, and stops no other
   */
  public List<Ran> run(Workspace workspace, Optional<String> only, Way way) {
    return run(workspace, rules(workspace, only), way);
  }

  private List<Ran> run(Workspace workspace, List<Rule> rules, Way way) {
    List<Ran> runs = new ArrayList<>();
    for (Rule rule : rules) {
      Optional<Release> release = released(rule);
      if (release.isPresent() && rule.expiry().isPresent() && !way.halt().getAsBoolean()) {
        runs.add(run(workspace, rule, release.get(), way));
      }
    }
    return runs;
  }

  /**
   * Runs released rules that did not run since an instant.
   *
   * @return what was run
   */
  public List<Ran> runSince(Workspace workspace, Instant since, Way way) {
    List<Rule> waiting =
        rules(workspace, Optional.empty()).stream()
            .filter(rule -> !kept().ranSince(rule.id(), since))
            .toList();
    return run(workspace, waiting, way);
  }

  private Ran run(Workspace workspace, Rule rule, Release release, Way way) {
    Expiry expiry = rule.expiry().orElseThrow();
    Ran run = begun(rule, DueRows.NONE);
    try {
      closeInterrupted(workspace, rule, expiry);
      run = begun(rule, count(workspace, rule, way.progress()));
      kept().begin(run);
      refuseTooMuch(run.due(), release);
      Expiring.Way how =
          new Expiring.Way(run.id(), new Pace(way.pace()), way.halt(), way.progress());
      Expired done = on.expiring().run(workspace, expiry, how);
      return ended(workspace, rule, run, Optional.of(done), Optional.empty());
    } catch (ProblemException e) {
      Optional<Expired> done = remembered(workspace, expiry, run.id());
      return ended(workspace, rule, run, done, said(e));
    }
  }

  private Ran begun(Rule rule, DueRows due) {
    return new Ran(
        UUID.randomUUID(),
        rule.id(),
        rule.digest(),
        now(),
        Optional.empty(),
        due,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void refuseTooMuch(DueRows due, Release release) {
    double seen = release.rows() == 0 ? 0 : (double) release.due() / release.rows();
    if (due.past() > FEW && due.share() > Math.max(LARGEST_SHARE, seen)) {
      throw RetentionProblem.TOO_MUCH.because(
          "The rule would take "
              + due.past()
              + " of "
              + due.rows()
              + " rows, far more than when it was released.",
          "Look at upheld retain plan. If it is right, release the rule again.");
    }
  }

  private Optional<Expired> remembered(Workspace workspace, Expiry expiry, UUID run) {
    try {
      return on.expiring().remembered(workspace, expiry, run);
    } catch (ProblemException e) {
      return Optional.empty(); // the system is away: the next run asks it again
    }
  }

  private Ran ended(
      Workspace workspace, Rule rule, Ran run, Optional<Expired> done, Optional<String> trouble) {
    Optional<DueRows> left;
    Optional<String> why = trouble;
    try {
      left = Optional.of(count(workspace, rule, Progress.SILENT));
    } catch (ProblemException e) {
      left = Optional.empty();
      why = trouble.or(() -> said(e));
    }
    Ran ended =
        new Ran(
            run.id(),
            run.rule(),
            run.digest(),
            run.began(),
            Optional.of(now()),
            run.due(),
            done,
            left,
            why);
    kept().end(ended);
    return ended;
  }

  /** What a killed run did is known to the system; nothing is done again, only written down. */
  private void closeInterrupted(Workspace workspace, Rule rule, Expiry expiry) {
    for (Ran open : kept().open(rule.id())) {
      Optional<Expired> done = on.expiring().remembered(workspace, expiry, open.id());
      Ran closed =
          new Ran(
              open.id(),
              open.rule(),
              open.digest(),
              open.began(),
              Optional.of(now()),
              open.due(),
              done,
              Optional.empty(),
              Optional.of("The process ended in the midst of it."));
      kept().end(closed);
    }
  }

  /**
   * A rule with its leave and its last runs.
   *
   * @param released whether it may run as it is now
   * @param runs the newest first
   */
  public record Status(Rule rule, boolean released, Optional<Release> release, List<Ran> runs) {
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
                    kept().runs(rule.id(), runs)))
        .toList();
  }
}
