package dev.upheld.datamap;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.kernel.Location;
import java.util.Optional;

/**
 * A column that holds personal data.
 *
 * @param column as the database spells it
 * @param word the charter's data word
 * @param end what happens to it in the end; empty when not yet decided
 * @param at where the data map says it
 */
public record Field(String column, String word, Optional<EndAction> end, Location at) {}
