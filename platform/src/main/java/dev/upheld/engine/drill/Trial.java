package dev.upheld.engine.drill;

import dev.upheld.connect.act.Planter;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Copying;
import dev.upheld.engine.Erased;
import dev.upheld.engine.ErasureGround;
import dev.upheld.engine.ErasureOrder;
import dev.upheld.engine.Exporting;
import dev.upheld.engine.PlaceStep;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.Spellings;
import dev.upheld.engine.residue.Finding;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.engine.residue.ResidueSearch;
import dev.upheld.engine.residue.SystemResidue;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Rest;
import dev.upheld.register.Tombstone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What becomes of the invented person: the copy, the erasure, the search. */
final class Trial {
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Drill.Parts on;
  private final Workspace workspace;
  private final Invented who;
  private final Sowing sowing;
  final Set<PlantedRow> copied = new LinkedHashSet<>();
  final Set<PlantedRow> stayed = new LinkedHashSet<>();
  final List<String> missing = new ArrayList<>();
  final Set<String> left = new TreeSet<>();
  final List<String> trouble = new ArrayList<>();

  Trial(Drill.Parts on, Workspace workspace, Invented who, Sowing sowing) {
    this.on = on;
    this.workspace = workspace;
    this.who = who;
    this.sowing = sowing;
  }

  /** Has a copy made, and compares it with what was planted. */
  void copy() {
    Copied copy = new Copied();
    Set<String> withheld = Set.of();
    try {
      withheld =
          new Copying(on.erasing())
              .export(workspace, sowing.subject(who), false, Exporting.Scope.EVERYTHING, copy);
    } catch (ProblemException e) {
      e.problems().forEach(p -> trouble.add("The copy was not made: " + p.what()));
    }
    for (PlantedRow row : sowing.theirs()) {
      compare(row, copy, withheld);
    }
  }

  private void compare(PlantedRow row, Copied copy, Set<String> withheld) {
    List<Field> fields =
        sowing.reachable().place(row.id()).fields().values().stream()
            .filter(f -> !withheld.contains(f.word()))
            .toList();
    Optional<Map<String, String>> found = copy.of(row);
    if (fields.isEmpty() || found.isPresent()) {
      copied.add(row); // a copy shows nothing of a place without a field to show
    } else {
      missing.add(row.id() + ": the row is not in the copy");
    }
    for (Field field : fields) {
      String planted = row.row().getOrDefault(field.column(), "");
      boolean lost =
          found.isPresent()
              && planted.contains(who.token())
              && !found.get().getOrDefault(field.column(), "").contains(who.token());
      if (lost) {
        missing.add(row.id() + ": the column " + field.column() + " is not in the copy");
      }
    }
  }

  /** Erases, and reads every planted row again. */
  Optional<Receipt> erase(boolean forgetful, Progress progress) {
    // no duty to keep holds for somebody who does not exist
    ErasureOrder order =
        new ErasureOrder(
            ErasureGround.PROMISE, Set.of(), workspace.charter().activities().keySet(), false);
    Optional<Receipt> receipt = Optional.empty();
    Set<PlaceId> emptied = new TreeSet<>(java.util.Comparator.comparing(PlaceId::toString));
    try {
      Planned planned = on.erasing().plan(workspace, sowing.subject(who), order, progress);
      receipt = Optional.of(on.erasing().act(planned, planned.plan(), forgetful, progress));
      planned.plan().systems().stream()
          .flatMap(
              s ->
                  s.steps().stream()
                      .filter(Trial::isKept)
                      .map(p -> new PlaceId(s.system(), p.place())))
          .forEach(emptied::add);
      receipt
          .get()
          .systems()
          .forEach(
              s -> s.trouble().forEach(t -> trouble.add(s.system() + " was not erased: " + t)));
    } catch (ProblemException e) {
      e.problems().forEach(p -> trouble.add("Nothing was erased: " + p.what() + " " + p.mend()));
    }
    again(emptied);
    return receipt;
  }

