/**
 * Where everything is put together: the entry point, the configuration, and the wiring that hands
 * facades to the edge. Nothing imports this package.
 */
@NullMarked
package dev.upheld.app;

import org.jspecify.annotations.NullMarked;
