package dev.upheld.app.serve;

import dev.upheld.duty.request.RequestWork.Does;
import dev.upheld.duty.request.RequestWork.Line;
import dev.upheld.engine.CopyPlan;
import dev.upheld.engine.Exporting;
import dev.upheld.engine.Kept;
import dev.upheld.engine.PlaceStep;
import dev.upheld.engine.Plan;
import dev.upheld.engine.SystemPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A plan as the lines of a request's page; the actions are words that the page says in a language.
 */
final class WorkLines {
  private WorkLines() {}

  static List<Line> of(Plan plan, Predicate<String> byHand) {
    List<Line> lines = new ArrayList<>();
    for (SystemPlan system : plan.systems()) {
      system.unreachable().forEach(why -> lines.add(unreached(system.system(), why, byHand)));
      system.steps().forEach(step -> of(system.system(), step, lines));
      system
          .partner()
          .filter(_ -> system.touched() > 0)
          .ifPresent(
              partner ->
                  partner
                      .besides()
                      .forEach(what -> lines.add(line(Does.BESIDES, 0, system.system(), what))));
      system
          .units()
          .ifPresent(
              units ->
                  lines.add(
                      line(
                          Does.UNITS,
                          0,
                          system.system(),
                          units.count() + " \u00d7 " + Math.max(units.most(), units.together()))));
      if (!system.remembers() && system.touched() > 0) {
        lines.add(new Line(Does.FORGETS, 0, system.system(), Optional.empty()));
      }
    }
    return orNothing(lines, Does.NOTHING);
  }

  private static Line unreached(String system, String why, Predicate<String> byHand) {
    return byHand.test(system)
        ? new Line(Does.BY_HAND, 0, system, Optional.empty())
        : line(Does.AWAY, 0, system, why);
  }

  /** A plan that reaches no row says so: an empty table would leave the reader guessing. */
  private static List<Line> orNothing(List<Line> lines, Does nothing) {
    if (lines.stream().noneMatch(l -> l.rows() > 0)) {
      lines.add(new Line(nothing, 0, "", Optional.empty()));
    }
    return lines;
  }

  static List<Line> of(CopyPlan plan, Predicate<String> byHand) {
    List<Line> lines = new ArrayList<>();
    for (String away : plan.away()) {
      int name = away.indexOf(':');
      lines.add(unreached(away.substring(0, name), away.substring(name + 1).strip(), byHand));
    }
    plan.parts().forEach(p -> add(lines, Does.HANDS_OUT, p.rows(), p.system() + " / " + p.place()));
    plan.withheld().forEach(word -> lines.add(new Line(Does.WITHHOLDS, 0, word, Optional.empty())));
    boolean portable = plan.scope() == Exporting.Scope.PORTABLE;
    return orNothing(lines, portable ? Does.NOTHING_PORTABLE : Does.NOTHING);
  }

  private static Line line(Does action, long rows, String where, String why) {
    return new Line(action, rows, where, Optional.of(why));
  }

  private static void of(String system, PlaceStep step, List<Line> lines) {
    String where = system + " / " + step.place();
    PlaceStep.Counts counts = step.counts();
    add(lines, step.mapped() ? Does.DELETES : Does.CASCADES, counts.deleted(), where);
    step.archived()
        .forEach((into, rows) -> add(lines, Does.ARCHIVES, rows, where + " \u2192 " + into));
    if (counts.ended() > 0) {
      lines.add(line(Does.ENDS, counts.ended(), where, fields(step)));
    }
    add(lines, Does.EMPTIES, counts.husks(), where);
    add(lines, Does.TAKES_OUT, counts.named(), where);
    for (Kept kept : step.kept()) {
      String until = kept.until().map(day -> day + ": ").orElse("");
      lines.add(line(Does.KEEPS, kept.rows(), where, until + kept.reason()));
    }
    if (counts.untouched() > 0) {
      Optional<String> why = step.stays().values().stream().findFirst();
      lines.add(new Line(Does.LEAVES, counts.untouched(), where, why));
    }
    step.detached()
        .forEach((column, rows) -> add(lines, Does.DETACHES, rows, system + " / " + column));
    step.triggers().forEach(t -> lines.add(line(Does.TRIGGERS, 0, where, t)));
  }

  private static void add(List<Line> lines, Does action, long rows, String where) {
    if (rows > 0) {
      lines.add(new Line(action, rows, where, Optional.empty()));
    }
  }

  private static String fields(PlaceStep step) {
    return step.fields().entrySet().stream()
        .map(e -> e.getKey() + " (" + e.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
