/** The contract of connectors held against PostgreSQL, and what only PostgreSQL has. */
@NullMarked
package dev.upheld.connect.postgres;

import org.jspecify.annotations.NullMarked;
