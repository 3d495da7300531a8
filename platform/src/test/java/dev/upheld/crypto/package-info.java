/** Keys, hashes and seals against published vectors, and against hands that change them. */
@NullMarked
package dev.upheld.crypto;

import org.jspecify.annotations.NullMarked;
