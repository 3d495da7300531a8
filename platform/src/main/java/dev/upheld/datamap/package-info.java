/**
 * The binding: where the data a charter speaks of really lies. Pure data read from {@code
 * systems.yaml} and {@code datamap/<system>.yaml}; never talks to a system.
 */
@NullMarked
package dev.upheld.datamap;

import org.jspecify.annotations.NullMarked;
