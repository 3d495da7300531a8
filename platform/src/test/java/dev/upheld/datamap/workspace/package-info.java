/** Whole workspaces: what is sound, what is not, and what the binding leaves open. */
@NullMarked
package dev.upheld.datamap.workspace;

import org.jspecify.annotations.NullMarked;
