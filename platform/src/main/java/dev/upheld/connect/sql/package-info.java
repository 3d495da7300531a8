/**
 * What connectors for SQL databases share: a compiler from questions to set-based SQL, and a
 * session that asks in read-only transactions. Knows no server; each server brings a {@link
 * dev.upheld.connect.sql.Dialect} for the text and an {@link dev.upheld.connect.sql.Engine} for the
 * line.
 */
@NullMarked
package dev.upheld.connect.sql;

import org.jspecify.annotations.NullMarked;
