/** Tests of how tables hang together. */
@NullMarked
package dev.upheld.datamap.links;

import org.jspecify.annotations.NullMarked;
