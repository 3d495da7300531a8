package dev.upheld.engine;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Exporting.Scope;
import dev.upheld.engine.Exporting.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counts and makes copies of a person's data; nothing is changed. */
public final class Copying {
  private final Erasing finder;

  /**
   * @param finder finds a person's rows; a copy finds the same ones that an erasure would
   */
  public Copying(Erasing finder) {
    this.finder = finder;
  }

  /**
   * What a copy would hold now.
   *
   * @throws dev.upheld.kernel.ProblemException where the map or the person leave no sound plan
   */
  public CopyPlan plan(Workspace workspace, Subject subject, Scope scope) {
    Planned found = finder.find(workspace, subject, false);
    Exporting exporting = new Exporting(workspace, scope);
    List<CopyPlan.Part> parts = new ArrayList<>();
    List<String> away = new ArrayList<>();
    for (SystemPlan system : found.plan().systems()) {
      if (system.unreachable().isEmpty() && system.partner().isPresent()) {
        system
            .steps()
            .forEach(
                step ->
                    parts.add(
                        new CopyPlan.Part(system.system(), step.place(), step.counts().deleted())));
      } else if (system.unreachable().isEmpty()) {
        finder.read(
            found,
            system.system(),
            (entry, session, rows) -> parts.addAll(exporting.count(entry.id(), session, rows)));
      } else {
        away.add(system.system() + ": " + system.unreachable().getFirst());
      }
    }
    return new CopyPlan(
            "",
            found.plan().person(),
            found.plan().map(),
            scope,
            parts,
            List.copyOf(exporting.withheld()),
            away)
        .sealed();
  }

  private static boolean isByHand(Workspace workspace, SystemPlan system) {
    return Optional.ofNullable(workspace.map().systems().get(system.system()))
        .filter(ActConnector::isByHand)
        .isPresent();
  }

  /**
   * Reads a copy, system by system. What no program reaches is not in it: a person looks there.
   *
   * @param everyAccount whether all accounts that share an identifier are this person's
   * @return words of data that were withheld because they are secrets
   * @throws dev.upheld.kernel.ProblemException when a system is away: a copy is whole or not made
   */
  public Set<String> export(
      Workspace workspace, Subject subject, boolean everyAccount, Scope scope, Sink sink) {
    Planned found = finder.find(workspace, subject, everyAccount);
    for (SystemPlan system : found.plan().systems()) {
      if (!system.unreachable().isEmpty() && !isByHand(workspace, system)) {
        throw EngineProblem.AWAY.because(
            "System " + system.system() + " was not reached: " + system.unreachable().getFirst(),
            "Ask again when it answers: a copy of the data is whole or it is none.");
      }
    }
    Exporting exporting = new Exporting(workspace, scope);
    Set<String> withheld = new TreeSet<>();
    for (SystemPlan system : found.plan().systems()) {
      if (isByHand(workspace, system)) {
        continue;
      }
      if (system.partner().isPresent()) {
        withheld.addAll(finder.read(found, system.system(), sink));
        continue;
      }
      finder.read(
          found,
          system.system(),
          (entry, session, rows) -> exporting.read(entry.id(), session, rows, sink));
    }
    withheld.addAll(exporting.withheld());
    return withheld;
  }

  /**
   * Refuses a copy that was approved for another person, another map or another extent.
   *
   * @throws dev.upheld.kernel.ProblemException in that case
   */
  public void unchanged(CopyPlan approved, CopyPlan now) {
    if (!approved.person().equals(now.person())
        || !approved.map().equals(now.map())
        || approved.scope() != now.scope()) {
      throw EngineProblem.CHANGED.because(
          "The approved plan was made for another person, or the data map has changed.",
          "Plan again and approve what it says then.");
    }
  }
}
