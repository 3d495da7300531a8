/**
 * The command line: reads arguments, calls one facade, prints what came back. Holds no rule of its
 * own; what a command decides is decided in the packages above.
 */
@NullMarked
package dev.upheld.edge.cli;

import org.jspecify.annotations.NullMarked;
