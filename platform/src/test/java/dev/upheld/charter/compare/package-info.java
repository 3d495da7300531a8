/** Tests of the comparison of two charters. */
@NullMarked
package dev.upheld.charter.compare;

import org.jspecify.annotations.NullMarked;
