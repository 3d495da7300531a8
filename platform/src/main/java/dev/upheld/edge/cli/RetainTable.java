package dev.upheld.edge.cli;

import dev.upheld.duty.retention.Day;
import dev.upheld.duty.retention.DueRows;
import dev.upheld.duty.retention.Pause;
import dev.upheld.duty.retention.Planned;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.Rule;
import dev.upheld.duty.retention.Warnings;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.engine.Expired;
import dev.upheld.engine.LimitWords;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What commands of retention say, for people. */
final class RetainTable {
  private final Screen screen;
  private final PrintWriter out;

  RetainTable(Screen screen) {
    this.screen = screen;
    this.out = screen.out();
  }

  void plans(List<Planned> plans) {
    for (Planned plan : plans) {
      title(plan.rule(), plan.release().isPresent());
      plan.due().ifPresent(this::due);
      plan.would().filter(w -> w.listed() > 0).ifPresent(w -> expired(w, "would "));
      plan.warnings().ifPresent(w -> warnings(w, "to be told now"));
      plan.whole()
          .partitions()
          .forEach((name, rows) -> out.println("  at once: partition " + name + ", " + rows(rows)));
      plan.whole()
          .needs()
          .ifPresent(
              needs ->
                  line(
                      Style.YELLOW,
                      "a grant would help: ",
                      "with " + needs + ", whole partitions would go at once."));
      plan.indexes().forEach(i -> line(Style.YELLOW, "an index would help: ", i));
      if (plan.rule().expiry().isPresent() && !plan.remembers() && plan.trouble().isEmpty()) {
        line(
            Style.YELLOW,
            "no memory: ",
            "the table upheld_act is missing; after a crash nobody could tell how much was done."
                + " See upheld request memory.");
      }
      plan.rule().gaps().forEach(gap -> line(Style.YELLOW, "gap: ", gap));
      plan.trouble().ifPresent(why -> line(Style.RED, "not looked at: ", why));
      out.println("  digest " + plan.rule().digest());
      out.println();
    }
    if (plans.isEmpty()) {
      out.println("No promise to keep is bound to a place.");
    } else {
      out.println(PlanTotals.of(plans).text());
    }
  }

  private void title(Rule rule, boolean released) {
    String leave =
        rule.expiry().isEmpty()
            ? screen.styled(Style.YELLOW, "cannot be carried out")
            : released
                ? screen.styled(Style.GREEN, "released")
                : screen.styled(Style.YELLOW, "not released");
    out.println(screen.styled(Style.STRONG, rule.id()) + "  " + leave);
    out.println("  " + rule.keep().then().id() + " after " + LimitWords.of(rule.keep().limit()));
  }

  private void due(DueRows due) {
    out.println(
        "  due "
            + rows(due.past())
            + of(due)
            + due.rows()
            + due.oldest().map(o -> ", oldest " + second(o)).orElse(""));
    said(due.exempt(), "past their time that may stay, as the data map says");
    said(due.unknown(), "without a clock: nobody can tell, nothing is done");
    said(due.future(), "with a clock in the future: nothing is done");
  }

  private static String of(DueRows due) {
    return due.about() ? " of about " : " of ";
  }

  private void said(long rows, String what) {
    if (rows > 0) {
      out.println("  " + rows(rows) + " " + what);
    }
  }

  private void expired(Expired done, String would) {
    done.places()
        .forEach(
            (place, tally) -> {
              counted(would + "delete ", tally.deleted(), " of " + place);
              counted(would + "end fields in ", tally.ended(), " of " + place);
              counted(would + "move ", tally.archived(), " into " + place);
              counted(would + "let go of ", tally.detached(), " that point at " + place);
            });
    done.partitions()
        .forEach((name, rows) -> out.println("  at once: partition " + name + ", " + rows(rows)));
    done.keptBack().forEach((why, rows) -> counted("kept back ", rows, ": " + reason(why)));
  }

  private void warnings(Warnings.Figures found, String now) {
    out.println(
        "  about to go "
            + rows(found.due())
            + ": told before "
            + found.told()
            + ", "
            + now
            + " "
            + found.fresh()
            + (found.again() > 0 ? ", once more " + found.again() : "")
            + ", without an address "
            + found.unreached()
            + ", mail refused "
            + found.refused());
  }

  private void counted(String what, long rows, String where) {
    if (rows > 0) {
      out.println("  " + what + rows(rows) + where);
    }
  }

