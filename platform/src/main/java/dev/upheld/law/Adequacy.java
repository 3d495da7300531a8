package dev.upheld.law;

import java.util.Optional;

/**
 * A country or organisation to which data may go as if it stayed.
 *
 * @param place ISO 3166 code, or the short name of an organisation
 * @param condition what limits it: only certified companies, only some data
 * @param contested whether its validity is before a court
 */
public record Adequacy(Sourced<String> place, Optional<String> condition, boolean contested) {}
