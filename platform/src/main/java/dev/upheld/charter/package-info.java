/**
 * The charter: what a company promises, read from its workspace, checked, and turned into promises.
 * {@link dev.upheld.charter.Charters} is the door; the language is declared in {@code language},
 * the promise family stands in {@code promise}.
 */
@NullMarked
package dev.upheld.charter;

import org.jspecify.annotations.NullMarked;
