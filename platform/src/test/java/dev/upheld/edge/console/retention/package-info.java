/** Looks of retention. */
@NullMarked
package dev.upheld.edge.console.retention;

import org.jspecify.annotations.NullMarked;
