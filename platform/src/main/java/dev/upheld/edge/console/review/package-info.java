/**
 * The review of data maps: what a machine proposed and what waits for a person, and what people
 * decide.
 */
@NullMarked
package dev.upheld.edge.console.review;

import org.jspecify.annotations.NullMarked;
