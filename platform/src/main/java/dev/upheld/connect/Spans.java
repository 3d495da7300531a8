package dev.upheld.connect;

import dev.upheld.datamap.Condition;
import java.util.Optional;

/**
 * Rows of a table.
 *
 * @param span those within it; empty for all
 * @param only of them, those for which this holds; empty for all
 */
public record Spans(Optional<Span> span, Optional<Condition> only) {}
