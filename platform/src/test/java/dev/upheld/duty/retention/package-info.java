/** Tests of the retention duty. */
@NullMarked
package dev.upheld.duty.retention;

import org.jspecify.annotations.NullMarked;
