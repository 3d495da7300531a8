/** Tests of shapes, and the means to hold a JSON Schema and its reader together. */
@NullMarked
package dev.upheld.charter.shape;

import org.jspecify.annotations.NullMarked;
