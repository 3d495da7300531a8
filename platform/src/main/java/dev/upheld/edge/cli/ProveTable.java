package dev.upheld.edge.cli;

import dev.upheld.charter.promise.Promise;
import dev.upheld.edge.cli.ProveView.Line;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Prints a run of {@code prove} for people: what is broken first, with what was seen. */
final class ProveTable {

  private static final String INDENT = "      ";
  private static final int MOST_FIGURES = 6;

  private final Screen screen;
  private final boolean all;

  /**
   * @param all whether promises that wait for a duty are listed one by one
   */
  ProveTable(Screen screen, boolean all) {
    this.screen = screen;
    this.all = all;
  }

  void print(ProveView view) {
    for (Verdict verdict : Verdict.values()) {
      section(verdict, view.of(verdict));
    }
    waiting(view.waiting());
    summary(view);
  }

  private void section(Verdict verdict, List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    screen.out().println();
    boolean brief = verdict == Verdict.UPHELD && !all;
    lines.stream().filter(l -> !brief || !isDeclaration(l)).forEach(l -> promise(verdict, l));
    long declared = lines.stream().filter(ProveTable::isDeclaration).count();
    if (brief && declared > 0) {
      head(verdict, Words.count(declared, "declaration stands", "declarations stand"), "");
      paragraph(
          "Roles, purposes, bases, contacts and the documents behind them; --all lists them.");
    }
  }

  private static boolean isDeclaration(Line line) {
    return line.promise() instanceof Promise.Declare;
  }

  private void promise(Verdict verdict, Line line) {
    head(
        verdict,
        line.promise().id().toString(),
        String.join(" ", line.promise().header().clauses()));
    paragraph(line.why());
    if (verdict != Verdict.UPHELD) {
      line.evidence().ifPresent(e -> detail(e, line.why()));
    }
  }

  private void head(Verdict verdict, String name, String clauses) {
    screen
        .out()
        .println(
            "  "
                + screen.styled(style(verdict), mark(verdict) + " " + padded(verdict))
                + " "
                + screen.styled(Style.STRONG, name)
                + (clauses.isEmpty() ? "" : screen.styled(Style.FAINT, "  " + clauses)));
  }

  /** Reasons that the sentence above already gave are not said twice. */
  private void detail(Evidence evidence, String said) {
    evidence.reasons().stream().filter(r -> !said.contains(r)).forEach(r -> bullet(Words.safe(r)));
    List<Figure> figures =
        evidence.figures().stream()
            .filter(f -> !f.where().isEmpty() && !f.value().equals("0"))
            .toList();
    figures.stream().limit(MOST_FIGURES).forEach(f -> bullet(figure(f)));
    if (figures.size() > MOST_FIGURES) {
      bullet(
          Words.count(figures.size() - MOST_FIGURES, "more figure", "more figures")
              + " in --format json");
    }
  }

  /** {@code eu-main/visit: 8 rows past their time}, but {@code eu-main: country FR}. */
  private static String figure(Figure f) {
    boolean counted = f.value().chars().allMatch(Character::isDigit);
    String text = counted ? grouped(f.value()) + " " + f.name() : f.name() + " " + f.value();
    return Words.safe(f.where() + ": " + text);
  }

  private static String grouped(String digits) {
    return digits.length() > 18
        ? digits
        : String.format(Locale.ROOT, "%,d", Long.parseLong(digits));
  }

  private void paragraph(String text) {
    for (String line : Words.wrap(Words.safe(text), screen.width() - INDENT.length())) {
      screen.out().println(INDENT + line);
    }
  }

  private void bullet(String text) {
    List<String> lines = Words.wrap(text, screen.width() - INDENT.length() - 2);
    for (int i = 0; i < lines.size(); i++) {
      screen
          .out()
          .println(screen.styled(Style.FAINT, INDENT + (i == 0 ? "- " : "  ") + lines.get(i)));
    }
  }

  private void waiting(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    screen.out().println();
    String byDuty =
        String.join(
            ", ",
            lines.stream()
                .collect(
                    java.util.stream.Collectors.groupingBy(
                        l -> l.promise().duty().id(),
                        TreeMap::new,
                        java.util.stream.Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .toList());
    String hint = all ? "" : " --all lists them.";
    String head =
        Words.count(lines.size(), "promise waits", "promises wait")
            + " for a duty that is not built yet or for a person to attest: "
            + byDuty
            + "."
            + hint;
    screen
        .out()
        .println(
            "  "
                + screen.styled(Style.BLUE, mark(Verdict.UNPROVEN) + " " + padded(Verdict.UNPROVEN))
                + " "
                + head);
    if (all) {
      lines.forEach(l -> bullet(l.promise().id() + "  " + Words.safe(l.why())));
    }
  }

  private void summary(ProveView view) {
    StringBuilder counts = new StringBuilder();
    for (Verdict verdict : Verdict.values()) {
      long n = view.lines().stream().filter(l -> l.verdict() == verdict).count();
      counts
          .append(counts.isEmpty() ? "" : "   ")
          .append(
              screen.styled(
                  n == 0 ? Style.FAINT : style(verdict),
                  mark(verdict) + " " + n + " " + word(verdict)));
    }
    screen.out().println();
    screen
        .out()
        .println(
            "  "
                + screen.styled(Style.STRONG, Words.safe(view.company()))
                + ", "
                + Words.count(view.lines().size(), "promise", "promises")
                + ", asked "
                + view.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                + " in "
                + Words.time(view.took()));
    screen.out().println("  " + counts);
    if (view.findings() > 0) {
      screen
          .out()
          .println(
              "  "
                  + Words.count(view.findings(), "finding", "findings")
                  + " in the charter itself: upheld check");
    }
    String first =
        view.of(Verdict.BROKEN).isEmpty()
            ? ""
            : view.of(Verdict.BROKEN).getFirst().promise().id().toString();
    screen.out().println("  Exit " + view.exit() + ": " + view.exitReason());
    if (!first.isEmpty()) {
      screen
          .out()
          .println(
              screen.styled(
                  Style.FAINT, "  How it was asked, and what to do: upheld explain " + first));
    }
    screen.out().flush();
  }

  /** Shape and word tell the verdict; the colour only helps. */
  static String mark(Verdict verdict) {
    return switch (verdict) {
      case BROKEN -> "\u2717";
      case UNPROVEN -> "?";
      case AT_RISK -> "!";
      case UPHELD -> "\u2713";
    };
  }

  static Style style(Verdict verdict) {
    return switch (verdict) {
      case BROKEN -> Style.RED;
      case UNPROVEN -> Style.BLUE;
      case AT_RISK -> Style.YELLOW;
      case UPHELD -> Style.GREEN;
    };
  }

  private static String padded(Verdict verdict) {
    return String.format(Locale.ROOT, "%-8s", verdict);
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
