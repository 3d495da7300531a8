/**
 * Schemas that other people made, with small hand-written workspaces: Pagila, Chinook, Keycloak and
 * Kill Bill, on PostgreSQL and on MariaDB where they exist for it. What is proved here is that
 * Upheld fits databases it was not built around.
 */
@NullMarked
package dev.upheld.realworld;

import org.jspecify.annotations.NullMarked;
