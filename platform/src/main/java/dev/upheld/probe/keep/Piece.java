package dev.upheld.probe.keep;

import dev.upheld.verdict.Evidence;

/**
 * Evidence and where it is kept.
 *
 * @param entry its number in the journal
 */
public record Piece(Evidence evidence, long entry) {}
