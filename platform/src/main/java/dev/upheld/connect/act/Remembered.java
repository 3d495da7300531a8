package dev.upheld.connect.act;

import java.time.Instant;

/**
 * What a system remembers of an act done in it, written in the act's own transaction.
 *
 * @param plan the digest of the plan
 * @param figures what was done, in the words of who did it; no personal data
 * @param at by the system's clock
 */
public record Remembered(String act, String plan, String figures, Instant at) {}
