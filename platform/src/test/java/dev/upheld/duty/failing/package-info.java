/** Proving against real servers that fail in every way servers fail. */
@NullMarked
package dev.upheld.duty.failing;

import org.jspecify.annotations.NullMarked;
