/**
 * Tests of the YAML reader: what it reads, what it refuses, and that nothing makes it fall over.
 */
@NullMarked
package dev.upheld.kernel.yaml;

import org.jspecify.annotations.NullMarked;
