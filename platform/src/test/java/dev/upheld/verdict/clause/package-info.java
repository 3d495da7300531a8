/** Tests of what clauses stand on. */
@NullMarked
package dev.upheld.verdict.clause;

import org.jspecify.annotations.NullMarked;
