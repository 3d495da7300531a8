package dev.upheld.engine.residue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a column that hold identifiers of erased people. Never the identifier.
 *
 * @param left rows that nothing explains: what an erasure should have reached
 * @param kept rows that stayed by the plan that was approved
 * @param until the day the last of those may go; empty where none is known
 * @param reasons why they stayed
 * @param returned rows written after the erasure: whoever it is came back
 * @param unsure rows whose age nobody can tell, of somebody who came back
 */
public record Finding(
    String table,
    String column,
    long left,
    long kept,
    Optional<LocalDate> until,
    List<String> reasons,
    long returned,
    long unsure) {
  public Finding {
    reasons = List.copyOf(reasons);
  }
}
