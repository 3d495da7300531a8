package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Remembered;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Does in one system after the other what was approved; see {@link Erasing}. */
record Acting(
    Function<SystemEntry, ActSession> open,
    Partnering partnering,
    InstantSource clock,
    Manner manner,
    Guard guard) {

  static Collection<Place> places(Workspace workspace, String system) {
    return workspace.map().places().getOrDefault(system, Map.of()).values();
  }

  static SystemEntry entry(Workspace workspace, String system) {
    SystemEntry entry = workspace.map().systems().get(system);
    if (entry == null) {
      throw new IllegalArgumentException("no system of that name: " + system);
    }
    return entry;
  }

  static Predicate<Node> carried(Workspace workspace, String system) {
    return node -> Bridges.carries(workspace, system, node.id());
  }

  SystemWork work(Workspace workspace, SystemEntry entry, ActSession session, ErasureOrder order) {
    Reach reach = new Reach(workspace.charter(), order, places(workspace, entry.id()));
    Graph graph =
        Graph.of(
            entry.id(), session.describe(), session.structure(), places(workspace, entry.id()));
    SystemWork.Time time = new SystemWork.Time(clock.instant(), workspace.zone(), entry.zone());
    return new SystemWork(session, graph, reach, time, Younger.of(session, order, time))
        .guarded(new RowGuard(workspace, entry.id(), session, graph, guard));
  }

  /** Hears how far an act is in one system, and tells how far it is in all. */
  record Heard(Progress progress, String system, long before, long all) {
    void reached(long rows) {
      progress.report("erasing in " + system, before + rows, all);
    }
  }

  /**
   * Does what was approved in one system, unless the system remembers it.
   *
   * @param forgetful whether a system without a memory of acts is accepted
   */
  SystemReceipt act(Planned planned, Approved approved, boolean forgetful, Heard heard) {
    SystemPlan system = approved.system();
    String act = approved.act();
    if (!system.unreachable().isEmpty()) {
      return new SystemReceipt(system.system(), act, Optional.empty(), "", system.unreachable());
    }
    try {
      return unlessPaused(planned, approved, forgetful, heard);
    } catch (ProblemException e) {
      return not(approved, e);
    }
  }

  private SystemReceipt unlessPaused(
      Planned planned, Approved approved, boolean forgetful, Heard heard) {
    SystemPlan system = approved.system();
    String act = approved.act();
    if (manner.paused().getAsBoolean()) {
      throw InUnits.paused(heard.before(), heard.all());
    }
    SystemEntry entry = entry(planned.workspace(), system.system());
    if (entry.partner().isPresent()) {
      if (system.touched() > 0) {
        RowGuard.pass(planned.workspace(), entry, guard);
      }
      return partnering.act(planned, system, entry, act);
    }
    try (ActSession session = open.apply(entry)) {
      if (!session.remembers() && !forgetful && system.touched() > 0) {
        throw EngineProblem.FORGETFUL.because(
            "System "
                + system.system()
                + " has no table in which it could remember what was done there.",
            "Make it once:\n" + session.rememberingScript());
      }
      Optional<Remembered> before = session.inVain(() -> session.remembered(act));
      before.ifPresent(done -> stillGone(planned, system.system(), done));
      Remembered done =
          before.isPresent() ? before.get() : doing(planned, approved, entry, session, heard);
      return new SystemReceipt(
          system.system(), act, Optional.of(done.at()), done.figures(), List.of());
    }
  }

  private static SystemReceipt not(Approved approved, ProblemException e) {
    List<String> why = e.problems().stream().map(p -> p.what() + " " + p.mend()).toList();
    return new SystemReceipt(approved.system().system(), approved.act(), Optional.empty(), "", why);
  }

  /** What was done once is no receipt for rows that came since. */
  private static void stillGone(Planned now, String system, Remembered done) {
    boolean there =
        now.plan().systems().stream().anyMatch(s -> s.system().equals(system) && s.touched() > 0);
    if (there) {
      throw EngineProblem.CHANGED.because(
          "This was done at " + done.at() + ", and rows of this person are there again.",
          "Plan again and approve what it says then.");
    }
  }

  private Remembered doing(
      Planned planned, Approved approved, SystemEntry entry, ActSession session, Heard heard) {
    Map<String, Gathering.Seeds> seeds = planned.seeds().getOrDefault(entry.id(), Map.of());
    if (approved.system().units().isEmpty() || !session.remembers()) {
      return session.inOne(() -> atOnce(planned, approved, entry, session));
    }
    Supplier<SystemWork> judging =
        () -> {
          SystemWork work = work(planned.workspace(), entry, session, planned.order());
          work.judge(seeds, _ -> true, true);
          return work;
        };
    return new InUnits(session, approved, judging, manner, heard::reached).act();
  }

  private Remembered atOnce(
      Planned planned, Approved approved, SystemEntry entry, ActSession session) {
    Workspace workspace = planned.workspace();
    SystemWork work = work(workspace, entry, session, planned.order());
    work.judge(
        planned.seeds().getOrDefault(entry.id(), Map.of()), carried(workspace, entry.id()), true);
    List<PlaceStep> steps = work.steps();
    Unchanged.since(approved.system(), steps);
    String figures = PlanJson.text(PlanJson.steps(steps));
    new SystemAct(work).perform();
    if (session.remembers()) {
      session.remember(approved.act(), approved.digest(), figures);
      return session.remembered(approved.act()).orElseThrow();
    }
    Instant now = clock.instant();
    return new Remembered(approved.act(), approved.digest(), figures, now);
  }
}
