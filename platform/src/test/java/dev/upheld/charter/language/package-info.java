/** Tests of {@code dev.upheld.charter.language}. */
@NullMarked
package dev.upheld.charter.language;

import org.jspecify.annotations.NullMarked;
