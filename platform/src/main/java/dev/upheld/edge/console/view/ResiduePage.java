package dev.upheld.edge.console.view;

import dev.upheld.engine.residue.Finding;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.engine.residue.SystemResidue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the searches for people who were erased saw: places and counts, never a value.
 *
 * @param runs that ended, the newest first
 * @param report of the one that is looked at; empty where none has ended
 * @param receipt where its signed receipt is
 */
public record ResiduePage(List<Run> runs, Optional<ResidueReport> report, String receipt)
    implements View {
  public ResiduePage {
    runs = List.copyOf(runs);
  }

  /**
   * A search that ended.
   *
   * @param left rows that nothing explains
   * @param whole whether everything was searched
   * @param href of its page
   * @param here whether it is the one that is looked at
   */
  public record Run(
      Instant began, Instant ended, long left, boolean whole, String href, boolean here) {}

  /** Systems in which something was searched, or should have been. */
  public List<SystemResidue> searched() {
    return all().stream().filter(s -> s.tables() > 0 || !s.skipped().isEmpty()).toList();
  }

  /** Systems that are not searched by design. */
  public List<SystemResidue> leftAlone() {
    return all().stream().filter(s -> !s.leftAlone().isEmpty()).toList();
  }

  private List<SystemResidue> all() {
    return report.map(ResidueReport::systems).orElse(List.of());
  }

  /** What was found in one system: first what nothing explains. */
  public static List<Finding> ordered(SystemResidue system) {
    return system.findings().stream()
        .sorted(java.util.Comparator.comparing((Finding f) -> f.left() == 0))
        .toList();
  }

  /** All rows of all searched tables. */
  public long rows() {
    return all().stream().mapToLong(SystemResidue::rows).sum();
  }

  /** All searched columns. */
  public long columns() {
    return all().stream().mapToLong(SystemResidue::columns).sum();
  }

  /** All searched tables. */
  public long tables() {
    return all().stream().mapToLong(SystemResidue::tables).sum();
  }

  /** The page of the data map on which a column's table is decided. */
  public static String bind(String system, Finding finding) {
    int dot = finding.table().indexOf('.');
    String table =
        finding.table().startsWith("public.")
            ? finding.table().substring(dot + 1)
            : finding.table();
    return ReviewPage.href(system, table);
  }
}
