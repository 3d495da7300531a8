/** Who may use Upheld: the rules alone, and then on a real store. */
@NullMarked
package dev.upheld.access;

import org.jspecify.annotations.NullMarked;
