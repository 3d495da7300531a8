package dev.upheld.verdict;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;

/**
 * What a verdict is asked about.
 *
 * @param promise the promise
 * @param digest of its statement and binding as they are today
 * @param way how it may be proved: an attestation counts only where nothing can be probed
 */
public record Claim(PromiseId promise, String digest, Way way) {}
