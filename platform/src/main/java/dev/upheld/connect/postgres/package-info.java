/** The connector for PostgreSQL 12 and newer. */
@NullMarked
package dev.upheld.connect.postgres;

import org.jspecify.annotations.NullMarked;
