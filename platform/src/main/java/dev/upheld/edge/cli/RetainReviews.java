package dev.upheld.edge.cli;

import dev.upheld.duty.retention.Reviewing;
import dev.upheld.edge.cli.Screen.Style;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The queue of reviews, for people and for scripts. */
final class RetainReviews {
  private final Screen screen;
  private final PrintWriter out;

  RetainReviews(Screen screen) {
    this.screen = screen;
    this.out = screen.out();
  }

  void print(List<Reviewing.Line> lines) {
    for (Reviewing.Line line : lines) {
      String state =
          line.counts().isEmpty()
              ? screen.styled(Style.YELLOW, "not counted")
              : line.isDue()
                  ? screen.styled(Style.RED, "overdue")
                  : screen.styled(Style.GREEN, "reviewed");
      out.println(screen.styled(Style.STRONG, line.rule().id()) + "  " + state);
      out.println("  kept as long as this holds: " + line.criterion());
      line.counts().ifPresent(this::counts);
      line.next().ifPresent(day -> out.println("  next review by " + day));
      if (!line.mayGo()) {
        out.println("  by the charter it stays: a review can only decide that it is kept on");
      }
      line.last()
          .ifPresent(
              last ->
                  out.println("  last kept on " + last.decided().truncatedTo(ChronoUnit.SECONDS)));
      line.ending()
          .ifPresent(
              ending ->
                  out.println(
                      "  rows of before "
                          + ending.upTo().truncatedTo(ChronoUnit.SECONDS)
                          + " go with the next run"));
      line.trouble()
          .ifPresent(why -> out.println("  " + screen.styled(Style.YELLOW, "gap: ") + why));
      out.println();
    }
    if (lines.isEmpty()) {
      out.println("No promise rests on a criterion that is bound to a place.");
    }
  }

  private void counts(Reviewing.Counts counts) {
    out.println(
        "  "
            + counts.due()
            + " of "
            + counts.rows()
            + " rows wait for a review"
            + counts.oldest().map(o -> ", oldest " + o.truncatedTo(ChronoUnit.SECONDS)).orElse(""));
    out.println(
        counts.ages().stream()
            .map(a -> a.rows() + " over " + a.years() + (a.years() == 1 ? " year" : " years"))
            .collect(Collectors.joining(", ", "  ", "")));
  }

  static String json(List<Reviewing.Line> lines) {
    ObjectNode all = Json.object();
    ArrayNode list = all.putArray("reviews");
    for (Reviewing.Line line : lines) {
      ObjectNode node = list.addObject();
      node.put("rule", line.rule().id());
      node.put("promise", line.rule().keep().id().toString());
      node.put("place", line.rule().where());
      node.put("criterion", line.criterion());
      node.put("may-go", line.mayGo());
      line.counts().ifPresent(counts -> counts(node, counts));
      line.next().ifPresent(day -> node.put("next", day.toString()));
      line.last().ifPresent(last -> node.put("last", last.decided().toString()));
      line.ending().ifPresent(ending -> node.put("ending-before", ending.upTo().toString()));
      line.trouble().ifPresent(why -> node.put("trouble", why));
    }
    return Json.pretty(all);
  }

  private static void counts(ObjectNode node, Reviewing.Counts counts) {
    node.put("rows", counts.rows());
    node.put("due", counts.due());
    counts.oldest().ifPresent(o -> node.put("oldest", o.toString()));
    ObjectNode ages = node.putObject("older-than-years");
    counts.ages().forEach(a -> ages.put(String.valueOf(a.years()), a.rows()));
  }
}