  /** Rows that are to stay, without what they said or until a day. */
  private static boolean isKept(PlaceStep step) {
    PlaceStep.Counts counts = step.counts();
    return counts.ended() + counts.husks() + counts.named() + counts.untouched() > 0
        || !step.kept().isEmpty();
  }

  private void again(Set<PlaceId> emptied) {
    Map<String, List<PlantedRow>> bySystem = new TreeMap<>();
    sowing
        .theirs()
        .forEach(r -> bySystem.computeIfAbsent(r.system(), s -> new ArrayList<>()).add(r));
    bySystem.forEach(
        (system, rows) -> {
          SystemEntry entry = workspace.map().systems().get(system);
          if (entry == null) {
            return;
          }
          try (Planter planter = on.plant().apply(entry)) {
            stayed.addAll(planter.inVain(() -> there(planter, rows)));
          } catch (ProblemException e) {
            e.problems().forEach(p -> trouble.add(p.what()));
          }
        });
    stayed.stream()
        .filter(r -> !emptied.contains(r.id()))
        .forEach(r -> left.add(r.id() + ": the row is still there"));
    stayed.removeIf(r -> emptied.contains(r.id()));
  }

  private static List<PlantedRow> there(Planter planter, List<PlantedRow> rows) {
    return rows.stream().filter(r -> planter.count(r.table(), r.key()) > 0).toList();
  }

  /** Searches every table of every system, as every night, for this one person. */
  ResidueReport search(Optional<Receipt> receipt, Progress progress) {
    Instant now = on.clock().instant();
    List<Rest> rests = receipt.map(Erased::rests).orElse(List.of());
    String erasure = receipt.map(Receipt::plan).orElse(who.token());
    ResidueReport report =
        on.search()
            .search(
                workspace,
                new ResidueSearch.Wanted(tombstones(erasure, now), rests),
                new ResidueSearch.Way(now, ResidueSearch.Memory.none(), () -> false, progress));
    for (SystemResidue system : report.systems()) {
      system
          .skipped()
          .forEach(why -> trouble.add(system.system() + " was not searched whole: " + why));
    }
    return report;
  }

  /** Kept nowhere: nobody is to be found again after a restore. */
  private List<Tombstone> tombstones(String erasure, Instant now) {
    List<Tombstone> all = new ArrayList<>();
    Map<String, List<String>> said = sowing.subject(who).identifiers();
    String word = said.keySet().iterator().next();
    for (String system : workspace.map().systems().keySet()) {
      Map<String, Set<String>> known = new TreeMap<>();
      said.forEach((w, values) -> known.computeIfAbsent(w, x -> new TreeSet<>()).addAll(values));
      sowing
          .numbers()
          .getOrDefault(system, Map.of())
          .forEach((w, number) -> known.computeIfAbsent(w, x -> new TreeSet<>()).add(number));
      known.computeIfAbsent(word, x -> new TreeSet<>()).add(who.token());
      known.computeIfAbsent(word, x -> new TreeSet<>()).add(who.mail());
      Tombstone.Reach reach = new Tombstone.Reach(ErasureGround.PROMISE.id(), Set.of(), Set.of());
      known.forEach(
          (w, values) ->
              values.stream()
                  .flatMap(v -> Spellings.of(v).stream())
                  .distinct()
                  .forEach(
                      v ->
                          all.add(
                              new Tombstone(
                                  erasure,
                                  system,
                                  w,
                                  on.fingerprints().of(w, v),
                                  now.plus(AHEAD), // nothing of a drill came back by itself
                                  reach,
                                  now.plus(AHEAD),
                                  Optional.of(on.fingerprints().tag(v))))));
    }
    return all;
  }

  /** What of a search nothing explains, one sentence each. */
  static List<String> said(ResidueReport report) {
    List<String> all = new ArrayList<>();
    for (SystemResidue system : report.systems()) {
      for (Finding finding : system.findings()) {
        if (finding.left() > 0) {
          all.add(
              system.system()
                  + "/"
                  + finding.table()
                  + "."
                  + finding.column()
                  + (finding.left() == 1 ? ": 1 row" : ": " + finding.left() + " rows"));
        }
      }
    }
    return all;
  }
}
