package dev.upheld.duty.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person decided about rows that are kept by a reason without a number.
 *
 * @param rule the promise and the place
 * @param erase whether the rows go; else they stay until somebody looks again
 * @param upTo it is about rows whose clock is earlier
 * @param next when somebody looks again; empty where they go
 * @param digest of the rule that ends them; of the rule that was looked at where they stay
 * @param due rows it was about when it was decided
 * @param rows of the place, then
 * @param reason in the person's words; never journalled
 * @param done when the rows had gone, or a later decision took the place of this one; empty before
 */
public record Reviewed(
    UUID id,
    String rule,
    boolean erase,
    Instant upTo,
    Optional<LocalDate> next,
    String digest,
    long due,
    long rows,
    String reason,
    Instant decided,
    Optional<Instant> done) {}
