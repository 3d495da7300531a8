package dev.upheld.engine;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.Rewrite;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Structure;
import dev.upheld.engine.CorrectionWork.Target;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Sha256;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes in one system what was chosen, and reads it again. */
final class CorrectionAct {
  /** No fate is lower: every row of the set is meant. */
  private static final int EVERY_FATE = -1_000;

  private final CorrectionWork work;
  private final SystemWork gathered;
  private final ActSession session;

  CorrectionAct(CorrectionWork work, SystemWork gathered) {
    this.work = work;
    this.gathered = gathered;
    this.session = work.session();
  }

  /**
   * Refuses what the columns cannot take, before anything is changed.
   *
   * @throws ProblemException with the column and what is in the way
   */
  void check() {
    for (Target target : work.targets()) {
      FitsColumn.check(target.set().table(), target.column(), target.word(), work.becomes(target));
      if (isUnique(target)) {
        unique(target);
      }
    }
  }

  private boolean isUnique(Target target) {
    List<String> alone = List.of(target.column().name());
    return session.describe().table(target.set().table()).stream()
        .flatMap(t -> t.indexes().stream())
        .anyMatch(i -> i.unique() && i.columns().equals(alone));
  }

  private void unique(Target target) {
    String where = target.set().table() + "." + target.column().name();
    if (elsewhere(target) > 0) {
      throw EngineProblem.STRUCTURE.because(
          "The new value for "
              + target.word()
              + " stands in another row already, and "
              + where
              + " takes each value once.",
          "Find out whose row that is. Nothing was changed.");
    }
    if (session.fates(target.set()).getOrDefault(RowSet.FREE, 0L) > 1) {
      throw EngineProblem.STRUCTURE.because(
          "Several rows would get the same value, and " + where + " takes each value once.",
          "Correct it there by hand. Nothing was changed.");
    }
  }

  /** Rows that have the new value already and are not among those that get it. */
  private long elsewhere(Target target) {
    Match same = new Match(target.column().name(), List.of(work.becomes(target)), false);
    return session.matching(target.set(), List.of(same), EVERY_FATE);
  }

  /** Code of the database's owner that would run. */
  List<String> triggers() {
    Set<Object> tables = new HashSet<>();
    work.targets().forEach(t -> tables.add(t.set().table()));
    return session.structure().triggers().stream()
        .filter(t -> t.onUpdate() && tables.contains(t.table()))
        .map(Structure.Trigger::name)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Does it within the transaction, so that the database itself says what its rules forbid.
   *
   * @throws ProblemException where it refuses, or a value reads otherwise afterwards
   */
  void perform() {
    List<Target> targets = work.targets();
    Map<Target, String> before = new HashMap<>();
    targets.forEach(t -> before.put(t, others(t, targets)));
    for (Target target : targets) {
      session.lock(target.set());
      change(target);
    }
    targets.forEach(t -> verify(t, before.getOrDefault(t, ""), targets));
  }

  private void change(Target target) {
    Rewrite put = new Rewrite.Put(work.becomes(target));
    try {
      session.act(
          new Act.Change(target.set(), Set.of(RowSet.FREE), Map.of(target.column().name(), put)));
    } catch (ProblemException e) {
      if (e.problems().stream()
          .allMatch(p -> p.code() == ConnectProblem.REFUSED || p.code() == ConnectProblem.UNFIT)) {
        throw EngineProblem.STRUCTURE.because(
            "A rule of the database does not take the new value for "
                + target.word()
                + " in "
                + target.set().table()
                + "."
                + target.column().name()
                + ": a check, a value that must be unique, a reference or a type.",
            "Look at the table's rules, or correct it there by hand. Nothing was changed. ("
                + e.problems().getFirst().what()
                + ")");
      }
      throw e;
    }
  }

  /** Reads again by the keys: the value stands there, and the person's other data is the same. */
  private void verify(Target target, String before, List<Target> targets) {
    String becomes = work.becomes(target);
    long[] right = {0};
    session.read(
        target.set(),
        List.of(target.column().name()),
        (fate, values) -> {
          if (values.getFirst().filter(becomes::equals).isPresent()) {
            right[0]++;
          }
        });
    long wanted = session.fates(target.set()).getOrDefault(RowSet.FREE, 0L);
    if (right[0] != wanted || !before.equals(others(target, targets))) {
      throw EngineProblem.LEFT_OVER.because(
          "After the change, " + target.set().table() + " does not hold exactly what was approved.",
          "Look for a trigger or a rule of the database that changes it. Nothing was done.");
    }
  }

  /** A digest of what else of the person stands in these rows. */
  private String others(Target target, List<Target> targets) {
    Set<String> columns = new HashSet<>();
    for (Node node : gathered.graph().nodes()) {
      if (node.set().table().equals(target.set().table())) {
        node.place()
            .ifPresent(
                p ->
                    p.fields().values().stream()
                        .filter(f -> f.isWhole())
                        .filter(f -> node.table().column(f.column()).isPresent())
                        .forEach(f -> columns.add(f.column())));
      }
    }
    targets.stream()
        .filter(t -> t.set().table().equals(target.set().table()))
        .map(Target::column)
        .map(Description.Column::name)
        .forEach(columns::remove);
    String[] digest = {""};
    session.read(
        target.set(),
        columns.stream().sorted().toList(),
        (fate, values) -> digest[0] = Sha256.hex(digest[0] + text(values)));
    return digest[0];
  }

  private static String text(List<Optional<String>> values) {
    StringBuilder text = new StringBuilder();
    values.forEach(v -> text.append('\u001f').append(v.map(s -> "=" + s).orElse("")));
    return text.toString();
  }
}
