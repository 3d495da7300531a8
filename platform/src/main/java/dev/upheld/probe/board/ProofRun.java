package dev.upheld.probe.board;

import java.time.Instant;
import java.util.Optional;

/**
 * A run of proof.
 *
 * @param promises how many are measured in it
 * @param step what it does now, in a few words
 * @param done of {@code total} steps
 * @param ended empty while it goes on
 * @param failed why it ended without a result; empty otherwise
 */
public record ProofRun(
    int promises,
    Instant began,
    String step,
    long done,
    long total,
    Optional<Instant> ended,
    Optional<String> failed) {}
