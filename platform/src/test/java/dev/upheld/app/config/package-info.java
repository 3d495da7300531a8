/** The server's settings: read, refused, documented. */
@NullMarked
package dev.upheld.app.config;

import org.jspecify.annotations.NullMarked;
