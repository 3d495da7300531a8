/**
 * Real database servers for tests and benchmarks: one of each kind per JVM, started when first
 * asked for, gone with the JVM, and a fresh database for every caller.
 */
@NullMarked
package dev.upheld.testing;

import org.jspecify.annotations.NullMarked;
