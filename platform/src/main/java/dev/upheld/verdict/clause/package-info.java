/**
 * What each clause of a source policy stands on: the promises and findings that carry its id, and,
 * once they are judged, what came of them. Pure; knows charters and verdicts, no files.
 */
@NullMarked
package dev.upheld.verdict.clause;

import org.jspecify.annotations.NullMarked;
