/**
 * How promises are measured: what a duty brings to measure its kinds, and the runner that asks the
 * systems and turns answers into evidence.
 */
@NullMarked
package dev.upheld.probe;

import org.jspecify.annotations.NullMarked;
