/** Tests of requests. */
@NullMarked
package dev.upheld.duty.request.paper;

import org.jspecify.annotations.NullMarked;
