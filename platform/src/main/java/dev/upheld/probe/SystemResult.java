package dev.upheld.probe;

import dev.upheld.kernel.Problem;
import java.util.Optional;

/**
 * How a system fared in a run.
 *
 * @param product name and version; empty when it did not answer
 * @param silent why it did not answer; empty when it did, or when it is only declared
 * @param declaredOnly whether nothing connects to it
 */
public record SystemResult(
    String id, Optional<String> product, Optional<Problem> silent, boolean declaredOnly) {}
