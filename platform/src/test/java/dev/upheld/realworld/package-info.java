/**
 * Schemas that other people made, with small hand-written workspaces: Pagila, Chinook, Keycloak and
 * Kill Bill, on PostgreSQL and on MariaDB where they exist for it. What is proved here is that
 * Upheld fits databases it was not built around.
 *
 * <p>A workspace lies under {@code workspaces/<name>}: {@code both}, overlaid with the folder of
 * the engine. {@code verdicts.txt} beside them lists the verdict of every promise, the same on
 * every engine; each was checked against the data and not only against what Upheld said. Where the
 * makers publish a schema without rows, {@code rows.sql} has some. A {@link
 * dev.upheld.realworld.Sample.Change} plants one fault or mends one, and says which promises move.
 */
@NullMarked
package dev.upheld.realworld;

import org.jspecify.annotations.NullMarked;
