package dev.upheld.app.serve;

import dev.upheld.duty.request.RequestWork.Does;
import dev.upheld.duty.request.RequestWork.Line;
import dev.upheld.engine.CopyPlan;
import dev.upheld.engine.Kept;
import dev.upheld.engine.PlaceStep;
import dev.upheld.engine.Plan;
import dev.upheld.engine.SystemPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan as the lines of a request's page; the actions are words that the page says in a language.
 */
final class WorkLines {
  private WorkLines() {}

  static List<Line> of(Plan plan) {
    List<Line> lines = new ArrayList<>();
    for (SystemPlan system : plan.systems()) {
      system.unreachable().forEach(why -> lines.add(line(Does.AWAY, 0, system.system(), why)));
      system.steps().forEach(step -> of(system.system(), step, lines));
      if (!system.remembers() && system.touched() > 0) {
        lines.add(new Line(Does.FORGETS, 0, system.system(), Optional.empty()));
      }
    }
    return lines;
  }

  static List<Line> of(CopyPlan plan) {
    List<Line> lines = new ArrayList<>();
    for (String away : plan.away()) {
      int name = away.indexOf(':');
      lines.add(line(Does.AWAY, 0, away.substring(0, name), away.substring(name + 1).strip()));
    }
    plan.parts().forEach(p -> add(lines, Does.HANDS_OUT, p.rows(), p.system() + " / " + p.place()));
    plan.withheld().forEach(word -> lines.add(new Line(Does.WITHHOLDS, 0, word, Optional.empty())));
    return lines;
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
