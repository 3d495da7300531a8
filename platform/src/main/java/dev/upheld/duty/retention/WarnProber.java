package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.charter.promise.Promise.Warn;
import dev.upheld.charter.promise.Term;
import dev.upheld.connect.Answer.DueCount;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.KeepAt;
import dev.upheld.engine.KeptRows;
import dev.upheld.engine.PastLimit;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Inquiry;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether people are told before their data goes. What went is held against the runs' own figures
 * of who was told; who is about to go, against the newest look for them; and rows that came into
 * the time since that look are counted from outside.
 */
final class WarnProber implements Prober {
  /** A look a night; one that is a little late breaks nothing. */
  private static final Duration GRACE = Duration.ofHours(26);

  /** As many runs as a year has nights. */
  private static final int RUNS = 400;

  private final Supplier<Workspace> workspace;
  private final WarnStore warned;
  private final RetentionStore runs;

  WarnProber(Supplier<Workspace> workspace, WarnStore warned, RetentionStore runs) {
    this.workspace = workspace;
    this.warned = warned;
    this.runs = runs;
  }

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Warn;
  }

  /**
   * What is known of a place when the questions are made.
   *
   * @param overlooked rows that are within the time, and were before the grace began, without those
   *     that were at the newest look
   */
  private record Asked(
      Rule rule, BoundPlace bound, Optional<Warnings> look, List<Uncovered> overlooked)
      implements ProbePlan.Note {}

  private static Optional<Keep> keep(Warn warn, Scene scene) {
    return scene.promises().stream()
        .filter(p -> p.id().equals(warn.keep()))
        .filter(Keep.class::isInstance)
        .map(Keep.class::cast)
        .findFirst();
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    PlanBuilder plan = new PlanBuilder(scene);
    keep((Warn) promise, scene).ifPresent(keep -> plan(keep, scene, plan));
    return plan.build();
  }

  private void plan(Keep keep, Scene scene, PlanBuilder plan) {
    List<BoundPlace> places = scene.places(p -> KeptRows.concern(keep, p));
    if (places.isEmpty()) {
      plan.gap("", "The data map binds no place to it. Bind the places where this data lies.");
    }
    Workspace present = workspace.get();
    for (BoundPlace bound : places) {
      boolean reachable = plan.place(bound);
      String id = Rules.id(keep, bound.system(), bound.place());
      Optional<Rule> rule = Rules.find(present, scene.now(), id);
      rule.map(Rule::gaps).orElse(List.of()).forEach(gap -> plan.gap(bound.where(), gap));
      if (rule.filter(Warning::isPromised).isEmpty()) {
        plan.gap(bound.where(), "Nothing goes here by itself, so nobody can be told before.");
      } else if (reachable) {
        ask(plan, rule.get(), bound, scene);
      }
    }
  }

  private void ask(PlanBuilder plan, Rule rule, BoundPlace bound, Scene scene) {
    Term before = rule.keep().warn().getFirst();
    Optional<Warnings> look =
        warned.look(rule.id()).filter(w -> w.digest().equals(rule.digest()) && w.isWhole());
    List<Inquiry<?>> within =
        counts(rule.keep(), bound, scene, end(before, scene, scene.now().minus(GRACE)));
    Optional<List<Inquiry<?>>> since =
        look.map(w -> counts(rule.keep(), bound, scene, end(before, scene, w.began())));
    List<Uncovered> overlooked = new ArrayList<>();
    for (int i = 0; i < within.size(); i++) {
      int at = i; // a promise asks of the same rows at any instant
      overlooked.add(new Uncovered(within.get(at), since.map(asked -> asked.get(at))));
    }
    plan.note(new Asked(rule, bound, look, List.copyOf(overlooked)));
    overlooked.forEach(each -> each.ask(plan));
  }

  private static Instant end(Term before, Scene scene, Instant from) {
    return PastLimit.end(before, scene.zone(), from);
  }

  /** The first counts rows without a reason to be kept longer, the others those with one each. */
  private static List<Inquiry<?>> counts(Keep keep, BoundPlace bound, Scene scene, Instant at) {
    List<Inquiry<?>> counts = new ArrayList<>();
    for (KeepAt.Ask ask : KeepProber.at(keep, bound, scene, at).asks()) {
      counts.add(new Inquiry<>(bound.system(), bound.where(), ask.question()));
    }
    return counts;
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Sheet sheet = new Sheet(plan);
    Map<Inquiry<?>, DueCount> counts = Uncovered.counts(sheet, plan, replies);
    plan.notes().stream()
        .filter(Asked.class::isInstance)
        .map(Asked.class::cast)
        .forEach(one -> new Judged(one, sheet, scene.now()).judge(counts));
    return sheet.observe(
        "Everybody whose data goes within "
            + Warning.said(((Warn) promise).before())
            + " was told, and of what went everybody was, in "
            + sheet.places()
            + " mapped places.");
  }

  /** One place. */
  private final class Judged {
    private final Asked asked;
    private final Sheet sheet;
    private final Instant now;
    private final String where;

    Judged(Asked asked, Sheet sheet, Instant now) {
      this.asked = asked;
      this.sheet = sheet;
      this.now = now;
      this.where = asked.bound().where();
    }

    void judge(Map<Inquiry<?>, DueCount> counts) {
      List<Uncovered.Counted> counted =
          asked.overlooked().stream().flatMap(each -> each.of(counts).stream()).toList();
      if (counted.size() < asked.overlooked().size()) {
        sheet.unseen(where, "Rows that are about to go could not be counted.");
      } else {
        sheet.rows(counted.getFirst().all().rows());
        overlooked(counted.stream().mapToLong(Uncovered.Counted::rest).sum());
      }
      asked.look().ifPresent(w -> looked(w.figures()));
      unsent();
      gone();
    }

    /** Rows that nobody looked at since they came into the time. */
    private void overlooked(long rows) {
      sheet.figure("rows about to go that nobody looked at", rows, where);
      if (rows > 0) {
        sheet.violated(
            Wording.count(rows, "row", "rows")
                + " of "
                + where
                + (rows == 1 ? " goes" : " go")
                + " within the promised time, and nobody was looked for to be told.");
        sheet.advise(
            "The server looks every night, by rules that are released and not paused: see upheld"
                + " retain status.");
      }
    }

    private void looked(Warnings.Figures figures) {
      sheet.figure("rows about to go", figures.due(), where);
      sheet.figure("rows about to go, told of", figures.told() + figures.fresh(), where);
      if (figures.unreached() > 0) {
        sheet.violated(
            "Of "
                + Wording.count(figures.unreached(), "row", "rows")
                + " of "
                + where
                + " about to go nobody can be told: there is no address that mail can go to.");
        sheet.advise("They stay until they have an address; see upheld retain plan.");
      }
    }

    private void unsent() {
      WarnStore.Unsent unsent = warned.unsent(asked.rule().id(), now.minus(GRACE));
      if (unsent.refused() > 0) {
        sheet.violated(
            "Mails about "
                + Wording.count(unsent.refused(), "row", "rows")
                + " of "
                + where
                + " were refused by the mail server.");
        sheet.advise("Correct these addresses where they lie; the rows stay until then.");
      }
      if (unsent.waiting() > 0) {
        sheet.violated(
            "Mails about "
                + Wording.count(unsent.waiting(), "row", "rows")
                + " of "
                + where
                + " wait for a day and more to be sent.");
        sheet.advise("See on the page of this server why mails wait; the rows stay until then.");
      }
    }

    /** Whatever went, with the rule as it is now. */
    private void gone() {
      long went = 0;
      long told = 0;
      for (Ran run : runs.runs(asked.rule().id(), RUNS)) {
        boolean same = run.digest().equals(asked.rule().digest());
        if (same && run.done().isPresent()) {
          var done = run.done().get();
          var tally = done.at(asked.bound().place().id());
          went += tally.deleted() + tally.ended();
          told += Math.min(done.told(), tally.deleted() + tally.ended());
        } else if (same && run.ended().isPresent() && run.isInterrupted()) {
          sheet.unseen(where, "What a run did that was killed is not known.");
        }
      }
      sheet.figure("rows that went", went, where);
      if (told < went) {
        sheet.violated(
            Wording.count(went - told, "row", "rows")
                + " of "
                + where
                + " went of which nobody was told in time.");
      }
    }
  }
}
