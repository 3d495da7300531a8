/** The REST interface, tried. */
@NullMarked
package dev.upheld.edge.api;

import org.jspecify.annotations.NullMarked;
