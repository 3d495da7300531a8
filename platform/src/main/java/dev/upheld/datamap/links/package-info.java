/**
 * How tables hang together where nobody declared it: links proposed from names, types, keys,
 * indexes and, where values were compared, from what they share. Pure: knows figures about values,
 * never a value.
 */
@NullMarked
package dev.upheld.datamap.links;

import org.jspecify.annotations.NullMarked;
