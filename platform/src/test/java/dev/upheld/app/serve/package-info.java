/** The whole server from outside: a browser without a screen, a mail server, a real store. */
@NullMarked
package dev.upheld.app.serve;

import org.jspecify.annotations.NullMarked;
