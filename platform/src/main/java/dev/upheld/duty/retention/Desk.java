package dev.upheld.duty.retention;

import dev.upheld.crypto.SigningKey;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Prove;
import dev.upheld.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What officer, engineer and auditor see and steer of retention: how rules stand, their dry runs,
 * what comes due, pauses, days that are over, certificates.
 */
public final class Desk {
  /** A dry run shows what a rule would do for so long. */
  static final Duration SHOWN = Duration.ofDays(1);

  private static final Logger LOG = Logger.getLogger(Desk.class.getName());

  private final Retaining retaining;
  private final DeskStore store;
  private final RetentionStore runs;
  private final WarnStore warned;
  private final Certificates certificates;
  private final InstantSource clock;

  /** Over the rules of that retention and the books it keeps. */
  public Desk(Retaining retaining, Store store, Journal journal, InstantSource clock) {
    this.retaining = retaining;
    this.store = new DeskStore(store, journal);
    this.runs = new RetentionStore(store, journal);
    this.warned = new WarnStore(store, journal);
    this.certificates = new Certificates(store, journal);
    this.clock = clock;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** How all rules stand, in the order of charter and data map. Asks no system. */
  public List<Standing> all(Workspace workspace) {
    return all(workspace, Optional.empty());
  }

  /**
   * How rules stand.
   *
   * @param only the id of a rule; empty for all
   * @throws ProblemException where there is none of that id
   */
  public List<Standing> all(Workspace workspace, Optional<String> only) {
    return standings(retaining.rules(workspace, only));
  }

  private List<Standing> standings(List<Rule> rules) {
    Map<String, Standing.Leave> leaves = store.leaves();
    Map<String, Pause> pauses = store.pauses();
    Map<String, Ran> last = store.last();
    Map<String, Look> looks = store.looks();
    Map<String, Outlook> outlooks = store.outlooks();
    Map<String, Speed> speeds = store.speeds();
    Map<String, Warnings> looked = warned.looks();
    return rules.stream()
        .map(
            rule ->
                new Standing(
                    rule,
                    Optional.ofNullable(leaves.get(rule.id())),
                    Optional.ofNullable(pauses.get(rule.id())),
                    Optional.ofNullable(last.get(rule.id())),
                    Optional.ofNullable(looks.get(rule.id())),
                    Optional.ofNullable(outlooks.get(rule.id())),
                    Optional.ofNullable(speeds.get(rule.id())),
                    Optional.ofNullable(looked.get(rule.id()))))
        .toList();
  }

  /** How one rule stands; empty where there is none of that id. */
  public Optional<Standing> find(Workspace workspace, String rule) {
    return retaining.find(workspace, rule).map(r -> standings(List.of(r)).getFirst());
  }

  /**
   * One rule.
   *
   * @throws ProblemException where there is none of that id
   */
  public Standing one(Workspace workspace, String rule) {
    return all(workspace, Optional.of(rule)).getFirst();
  }

  /** Notes that somebody wants a dry run; {@link #look} makes it. */
  public void askLook(Workspace workspace, String rule) {
    store.asked(one(workspace, rule).rule(), now());
  }

  /**
   * Makes the dry run that was asked for, and keeps what it saw; again where it was asked for anew
   * meanwhile, since its job is this one then.
   */
  public void look(Supplier<Workspace> workspace, String rule) {
    boolean again = true;
    while (again) {
      Workspace present = workspace.get();
      Optional<Instant> asked = store.asked(rule);
      Optional<Rule> known = retaining.find(present, rule);
      // where the charter has changed meanwhile, nobody can ask for it any more
      again =
          known.isPresent()
              && asked
                  .filter(at -> !store.looked(rule, at, seeing(present, known.get())))
                  .isPresent();
    }
  }

  private DeskStore.Seeing seeing(Workspace workspace, Rule rule) {
    String digest = rule.digest();
    Told told = new Told(clock, (done, total) -> store.reached(rule.id(), done, total));
    Found found;
    try {
      Planned planned = retaining.plan(workspace, Optional.of(rule.id()), told).getFirst();
      digest = planned.rule().digest();
      found = Found.of(planned);
    } catch (ProblemException e) {
      found = Found.failed(e.problems().getFirst().what());
    } catch (RuntimeException e) { // a fault of ours would fail again and again, and say nothing
      found = Found.failed(Prove.fault("looking what the rule would do", e).what());
    }
    return new DeskStore.Seeing(digest, found, now());
  }

  /**
   * Lets a rule do what its dry run showed; see {@link Retaining#release}.
   *
   * @throws ProblemException also where there is no dry run of the last day that saw what it does
   */
  public Release release(Workspace workspace, String rule, String digest, ReferenceId who) {
    Standing standing = one(workspace, rule);
    Retaining.fits(standing.rule(), digest);
    Seen seen = new Seen.Counts(shown(standing));
    return retaining.release(workspace, new Retaining.What(rule, digest, seen), Optional.of(who));
  }

  private DueRows shown(Standing standing) {
    Instant since = now().minus(SHOWN);
    return standing
        .seen()
        .filter(look -> look.ended().filter(at -> !at.isBefore(since)).isPresent())
        .flatMap(Look::found)
        .filter(found -> found.would().isPresent())
        .flatMap(Found::due)
        .orElseThrow(
            () ->
                RetentionProblem.UNSEEN.because(
                    "Nobody saw within a day what this rule would do: it has no dry run since.",
                    "Make a dry run, look at it, and release what it shows."));
  }

  /**
   * Tells a rule to do nothing until it is resumed; one that runs stops between two transactions.
   *
   * @param who of the company; empty for a command
   * @return whether it was not paused before
   * @throws ProblemException where there is no such rule, or the reason is too short or too long
   */
  public boolean pause(Workspace workspace, String rule, String reason, Optional<ReferenceId> who) {
    String said = Reason.PAUSE.said(reason);
    return store.pause(new Pause(one(workspace, rule).rule().id(), now(), said, who));
  }

  /**
   * Lets a paused rule go on.
   *
   * @return whether it was paused
   */
  public boolean resume(String rule, Optional<ReferenceId> who) {
    return store.resume(rule, who);
  }

  /**
   * Notes who wants a run beside those of the nights.
   *
   * @throws ProblemException where the rule is not released or is paused, or its system is not
   *     changed at this hour
   */
  public void want(Workspace workspace, String rule, ReferenceId who) {
    Standing standing = one(workspace, rule);
    if (standing.state() != Standing.State.NIGHTLY) {
      throw RetentionProblem.NOT_RELEASED.because(
          "This rule does not run: it is not released as it is now, or it is paused.",
          "Look at its dry run and release it, or resume it.");
    }
    Optional<ProblemException> closed = Hours.of(workspace, standing.rule()).closed(now());
    if (closed.isPresent()) {
      throw closed.get();
    }
    store.wanted(rule, Optional.of(who));
  }

  /** Counts anew what comes due of one rule, and keeps it. */
  public Outlook count(Workspace workspace, Rule rule) {
    Outlook outlook = retaining.outlook(workspace, rule);
    store.keep(outlook);
    return outlook;
  }

  /**
   * Counts anew wherever nobody has since an instant, since the last run, or since the rule is what
   * it is. A system that is away is counted the next time.
   *
   * @param only the id of a rule; empty for all
   */
  public void countSince(Workspace workspace, Optional<String> only, Instant since) {
    all(workspace, only).stream()
        .filter(s -> isStale(s, since))
        .forEach(s -> tryCount(workspace, s));
  }

  /**
   * Counts anew what comes due of one rule, where its system is there. A fault of ours in one rule
   * leaves the others their counts.
   */
  void tryCount(Workspace workspace, Standing standing) {
    if (!standing.rule().kept().asks().isEmpty()) {
      try {
        var _ = count(workspace, standing.rule());
      } catch (ProblemException e) {
        // what was counted before still says when it was
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, () -> Prove.fault("counting " + standing.rule().id(), e).toString());
      }
    }
  }

