/** The journal keeps what it promises, whoever writes and whatever is done to its files. */
@NullMarked
package dev.upheld.journal;

import org.jspecify.annotations.NullMarked;
