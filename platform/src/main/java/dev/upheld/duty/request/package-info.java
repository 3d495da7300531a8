/**
 * The duty that whoever asks is answered: requests from the public pages, from letters and from
 * programs, who they come from, by when they must be answered, what was decided and why. What is
 * done in the systems for a request comes through {@link dev.upheld.duty.request.RequestWork}.
 */
@NullMarked
package dev.upheld.duty.request;

import org.jspecify.annotations.NullMarked;
