/** Tests of the console's pages, without a server and without Spring. */
@NullMarked
package dev.upheld.edge.console;

import org.jspecify.annotations.NullMarked;
