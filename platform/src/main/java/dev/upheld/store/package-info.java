/**
 * Upheld's own PostgreSQL: for a first run without any database at hand, this package unpacks,
 * initialises, starts, guards and stops a private server, and never touches one that is not its
 * own.
 */
@NullMarked
package dev.upheld.store;

import org.jspecify.annotations.NullMarked;
