package dev.upheld.verdict.clause;

import dev.upheld.charter.promise.Promise;
import dev.upheld.verdict.Verdict;
import java.util.Optional;

/**
 * A promise that carries a clause.
 *
 * @param built whether anything can prove it: its duty is built, or a person may attest it
 * @param verdict empty when nobody asked; never better than what was measured
 */
public record Carrier(Promise promise, boolean built, Optional<Verdict> verdict) {}
