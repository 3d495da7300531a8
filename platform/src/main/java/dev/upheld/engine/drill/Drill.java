package dev.upheld.engine.drill;

import dev.upheld.connect.act.Planter;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.engine.residue.ResidueSearch;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * One drill: plants an invented person, has a copy made and the person erased as for anybody who
 * asks, searches for what is left, and takes that away.
 */
public final class Drill {
  private final Parts on;
  private final Workspace workspace;
  private final Invented who;
  private final Instant began;

  /**
   * What it stands on.
   *
   * @param plant a line to a system over which rows are made up
   * @param search the nightly search
   * @param erasing of real requests
   * @param random nothing else in the systems may be what it gives
   */
  public record Parts(
      Function<SystemEntry, Planter> plant,
      ResidueSearch search,
      Erasing erasing,
      Fingerprints fingerprints,
      InstantSource clock,
      RandomGenerator random) {}

  /** Of somebody new. */
  public Drill(Parts on, Workspace workspace) {
    this.on = on;
    this.workspace = workspace;
    this.who = Invented.by(on.random());
    this.began = on.clock().instant();
  }

  private Sowing sow(Optional<DrillNotes> notes, Progress progress) {
    Values values = new Values(who, true, began, on.random());
    return Sowing.of(workspace, on.plant(), values, notes, progress);
  }

  /** Only looks what would be planted: every row is made and taken back at once. */
  public DrillReport rehearse(Progress progress) {
    Sowing sowing = sow(Optional.empty(), progress);
    return report(new Trial(on, workspace, who, sowing), sowing, new Outcome());
  }

  /** What came of it. */
  private static final class Outcome {
    private boolean done;
    private final List<String> uncleared = new ArrayList<>();
    private Optional<Receipt> receipt = Optional.empty();
    private Optional<ResidueReport> residue = Optional.empty();
  }

  /**
   * Does it, after it has taken away what a drill left that was killed.
   *
   * @param forgetful whether systems without a memory of acts are accepted
   */
  public DrillReport run(DrillNotes notes, boolean forgetful, Progress progress) {
    Outcome outcome = new Outcome();
    outcome.done = true;
    clear(notes, outcome, true);
    Sowing sowing = sow(Optional.of(notes), progress);
    Trial trial = new Trial(on, workspace, who, sowing);
    try {
      if (sowing.isSomebody()) {
        progress.report("asking for a copy", 0, 1);
        trial.copy();
        outcome.receipt = trial.erase(forgetful, progress);
        outcome.residue = Optional.of(trial.search(outcome.receipt, progress));
      }
    } finally {
      clear(notes, outcome, false);
    }
    outcome.residue.ifPresent(
        seen -> {
          List<String> found = Trial.said(seen);
          trial.left.addAll(found);
          if (!found.isEmpty()) {
            copies(trial, sowing, seen, outcome);
          }
        });
    return report(trial, sowing, outcome);
  }

  /**
   * @param old whether of drills that were killed: what a key names may be another row by now
   */
  private void clear(DrillNotes notes, Outcome outcome, boolean old) {
    Clearing clearing = new Clearing(workspace, on.plant());
    for (DrillNotes.Begun begun : notes.begun()) {
      if (old == begun.token().equals(who.token())) {
        continue;
      }
      List<String> stuck = clearing.rows(begun, old);
      if (stuck.isEmpty()) {
        notes.forget(begun.token());
      }
      stuck.stream().filter(s -> !outcome.uncleared.contains(s)).forEach(outcome.uncleared::add);
    }
  }

  /** What triggers and the like made of the person's rows, as far as it is nothing else. */
  private void copies(Trial trial, Sowing sowing, ResidueReport seen, Outcome outcome) {
    Set<String> values = new TreeSet<>();
    sowing.theirs().stream()
        .flatMap(r -> r.row().values().stream())
        .filter(v -> v.contains(who.token()))
        .forEach(values::add);
    List<Clearing.Copy> found =
        seen.systems().stream()
            .flatMap(
                s ->
                    s.findings().stream()
                        .filter(f -> f.left() > 0)
                        .map(
                            f ->
                                new Clearing.Copy(
                                    s.system(), TableName.parse(f.table()), f.column())))
            .toList();
    new Clearing(workspace, on.plant()).copies(who.token(), found, List.copyOf(values));
    Trial.said(trial.search(outcome.receipt, Progress.SILENT)).stream()
        .map(where -> where + "; look for the word " + who.token())
        .forEach(outcome.uncleared::add);
  }

  private DrillReport report(Trial trial, Sowing sowing, Outcome outcome) {
    List<String> trouble = new ArrayList<>(sowing.trouble());
    trial.trouble.stream().filter(t -> !trouble.contains(t)).forEach(trouble::add);
    return new DrillReport(
        who.token(),
        began,
        on.clock().instant(),
        sowing.isSomebody() ? sowing.subject(who).identifiers().keySet() : Set.of(),
        !outcome.done,
        lines(trial, sowing),
        sowing.reachable().excluded().entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .toList(),
        List.copyOf(sowing.reachable().unreached()),
        sowing.sown().failed.entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .toList(),
        trial.missing,
        List.copyOf(trial.left),
        trouble,
        outcome.uncleared,
        outcome.receipt,
        outcome.residue);
  }

  private static List<DrillReport.Line> lines(Trial trial, Sowing sowing) {
    Map<PlaceId, List<PlantedRow>> byPlace = new LinkedHashMap<>();
    sowing.theirs().forEach(r -> byPlace.computeIfAbsent(r.id(), i -> new ArrayList<>()).add(r));
    return byPlace.entrySet().stream()
        .map(
            e -> {
              int stayed = count(e.getValue(), trial.stayed);
              return new DrillReport.Line(
                  e.getKey().system(),
                  e.getKey().place(),
                  e.getValue().size(),
                  count(e.getValue(), trial.copied),
                  e.getValue().size() - stayed,
                  stayed);
            })
        .toList();
  }

  private static int count(List<PlantedRow> rows, Set<PlantedRow> among) {
    return (int) rows.stream().filter(among::contains).count();
  }
}
