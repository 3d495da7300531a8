/** The duty that what must be stated is stated, with the documents that belong to it. */
@NullMarked
package dev.upheld.duty.notice;

import org.jspecify.annotations.NullMarked;
