/** Tests of beginning a workspace from another company's. */
@NullMarked
package dev.upheld.datamap.adopt;

import org.jspecify.annotations.NullMarked;
