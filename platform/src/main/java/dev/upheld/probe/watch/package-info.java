/**
 * Proof by itself: measures each promise when it is due, one server at a time, and notes what time
 * alone changes.
 */
@NullMarked
package dev.upheld.probe.watch;

import org.jspecify.annotations.NullMarked;
