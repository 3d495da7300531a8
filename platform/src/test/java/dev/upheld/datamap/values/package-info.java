/** Vectors and properties of the tests on single values. */
@NullMarked
package dev.upheld.datamap.values;

import org.jspecify.annotations.NullMarked;
