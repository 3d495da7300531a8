/** The embedded PostgreSQL under everything that can happen to it. */
@NullMarked
package dev.upheld.store;

import org.jspecify.annotations.NullMarked;
