/**
 * Upheld's own PostgreSQL. For a first run without any database at hand, this package unpacks,
 * initialises, starts, guards and stops a private server, and never touches one that is not its
 * own. On that server or a given one it keeps the tables up to date as their owner, and hands out
 * connections of a second role that may do less.
 */
@NullMarked
package dev.upheld.store;

import org.jspecify.annotations.NullMarked;
