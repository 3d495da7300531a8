/** Tests of requests. */
@NullMarked
package dev.upheld.duty.request;

import org.jspecify.annotations.NullMarked;
