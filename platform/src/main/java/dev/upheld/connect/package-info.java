/**
 * What lets Upheld ask a system. Neutral questions go in, figures come out with the exact text that
 * asked; knows no policy. One folder per kind of system.
 */
@NullMarked
package dev.upheld.connect;

import org.jspecify.annotations.NullMarked;
