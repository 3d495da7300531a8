/** Tests of the law: every vector of the facts, properties of the arithmetic, and the packs. */
@NullMarked
package dev.upheld.law;

import org.jspecify.annotations.NullMarked;
