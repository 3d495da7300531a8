/** Tests of {@code dev.upheld.charter.derive}. */
@NullMarked
package dev.upheld.charter.derive;

import org.jspecify.annotations.NullMarked;
