/** Proof that lasts: what is kept, what changed when, and who was told, on a real store. */
@NullMarked
package dev.upheld.probe.keep;

import org.jspecify.annotations.NullMarked;
