package dev.upheld.connect.sql.act;

/**
 * A table brought into a statement.
 *
 * @param table as written
 * @param on the condition that joins it to those before
 */
public record Joined(String table, String alias, String on) {}
