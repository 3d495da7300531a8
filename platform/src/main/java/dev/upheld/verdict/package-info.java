/**
 * From evidence to verdict: pure functions of promise digest, evidence and now. Nothing here asks a
 * system or keeps state.
 */
@NullMarked
package dev.upheld.verdict;

import org.jspecify.annotations.NullMarked;
