/** Tests of the notice duty. */
@NullMarked
package dev.upheld.duty.notice;

import org.jspecify.annotations.NullMarked;
