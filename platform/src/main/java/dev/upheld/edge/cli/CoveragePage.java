package dev.upheld.edge.cli;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.edge.cli.CoverageView.Part;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Backing;
import dev.upheld.verdict.clause.Carrier;
import dev.upheld.verdict.clause.Clause;
import dev.upheld.verdict.clause.ClauseTable;
import dev.upheld.verdict.clause.Tally;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code coverage} as one HTML file to read, print (A4) or save as PDF: black on white, nothing
 * loaded from elsewhere, no script.
 */
final class CoveragePage {

  private static final String STYLE =
      """
      @page { size: A4; margin: 16mm 14mm; }
      body { font: 10.5pt/1.4 system-ui, "Liberation Sans", sans-serif; color: #000; background: #fff;
        max-width: 62rem; margin: 2rem auto; padding: 0 1rem; font-variant-numeric: tabular-nums; }
      h1 { font-size: 17pt; margin: 0 0 .3rem; } h2 { font-size: 13pt; margin: 2rem 0 .4rem; }
      h3 { font-size: 11pt; margin: 1.4rem 0 .3rem; } p { margin: 0 0 .5rem; max-width: 80ch; }
      .quiet { color: #444; } .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-size: 9pt; }
      thead { display: table-header-group; }
      th { text-align: left; border-bottom: 1.5pt solid #000; padding: .25rem .6rem .25rem 0; }
      td { border-bottom: .5pt solid #999; padding: .25rem .6rem .25rem 0; vertical-align: top; }
      td.id, td.proof { white-space: nowrap; } td.id { font-weight: 600; }
      .part td { border-bottom-color: #ddd; } b.bad { border: 1.5pt solid #000; padding: 0 .3em; }
      li { margin-bottom: .5rem; } code { font-size: .92em; }
      @media print {
        body { margin: 0; padding: 0; max-width: none; font-size: 9.5pt; }
        tr, li { break-inside: avoid; } h2, h3 { break-after: avoid; } .scroll { overflow: visible; }
      }
      """;

  private final StringBuilder html = new StringBuilder(1 << 14);

  private CoveragePage() {}

  /**
   * The whole page.
   *
   * @param made when, to be told on it
   */
  static String of(CoverageView view, Instant made) {
    CoveragePage page = new CoveragePage();
    page.head(view, made);
    view.parts().forEach(page::part);
    page.html.append("</body>\n</html>\n");
    return page.html.toString();
  }

  private void head(CoverageView view, Instant made) {
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>Coverage \u00b7 Upheld</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>What each clause stands on</h1>\n");
    paragraph("quiet", "Made " + made.truncatedTo(ChronoUnit.MINUTES) + " by Upheld.");
    if (view.parts().size() > 1 || view.expected().isPresent()) {
      totals(view.tally(), view.isListed());
    }
    if (!view.missing().isEmpty()) {
      html.append("<p><b class=\"bad\">Missing</b> ");
      html.append(escaped(String.join(", ", view.missing()))).append("</p>\n");
    }
    if (!view.unlisted().isEmpty()) {
      html.append("<p><b class=\"bad\">Not in the list</b> ");
      html.append(escaped(String.join(", ", view.unlisted()))).append("</p>\n");
    }
    if (!view.isAsked()) {
      paragraph(
          "", "No system was asked for this page: it says what can be proved, not what holds.");
    }
  }

  private void part(Part part) {
    ClauseTable table = part.table();
    html.append("<h2>").append(escaped(part.company())).append("</h2>\n");
    totals(table.tally(), part.isListed());
    part.asked()
        .ifPresent(
            at -> {
              paragraph("", verdicts(table.tally()));
              paragraph("quiet", "Systems asked " + at.truncatedTo(ChronoUnit.SECONDS) + ".");
            });
    html.append("<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Clause</th>")
        .append("<th scope=\"col\">State</th><th scope=\"col\">Promise or finding</th>")
        .append("<th scope=\"col\">Kind</th><th scope=\"col\">Way</th><th scope=\"col\">Duty</th>")
        .append("<th scope=\"col\">")
        .append(part.asked().isPresent() ? "Verdict" : "Proof")
        .append("</th></tr></thead>\n<tbody>\n");
    Set<String> unlisted = Set.copyOf(table.unlisted());
    table.clauses().forEach(c -> clause(c, unlisted.contains(c.id())));
    html.append("</tbody></table></div>\n");
    findings(table.findings());
  }

