/**
 * Who may use Upheld, and what they may do: people, roles and permissions, passwords and second
 * factors, sessions, API tokens, invitations. The doors (console, API, command line) ask here;
 * nothing in this package knows a web framework.
 */
@NullMarked
package dev.upheld.access;

import org.jspecify.annotations.NullMarked;
