/** What console and API see, on a real store. */
@NullMarked
package dev.upheld.probe.board;

import org.jspecify.annotations.NullMarked;
