/** Digests of bindings. */
@NullMarked
package dev.upheld.datamap;

import org.jspecify.annotations.NullMarked;
