/** Jobs run once at a time, survive whoever ran them, and are given up aloud. */
@NullMarked
package dev.upheld.job;

import org.jspecify.annotations.NullMarked;
