/** Looks and tests of the review of data maps. */
@NullMarked
package dev.upheld.edge.console.review;

import org.jspecify.annotations.NullMarked;
