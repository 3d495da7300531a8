/** Looks of the inbox. */
@NullMarked
package dev.upheld.edge.console.request;

import org.jspecify.annotations.NullMarked;
