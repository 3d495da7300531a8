/**
 * Reads {@code systems.yaml} and {@code datamap/<system>.yaml}: the shapes of both files, what must
 * hold within and between them, and the references to values that are not written there.
 */
@NullMarked
package dev.upheld.datamap.read;

import org.jspecify.annotations.NullMarked;
