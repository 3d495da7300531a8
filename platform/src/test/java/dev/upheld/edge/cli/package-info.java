/** Commands by themselves. */
@NullMarked
package dev.upheld.edge.cli;

import org.jspecify.annotations.NullMarked;
