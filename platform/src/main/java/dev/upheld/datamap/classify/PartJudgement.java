package dev.upheld.datamap.classify;

import dev.upheld.datamap.Inside;

/**
 * What a part of a column was judged to be.
 *
 * @param part where it lies; keys that may be personal data themselves stand as {@code *} in a
 *     path, and a key-value table has no part for them
 * @param judgement never names a key or a value
 * @param seen documents or rows that had it
 */
public record PartJudgement(Inside part, Judgement judgement, int seen) {}
