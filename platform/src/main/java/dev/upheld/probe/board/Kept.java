package dev.upheld.probe.board;

import dev.upheld.verdict.Evidence;
import java.util.Optional;

/**
 * A piece of evidence as it is kept.
 *
 * @param entry its number in the journal
 * @param counts whether it speaks of the promise as it is worded and bound today
 * @param document what an attestation rests on, in the words of whoever attested
 */
public record Kept(Evidence evidence, long entry, boolean counts, Optional<String> document) {}
