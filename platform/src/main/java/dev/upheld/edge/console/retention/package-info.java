/** Retention: how rules stand, what they would do, what they did, and what comes due. */
@NullMarked
package dev.upheld.edge.console.retention;

import org.jspecify.annotations.NullMarked;
