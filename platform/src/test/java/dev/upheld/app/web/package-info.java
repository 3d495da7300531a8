/** The web server from outside: real requests over real sockets. */
@NullMarked
package dev.upheld.app.web;

import org.jspecify.annotations.NullMarked;
