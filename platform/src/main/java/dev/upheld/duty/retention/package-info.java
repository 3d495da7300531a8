/**
 * The duty that personal data is gone when its time is over: how a promised period becomes an exact
 * instant, how rows past it are counted, and what the counts mean.
 */
@NullMarked
package dev.upheld.duty.retention;

import org.jspecify.annotations.NullMarked;
