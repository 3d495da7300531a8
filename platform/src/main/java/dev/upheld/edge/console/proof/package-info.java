/** The console's ways to proof: the work list, the wall, promises, findings, the journal. */
@NullMarked
package dev.upheld.edge.console.proof;

import org.jspecify.annotations.NullMarked;
