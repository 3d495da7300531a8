/** Tests of the safeguard duty. */
@NullMarked
package dev.upheld.duty.safeguard;

import org.jspecify.annotations.NullMarked;
