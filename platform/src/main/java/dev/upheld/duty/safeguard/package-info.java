/**
 * The duty that data is guarded: only what was promised is held, in the form that was promised,
 * nothing forbidden lies about, lines are encrypted, stores cannot be joined, and people can use
 * what they were offered.
 */
@NullMarked
package dev.upheld.duty.safeguard;

import org.jspecify.annotations.NullMarked;
