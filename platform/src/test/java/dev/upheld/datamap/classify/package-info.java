/** Labelled columns and what the classification makes of them. */
@NullMarked
package dev.upheld.datamap.classify;

import org.jspecify.annotations.NullMarked;
