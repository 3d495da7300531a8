/** Tests of the charter: the demo company, bad fixtures, hostile files. */
@NullMarked
package dev.upheld.charter;

import org.jspecify.annotations.NullMarked;
