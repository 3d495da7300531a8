/**
 * Nimbus, the fictional cloud provider of the examples: its databases generated from row numbers,
 * the faults that can be planted in them, and what {@code ./upheld demo} needs to start it all.
 * Nobody in it exists.
 */
@NullMarked
package dev.upheld.demo;

import org.jspecify.annotations.NullMarked;
