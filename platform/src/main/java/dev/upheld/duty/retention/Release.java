package dev.upheld.duty.retention;

import java.time.Instant;

/**
 * Somebody saw what a rule would do, and lets it.
 *
 * @param digest of the rule as it was seen
 * @param due rows past their time then
 * @param rows all rows then
 */
public record Release(String rule, String digest, Instant released, long due, long rows) {}
