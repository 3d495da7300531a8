package dev.upheld.edge.cli;

import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.engine.CommitUnits;
import dev.upheld.engine.Kept;
import dev.upheld.engine.PlaceStep;
import dev.upheld.engine.Plan;
import dev.upheld.engine.SystemPlan;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan for people: what will happen to which rows, in plain words and exact counts. */
final class PlanTable {
  private final Screen screen;
  private final PrintWriter out;

  PlanTable(Screen screen) {
    this.screen = screen;
    this.out = screen.out();
  }

  void print(Plan plan) {
    out.println(
        screen.styled(Style.STRONG, "Erasure, on the ground " + plan.ground().id())
            + screen.styled(Style.FAINT, "  plan " + plan.digest()));
    plan.systems().forEach(this::system);
    if (plan.touched() == 0 && plan.isWhole()) {
      out.println("Nothing of this person was found that could be erased.");
    }
    plan.undecided()
        .forEach(
            u ->
                out.println(
                    screen.styled(Style.YELLOW, "To be decided: ")
                        + u
                        + ". Say --keep or --erase with the activity."));
    out.flush();
  }

  private void system(SystemPlan system) {
    out.println();
    String title = system.partner().map(p -> ": " + p.title()).orElse("");
    out.println(screen.styled(Style.STRONG, system.system()) + title);
    system
        .unreachable()
        .forEach(why -> out.println("  " + screen.styled(Style.RED, "not reached: ") + why));
    for (PlaceStep step : system.steps()) {
      lines(step).forEach(line -> out.println("  " + padded(step.place()) + line));
    }
    system.units().ifPresent(units -> out.println("  " + padded("transactions") + units(units)));
    system
        .partner()
        .ifPresent(p -> p.besides().forEach(b -> out.println("  " + padded("besides") + b)));
    if (!system.remembers() && system.touched() > 0) {
      out.println(
          "  "
              + screen.styled(Style.YELLOW, "no memory: ")
              + "the table upheld_act is missing; after a crash nobody could tell what was done."
              + " See upheld request memory.");
    }
  }

  private static String units(CommitUnits units) {
    String together =
        units.together() > units.most()
            ? "; " + units.together() + " rows hang together and go in the last one"
            : "";
    return units.count()
        + " of them, of "
        + units.most()
        + " rows at most"
        + together
        + ". The database is sound after each, and what is done stays done.";
  }

  private static String padded(String place) {
    return place.length() < 22 ? place + " ".repeat(22 - place.length()) : place + "  ";
  }

  private static List<String> lines(PlaceStep step) {
    List<String> lines = new ArrayList<>();
    PlaceStep.Counts counts = step.counts();
    if (counts.deleted() > 0) {
      lines.add(
          (step.mapped() ? "deletes " : "is on no map; the database deletes by itself ")
              + rows(counts.deleted()));
    }
    step.archived().forEach((into, n) -> lines.add("first copies " + rows(n) + " into " + into));
    if (counts.ended() > 0) {
      lines.add("in " + rows(counts.ended()) + " that stay, ends " + fields(step.fields()));
    }
    if (counts.husks() > 0) {
      lines.add(
          "empties "
              + rows(counts.husks())
              + ", which must stay because something that stays points there");
    }
    if (counts.named() > 0) {
      lines.add("takes the person out of " + rows(counts.named()) + " of other people");
    }
    step.kept().forEach(k -> lines.add(kept(k)));
    if (counts.untouched() > 0) {
      lines.add("leaves " + rows(counts.untouched()) + why(step));
    }
    step.detached().forEach((column, n) -> lines.add("lets go of " + rows(n) + " by " + column));
    step.triggers().forEach(t -> lines.add("runs the database's own trigger " + t));
    return lines;
  }

  private static String why(PlaceStep step) {
    return step.stays().values().stream().findFirst().map(w -> ": " + w).orElse("");
  }

  private static String kept(Kept kept) {
    return "keeps "
        + rows(kept.rows())
        + kept.until().map(until -> " until " + until).orElse("")
        + (kept.open() > 0 ? " (" + kept.open() + " of them without an end yet)" : "")
        + ": "
        + kept.reason();
  }

  private static String fields(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + " (" + e.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String rows(long rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }
}