  private static boolean isStale(Standing standing, Instant since) {
    return standing
        .ahead()
        .filter(o -> !o.made().isBefore(since) && standing.isSince(o.made()))
        .isEmpty();
  }

  /**
   * How promises to keep are measured where it is known what comes due and how fast rules run.
   *
   * @param workspace as it is now
   */
  public Prober prober(Supplier<Workspace> workspace) {
    return new KeepProber(
        (keep, bound) -> {
          Workspace present = workspace.get();
          return find(present, Rules.id(keep, bound.system(), bound.place()))
              .flatMap(s -> s.forecast(present, now()));
        });
  }

  /**
   * How it is measured whether people are told before their data goes.
   *
   * @param workspace as it is now
   */
  public Prober warnings(Supplier<Workspace> workspace) {
    return new WarnProber(workspace, warned, runs);
  }

  /** Runs of a rule, the newest first. */
  public List<Ran> runs(String rule, int atMost) {
    return runs.runs(rule, atMost);
  }

  /** One run. */
  public Optional<Ran> run(UUID id) {
    return store.run(id);
  }

  /** What a rule did on a day, where the company is. */
  public Day day(Workspace workspace, String rule, LocalDate day) {
    Instant from = day.atStartOfDay(workspace.zone()).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(workspace.zone()).toInstant();
    List<Ran> on = store.runs(rule, from, to);
    return new Day(rule, day, on, on.isEmpty() ? store.lastBefore(rule, from) : Optional.empty());
  }

  /**
   * The signed certificate of a run, the same however often it is asked for.
   *
   * @return empty where there is none: no such run, or it has not ended
   */
  public Optional<String> certificate(UUID run, SigningKey key) {
    return certificates.signed(run, key, now());
  }
}
