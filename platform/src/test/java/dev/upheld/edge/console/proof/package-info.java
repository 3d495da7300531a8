/** What forms say of what the board refuses. */
@NullMarked
package dev.upheld.edge.console.proof;

import org.jspecify.annotations.NullMarked;
