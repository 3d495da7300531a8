/**
 * Measures what was judged of a database against what a person said of it: a file of columns, each
 * with its category. Used by tests over schemas of the project and by {@code bench/score} over any.
 */
@NullMarked
package dev.upheld.testing.score;

import org.jspecify.annotations.NullMarked;
