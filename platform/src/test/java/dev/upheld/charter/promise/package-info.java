/** Tests of {@code dev.upheld.charter.promise}. */
@NullMarked
package dev.upheld.charter.promise;

import org.jspecify.annotations.NullMarked;