  private void clause(Clause clause, boolean unlisted) {
    String state = unlisted ? "not in the list" : state(clause.backing());
    List<String> findings =
        clause.findings().stream().map(f -> f.code().code()).distinct().toList();
    boolean first = true;
    for (Carrier carrier : clause.carriers()) {
      row(clause, first ? state : "", cells(carrier));
      first = false;
    }
    for (String code : findings) {
      row(clause, first ? state : "", "<td>Finding: " + escaped(code) + EMPTY_CELLS);
      first = false;
    }
    if (first) {
      row(clause, state, "<td><b class=\"bad\">Nothing carries it</b>" + EMPTY_CELLS);
    }
  }

  private static final String EMPTY_CELLS = "</td><td></td><td></td><td></td><td></td>";

  private void row(Clause clause, String state, String cells) {
    html.append("<tr><td class=\"id\">")
        .append(escaped(clause.id()))
        .append("</td><td>")
        .append(state)
        .append("</td>")
        .append(cells)
        .append("</tr>\n");
  }

  private static String cells(Carrier carrier) {
    String law =
        carrier.promise().header().law().stream()
            .map(LawRef::citation)
            .distinct()
            .collect(Collectors.joining(", "));
    return "<td>"
        + escaped(carrier.promise().header().sentence())
        + (law.isEmpty() ? "" : " <span class=\"quiet\">" + escaped(law) + "</span>")
        + "</td><td>"
        + carrier.promise().kind()
        + "</td><td>"
        + carrier.promise().header().way().id()
        + "</td><td>"
        + carrier.promise().duty().id()
        + "</td><td class=\"proof\">"
        + proof(carrier)
        + "</td>";
  }

  private static String proof(Carrier carrier) {
    if (!carrier.built()) {
      return "duty not built";
    }
    return carrier
        .verdict()
        .map(v -> v == Verdict.BROKEN ? "<b class=\"bad\">" + shown(v) + "</b>" : shown(v))
        .orElse("not asked");
  }

  private static String shown(Verdict verdict) {
    return ProveTable.mark(verdict) + " " + verdict.name();
  }

  private static String state(Backing backing) {
    return switch (backing) {
      case LIVE -> "live";
      case PARTLY -> "partly live";
      case WAITING -> "waiting";
      case FINDING -> "finding only";
      case MISSING -> "missing";
    };
  }

  private void findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    html.append("<h3>")
        .append(Words.count(findings.size(), "finding", "findings"))
        .append(" in the charter itself</h3>\n<ul>\n");
    for (Finding finding : findings) {
      html.append("<li><code>")
          .append(escaped(finding.code().code()))
          .append("</code> ")
          .append(escaped(String.join(" ", finding.clauses())))
          .append("<br>")
          .append(escaped(finding.sentence()))
          .append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private void totals(Tally tally, boolean listed) {
    paragraph(
        "",
        CoverageView.standing(tally, listed)
            + ": "
            + tally.of(Backing.LIVE)
            + " live, "
            + tally.of(Backing.PARTLY)
            + " partly live, "
            + tally.of(Backing.WAITING)
            + " waiting for a duty that is not built, "
            + tally.of(Backing.FINDING)
            + " on findings only.");
  }

  private static String verdicts(Tally tally) {
    return List.of(Verdict.values()).stream()
        .map(v -> tally.of(v) + " " + v.name())
        .collect(Collectors.joining(", "));
  }

  private void paragraph(String style, String text) {
    html.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
        .append(escaped(text))
        .append("</p>\n");
  }

  /** Without control and format characters: one that turns the reading order would forge a page. */
  private static String escaped(String text) {
    return Words.safe(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
