/** Tests of verdicts, exit codes and digests. */
@NullMarked
package dev.upheld.verdict;

import org.jspecify.annotations.NullMarked;
