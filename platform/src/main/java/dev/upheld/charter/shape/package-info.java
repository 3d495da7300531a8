/**
 * Shapes: one declaration of a file's language (keys, types, what is required, words of
 * explanation) from which come the structural check with every fault at its place, the JSON Schema
 * for editors, and the reference page. Knows YAML trees, not what they mean.
 */
@NullMarked
package dev.upheld.charter.shape;

import org.jspecify.annotations.NullMarked;