  static String reason(String why) {
    return switch (why) {
      case Expired.PEOPLE -> "data that is restricted or on hold";
      case Expired.POINTED_AT -> "rows that stay point at them";
      case Expired.CHANGED -> "somebody changed them meanwhile";
      case Expired.UNTOLD -> "nobody was told before that they go, as the charter promises";
      case Expired.TOLD_LATELY -> "their people were told, and not long enough ago";
      case Expired.YOUNGER -> "entries not past their time are in the same file; rotate more often";
      case Expired.IN_USE -> "somebody writes them, or did within the hour";
      case Expired.LINKED -> "they have another name elsewhere, under which they would stay";
      case Expired.NAMES -> "whether they have another name elsewhere cannot be told";
      case Expired.SHARED ->
          "two logs of systems.yaml take them, each with a time of its own; part their patterns";
      default ->
          why.startsWith(Expired.HOLD)
              ? "hold " + why.substring(Expired.HOLD.length())
              : "wanted by " + why;
    };
  }

  private void line(Style style, String word, String text) {
    out.println("  " + screen.styled(style, word) + text);
  }

  private static String rows(long rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }

  void runs(List<Ran> runs) {
    runs.forEach(
        run -> {
          out.println(screen.styled(Style.STRONG, run.rule()));
          ran(run);
          out.println();
        });
  }

  /** Rules that would have run, were they not told to do nothing for now. */
  void paused(List<Retaining.Status> paused, boolean alone) {
    for (Retaining.Status one : paused) {
      out.println(screen.styled(Style.STRONG, one.rule().id()));
      one.pause().ifPresent(this::pause);
      out.println();
    }
    if (alone) {
      out.println(
          paused.isEmpty()
              ? "No rule is released: nothing was done. See upheld retain plan."
              : "Nothing was done. Lift a pause with upheld retain resume.");
    }
  }

  private void pause(Pause pause) {
    line(
        Style.YELLOW,
        "paused: ",
        "since " + second(pause.since()) + ", \"" + pause.reason() + "\"");
  }

  /** People read it; the finer instant stands in the JSON. */
  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private void ran(Ran run) {
    out.println(
        "  "
            + second(run.began())
            + run.ended().map(at -> " to " + second(at)).orElse(" and not ended")
            + ", "
            + run.due().map(due -> rows(due.past()) + " due").orElse("not counted")
            + (run.ended().isPresent() && run.done().isPresent() ? ", run " + run.id() : ""));
    run.done().ifPresent(done -> expired(done, "did "));
    run.done()
        .filter(done -> !done.whole())
        .ifPresent(done -> out.println("  stopped before the end of the list"));
    run.left()
        .ifPresent(
            left ->
                out.println(
                    "  left "
                        + rows(left.past())
                        + left.oldest().map(o -> ", oldest " + second(o)).orElse("")));
    run.trouble().ifPresent(why -> line(Style.RED, "stopped: ", why));
  }

  void status(List<Retaining.Status> status) {
    for (Retaining.Status one : status) {
      title(one.rule(), one.released());
      if (!one.released() && one.release().isPresent()) {
        line(Style.YELLOW, "changed: ", "it was released as something else; release it again.");
      }
      one.pause().ifPresent(this::pause);
      one.warnings().ifPresent(w -> warnings(w.figures(), "told on " + second(w.began())));
      one.warnings()
          .flatMap(w -> w.trouble())
          .ifPresent(why -> line(Style.RED, "nobody was told: ", why));
      one.runs().forEach(this::ran);
      out.println();
    }
    if (status.isEmpty()) {
      out.println("No promise to keep is bound to a place.");
    }
  }

  /**
   * @param zone in which days are meant
   */
  void days(List<Day> days, ZoneId zone) {
    for (Day day : days) {
      out.println(screen.styled(Style.STRONG, day.rule()));
      if (day.runs().isEmpty()) {
        out.println("  no run began on " + day.day() + " in " + zone);
      }
      day.due().ifPresent(due -> out.println("  due " + due.past() + of(due) + due.rows()));
      day.done()
          .forEach(
              (place, tally) ->
                  out.println(
                      "  did "
                          + place
                          + ": "
                          + tally.deleted()
                          + " deleted, "
                          + tally.ended()
                          + " with fields ended, "
                          + tally.archived()
                          + " archived"));
      day.keptBack()
          .forEach((why, rows) -> out.println("  kept back " + rows + ": " + reason(why)));
      day.left().ifPresent(left -> out.println("  left " + left.past()));
      day.oldest().ifPresent(at -> out.println("  oldest left " + at));
    }
  }
}
