/** Proof by itself: when it runs, in which process, and what a killed one leaves. */
@NullMarked
package dev.upheld.probe.watch;

import org.jspecify.annotations.NullMarked;
