/** Tests of proposals of data maps: texts that grow, and names nobody would choose. */
@NullMarked
package dev.upheld.discover;

import org.jspecify.annotations.NullMarked;
