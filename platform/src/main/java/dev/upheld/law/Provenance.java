package dev.upheld.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a value of law comes from.
 *
 * @param source title and address of the text it was read in, or would be found in
 * @param confidence how sure of it we are
 * @param verifiedOn when somebody last looked
 * @param validFrom first day it holds; empty when it held before the pack was written
 * @param validTo last day it holds; empty when no end is known
 */
public record Provenance(
    String source,
    Confidence confidence,
    LocalDate verifiedOn,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo) {

  /** Whether the value holds on that day. */
  public boolean validOn(LocalDate day) {
    return validFrom.map(from -> !day.isBefore(from)).orElse(true)
        && validTo.map(to -> !day.isAfter(to)).orElse(true);
  }
}
