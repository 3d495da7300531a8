package dev.upheld.edge.cli;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.edge.cli.CoverageView.Part;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Backing;
import dev.upheld.verdict.clause.Carrier;
import dev.upheld.verdict.clause.Clause;
import dev.upheld.verdict.clause.Tally;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints {@code coverage} for people: a line for each way in which a clause is kept. */
final class CoverageTable {

  private static final String INDENT = "    ";

  private final Screen screen;
  private final boolean all;

  /**
   * @param all whether promises are listed one by one
   */
  CoverageTable(Screen screen, boolean all) {
    this.screen = screen;
    this.all = all;
  }

  void print(CoverageView view) {
    view.parts().forEach(this::part);
    if (view.parts().size() > 1) {
      line(screen.styled(Style.STRONG, "Together"));
    }
    if (view.parts().size() > 1 || view.expected().isPresent()) {
      totals(view.tally(), view.isListed(), view.isAsked());
    }
    differences(view.missing(), view.unlisted());
    if (!view.uncounted().isEmpty()) {
      line(
          "  Not counted, without a list of clauses: "
              + view.uncounted().stream()
                  .map(p -> Words.safe(p.folder()))
                  .collect(Collectors.joining(", "))
              + ".");
    }
    line("  Exit " + view.exit() + ": " + view.exitReason());
    if (!view.isAsked()) {
      line(screen.styled(Style.FAINT, "  No system was asked: --prove says which promises hold."));
    }
  }

  private void part(Part part) {
    line(
        screen.styled(Style.STRONG, Words.safe(part.company())) + "  " + Words.safe(part.folder()));
    String last = part.asked().isPresent() ? "verdict" : "proof";
    line(
        screen.styled(
            Style.FAINT,
            String.format(
                Locale.ROOT,
                "  %-8s %-8s %-11s %-7s %-12s %s",
                "clause",
                "state",
                "kind",
                "way",
                "duty",
                last)));
    Set<String> unlisted = Set.copyOf(part.table().unlisted());
    part.table().clauses().forEach(c -> clause(c, unlisted.contains(c.id())));
    findings(part.table().findings());
    line("");
    totals(part.table().tally(), part.isListed(), part.asked().isPresent());
    part.asked().ifPresent(at -> line("  Asked " + at.truncatedTo(ChronoUnit.SECONDS) + "."));
    line("");
  }

  private void clause(Clause clause, boolean unlisted) {
    List<String> rows = new ArrayList<>();
    grouped(clause)
        .forEach(
            (how, carriers) -> {
              String times = carriers.size() == 1 ? "" : " \u00d7" + carriers.size();
              rows.add(
                  String.format(Locale.ROOT, "%-11s %-7s %-12s ", how.kind(), how.way(), how.duty())
                      + proof(carriers.getFirst())
                      + times);
              if (all) {
                carriers.forEach(c -> rows.addAll(said(c.promise())));
              }
            });
    clause.findings().stream()
        .map(f -> f.code().code())
        .distinct()
        .forEach(code -> rows.add(String.format(Locale.ROOT, "%-11s %s", "finding", code)));
    if (rows.isEmpty()) {
      rows.add(screen.styled(Style.RED, "nothing carries it"));
    }
    for (int i = 0; i < rows.size(); i++) {
      String id = String.format(Locale.ROOT, "%-8s", i == 0 ? clause.id() : "");
      String state = i == 0 ? state(clause, unlisted) : " ".repeat(8);
      line("  " + screen.styled(Style.STRONG, id) + " " + state + " " + rows.get(i));
    }
  }

  private record How(String kind, String way, String duty, String proof) {}

  private Map<How, List<Carrier>> grouped(Clause clause) {
    return clause.carriers().stream()
        .collect(
            Collectors.groupingBy(
                c ->
                    new How(
                        c.promise().kind(),
                        c.promise().header().way().id(),
                        c.promise().duty().id(),
                        proof(c)),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private List<String> said(Promise promise) {
    List<String> lines = new ArrayList<>();
    lines.add(INDENT + promise.id());
    int width = screen.width() - 2 - 8 - 1 - 8 - 1 - INDENT.length();
    Words.wrap(Words.safe(promise.header().sentence()), width)
        .forEach(l -> lines.add(screen.styled(Style.FAINT, INDENT + l)));
    return lines;
  }

  private String proof(Carrier carrier) {
    if (!carrier.built()) {
      return screen.styled(Style.FAINT, "duty not built");
    }
    return carrier
        .verdict()
        .map(v -> screen.styled(ProveTable.style(v), ProveTable.mark(v) + " " + v.name()))
        .orElseGet(
            () ->
                switch (carrier.promise().header().way()) {
                  case PROBE -> "can be measured";
                  case ACT -> "can be checked";
                  case ATTEST -> "a person attests";
                });
  }

  private String state(Clause clause, boolean unlisted) {
    String word = unlisted ? "unlisted" : clause.backing().id();
    boolean bad = unlisted || clause.backing() == Backing.MISSING;
    String padded = String.format(Locale.ROOT, "%-8s", word);
    return bad ? screen.styled(Style.RED, padded) : padded;
  }

  private void findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    line("");
    line("  " + screen.styled(Style.STRONG, Words.count(findings.size(), "finding", "findings")));
    for (Finding finding : findings) {
      line(
          "  "
              + screen.styled(Style.YELLOW, finding.code().code())
              + finding.clauses().stream().map(c -> "  " + c).collect(Collectors.joining()));
      Words.wrap(Words.safe(finding.sentence()), screen.width() - INDENT.length())
          .forEach(l -> line(INDENT + l));
    }
  }

  private void totals(Tally tally, boolean listed, boolean asked) {
    line("  " + screen.styled(Style.STRONG, CoverageView.standing(tally, listed)) + ":");
    line(
        "  "
            + List.of(Backing.LIVE, Backing.PARTLY, Backing.WAITING, Backing.FINDING).stream()
                .map(b -> tally.of(b) + " " + CoverageTable.word(b))
                .collect(Collectors.joining(", "))
            + ".");
    if (asked) {
      List<String> counts = new ArrayList<>();
      for (Verdict v : Verdict.values()) {
        counts.add(
            screen.styled(
                tally.of(v) == 0 ? Style.FAINT : ProveTable.style(v),
                ProveTable.mark(v) + " " + tally.of(v) + " " + v.name()));
      }
      line("  " + String.join("   ", counts));
    }
  }

  private static String word(Backing backing) {
    return switch (backing) {
      case LIVE -> "live";
      case PARTLY -> "partly live";
      case WAITING -> "waiting for a duty that is not built";
      case FINDING -> "on findings only";
      case MISSING -> "missing";
    };
  }

  private void differences(List<String> missing, List<String> unlisted) {
    if (!missing.isEmpty()) {
      line("  " + screen.styled(Style.RED, "Missing: ") + String.join(", ", missing) + ".");
    }
    if (!unlisted.isEmpty()) {
      line(
          "  " + screen.styled(Style.RED, "Not in the list: ") + String.join(", ", unlisted) + ".");
    }
  }

  private void line(String text) {
    screen.out().println(text);
  }
}
