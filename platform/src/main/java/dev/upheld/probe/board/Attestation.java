package dev.upheld.probe.board;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person confirms.
 *
 * @param document what it is and where it is kept, 1 to 500 characters; the document itself is
 *     never sent here
 * @param digest SHA-256 of the document, 64 hexadecimal digits; empty where it is not a file
 * @param until the last instant on which it counts; in the future, at most five years ahead
 */
public record Attestation(String document, Optional<String> digest, Instant until) {}
