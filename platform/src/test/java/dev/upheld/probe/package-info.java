/** Tests of the runner: what it asks, what it shares, and how it takes failures. */
@NullMarked
package dev.upheld.probe;

import org.jspecify.annotations.NullMarked;
