package dev.upheld.engine.residue;

import java.util.List;

/**
 * What was seen in one system.
 *
 * @param tables how many were searched
 * @param columns how many, in those tables
 * @param rows how many, in those tables
 * @param skipped what should have been searched and was not, one sentence each
 * @param leftAlone what is not searched by design, one sentence each
 */
public record SystemResidue(
    String system,
    int tables,
    int columns,
    long rows,
    List<String> skipped,
    List<String> leftAlone,
    List<Finding> findings) {
  public SystemResidue {
    leftAlone = List.copyOf(leftAlone);
    skipped = List.copyOf(skipped);
    findings = List.copyOf(findings);
  }

  /** One that was not searched at all. */
  static SystemResidue none(String system, String why) {
    return new SystemResidue(system, 0, 0, 0, List.of(), List.of(why), List.of());
  }

  /** Rows that nothing explains. */
  public long left() {
    return findings.stream().mapToLong(Finding::left).sum();
  }
}
