/**
 * How the server is set up: every setting declared once, read from a file and the environment,
 * refused where it is wrong, and documented from the same declaration.
 */
@NullMarked
package dev.upheld.app.config;

import org.jspecify.annotations.NullMarked;
