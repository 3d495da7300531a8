package dev.upheld.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Rows of an erased person that stayed in a table. Figures of the plan; no identifier.
 *
 * @param erasure digest of the plan
 * @param table as the catalogue names it
 * @param kept rows that stayed with what is in them
 * @param shells rows that stayed emptied: nothing but their number speaks of anybody
 * @param until the day from which none of the kept rows may be there; empty where none is known
 * @param reasons why, in plain words
 */
public record Rest(
    String erasure,
    String system,
    String table,
    long kept,
    long shells,
    Optional<LocalDate> until,
    List<String> reasons) {
  public Rest {
    reasons = List.copyOf(reasons);
  }
}
