/** Proof that a command keeps. */
@NullMarked
package dev.upheld.app.proof;

import org.jspecify.annotations.NullMarked;
