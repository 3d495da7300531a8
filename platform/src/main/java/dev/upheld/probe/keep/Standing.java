package dev.upheld.probe.keep;

import dev.upheld.verdict.Verdict;
import java.time.Instant;

/**
 * A verdict as it was last recorded.
 *
 * @param since from when
 * @param entry number of the change that brought it, in the journal
 */
public record Standing(Verdict verdict, Instant since, long entry) {}
