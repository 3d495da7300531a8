/** Tests of the charters under {@code examples/}, made after five public policies. */
@NullMarked
package dev.upheld.examples;

import org.jspecify.annotations.NullMarked;
