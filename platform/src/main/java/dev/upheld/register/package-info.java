/**
 * What duties share about people: the random reference each is spoken of by, who was erased, and
 * lasting states such as restrictions and holds.
 */
@NullMarked
package dev.upheld.register;

import org.jspecify.annotations.NullMarked;
