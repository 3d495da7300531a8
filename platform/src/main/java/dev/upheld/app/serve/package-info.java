/**
 * The server put together: store, journal, keys, mail, access and console, opened in order and
 * closed in reverse.
 */
@NullMarked
package dev.upheld.app.serve;

import org.jspecify.annotations.NullMarked;
