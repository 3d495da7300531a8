/** What duties share about people: the random reference each is spoken of by. */
@NullMarked
package dev.upheld.register;

import org.jspecify.annotations.NullMarked;
