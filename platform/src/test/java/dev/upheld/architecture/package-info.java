/**
 * Holds the house to its rules: who may import whom, no cycles, Spring only at the edge, small
 * files and methods, documents that agree with the code. The packages under {@code bad} break the
 * rules on purpose; the tests want each of them reported.
 */
@NullMarked
package dev.upheld.architecture;

import org.jspecify.annotations.NullMarked;
