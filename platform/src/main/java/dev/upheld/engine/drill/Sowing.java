package dev.upheld.engine.drill;

import dev.upheld.connect.act.Planter;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Subject;
import dev.upheld.engine.drill.DrillNotes.Noted;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What was planted, in all systems.
 *
 * @param trouble systems that could not be asked, or took nothing
 */
record Sowing(Reachable reachable, Sower.Sown sown, List<String> trouble) {

  /** Plants; without notes every system takes it all back at once. */
  static Sowing of(
      Workspace workspace,
      Function<SystemEntry, Planter> open,
      Values values,
      Optional<DrillNotes> notes,
      Progress progress) {
    List<String> trouble = new ArrayList<>();
    Map<String, Planter> lines = new LinkedHashMap<>();
    Map<String, Reachable.Sight> sights = new LinkedHashMap<>();
    try {
      for (SystemEntry entry : workspace.map().systems().values()) {
        boolean bound = !workspace.map().places().getOrDefault(entry.id(), Map.of()).isEmpty();
        if (bound && entry.partner().isEmpty()) {
          look(entry, open, lines, sights).forEach(trouble::add);
        }
      }
      Reachable reachable = new Reachable(workspace, sights);
      Sower.Sown sown = new Sower.Sown();
      for (String system : ownersFirst(workspace, sights.keySet())) {
        progress.report("planting in " + system, sown.rows.size(), sown.rows.size() + 1);
        Planter planter = lines.get(system);
        if (planter != null) {
          Sower sower = new Sower(system, planter, reachable, values, sown);
          Noting noting = noting(workspace, values.who(), notes);
          trouble.addAll(plant(planter, sower, sown, noting));
        }
      }
      return new Sowing(reachable, sown, trouble);
    } finally {
      lines.values().forEach(Planter::close);
    }
  }

  private static List<String> look(
      SystemEntry entry,
      Function<SystemEntry, Planter> open,
      Map<String, Planter> lines,
      Map<String, Reachable.Sight> sights) {
    try {
      Planter planter = open.apply(entry);
      lines.put(entry.id(), planter);
      sights.put(
          entry.id(), new Reachable.Sight(planter.describe(), planter.structure().references()));
      return List.of();
    } catch (ProblemException e) {
      return e.problems().stream().map(p -> entry.id() + ": " + p.what()).toList();
    }
  }

  /** A system whose rows name people of another one comes after that. */
  private static List<String> ownersFirst(Workspace workspace, Set<String> systems) {
    List<String> rest = new ArrayList<>(systems);
    List<String> order = new ArrayList<>();
    while (!rest.isEmpty()) {
      String next =
          rest.stream()
              .filter(
                  s ->
                      workspace.map().places().getOrDefault(s, Map.of()).values().stream()
                          .flatMap(p -> p.elsewhere().stream())
                          .noneMatch(l -> !l.system().equals(s) && rest.contains(l.system())))
              .findFirst()
              .orElse(rest.getFirst());
      rest.remove(next);
      order.add(next);
    }
    return order;
  }

  /** Notes what is about to be in a system; false where it is to be taken back instead. */
  private interface Noting {
    boolean note(List<PlantedRow> rows);
  }

  private static Noting noting(Workspace workspace, Invented who, Optional<DrillNotes> notes) {
    return rows -> {
      notes.ifPresent(
          n ->
              n.note(
                  who,
                  rows.stream()
                      .map(r -> Noted.of(r, Clearing.where(workspace, r.system()), who))
                      .toList()));
      return notes.isPresent();
    };
  }

  private static List<String> plant(Planter planter, Sower sower, Sower.Sown sown, Noting noting) {
    int before = sown.rows.size();
    try {
      if (!noting.note(List.of())) {
        var _ = planter.inVain(sower::sow);
      } else {
        // on disk before it is in the system
        var _ = planter.inOne(() -> noting.note(sower.sow()));
      }
      return List.of();
    } catch (ProblemException e) {
      sown.rows.subList(before, sown.rows.size()).clear();
      return e.problems().stream().map(Problem::what).toList();
    }
  }

  /** Rows of the person. */
  List<PlantedRow> theirs() {
    return sown.rows.stream().filter(PlantedRow::person).toList();
  }

  /** Whether anything says of the person how to find them. */
  boolean isSomebody() {
    return !identifiers("").isEmpty();
  }

  /** What the person says of themselves. */
  Subject subject(Invented who) {
    return Subject.of(identifiers(who.mail()));
  }

  private Map<String, String> identifiers(String mail) {
    Map<String, String> known = new TreeMap<>(sown.told);
    theirs().stream()
        .flatMap(row -> reachable.place(row.id()).fields().values().stream())
        .filter(Field::isWhole)
        .map(Field::word)
        .filter(reachable.words()::contains)
        .forEach(word -> known.put(word, mail));
    return known;
  }

  /** Numbers that systems gave the person, by system and word. */
  Map<String, Map<String, String>> numbers() {
    Map<String, Map<String, String>> numbers = new TreeMap<>();
    for (PlantedRow row : theirs()) {
      reachable
          .place(row.id())
          .subjects()
          .forEach(
              (word, column) -> {
                String number = row.row().get(column);
                if (number != null) {
                  numbers.computeIfAbsent(row.system(), s -> new TreeMap<>()).put(word, number);
                }
              });
    }
    return numbers;
  }
}
