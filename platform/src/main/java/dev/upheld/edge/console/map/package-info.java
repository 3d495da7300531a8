/** Pictures of the data map: what lies where, drawn so that no label covers another. Pure. */
@NullMarked
package dev.upheld.edge.console.map;

import org.jspecify.annotations.NullMarked;
