/** Tests of partners' files. */
@NullMarked
package dev.upheld.datamap.partner;

import org.jspecify.annotations.NullMarked;
