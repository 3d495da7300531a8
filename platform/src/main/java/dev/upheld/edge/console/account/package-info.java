/**
 * The console's pages about people themselves: signing in, second factor, invitations, passwords,
 * the own account, tokens, who may use Upheld. Each method reads a form, asks {@code access}, and
 * fills a view.
 */
@NullMarked
package dev.upheld.edge.console.account;

import org.jspecify.annotations.NullMarked;
