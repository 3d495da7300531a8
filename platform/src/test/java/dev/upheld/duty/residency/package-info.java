/** Tests of the residency duty. */
@NullMarked
package dev.upheld.duty.residency;

import org.jspecify.annotations.NullMarked;
