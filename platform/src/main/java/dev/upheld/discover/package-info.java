/**
 * Reads a live database nobody has described and proposes its data map: what each column holds,
 * whose it is, how tables hang together, when things happened. What a person has decided stays; a
 * proposal binds nothing until a person has reviewed it. {@link dev.upheld.discover.Discovery} is
 * the door.
 */
@NullMarked
package dev.upheld.discover;

import org.jspecify.annotations.NullMarked;
