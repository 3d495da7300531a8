/**
 * A system in memory that answers every question truly, by looking at its rows one by one. Slow and
 * simple on purpose: judges can be tested against it without a server, and it says what a connector
 * should have said.
 */
@NullMarked
package dev.upheld.probe.memory;

import org.jspecify.annotations.NullMarked;
