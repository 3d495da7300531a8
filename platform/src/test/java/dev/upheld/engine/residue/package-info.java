/** Tests of the search for what is left. */
@NullMarked
package dev.upheld.engine.residue;

import org.jspecify.annotations.NullMarked;
