/**
 * The fictional companies of the examples: their databases generated from row numbers, the faults
 * that can be planted in them, and what {@code ./upheld demo} needs to start one. Nobody in them
 * exists.
 */
@NullMarked
package dev.upheld.demo;

import org.jspecify.annotations.NullMarked;
