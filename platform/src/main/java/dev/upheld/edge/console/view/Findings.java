package dev.upheld.edge.console.view;

import dev.upheld.charter.promise.LawRef;
import java.util.List;

/**
 * Gaps and contradictions of the charter itself, and promises doubtful in law. Nothing is posted.
 *
 * @param findings in the order of the charter
 */
public record Findings(List<Item> findings) implements View {
  public Findings {
    findings = List.copyOf(findings);
  }

  /**
   * One finding.
   *
   * @param code of the finding, as the command line shows it
   * @param activity title of the activity; empty text for the company as a whole
   * @param file where the charter says it, or should
   * @param line first line is 1; 0 means the file as a whole
   */
  public record Item(
      String code,
      String sentence,
      String activity,
      String file,
      int line,
      List<String> clauses,
      List<LawRef> law) {
    public Item {
      clauses = List.copyOf(clauses);
      law = List.copyOf(law);
    }
  }
}
