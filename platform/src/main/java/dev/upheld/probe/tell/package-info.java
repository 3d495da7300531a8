/**
 * Who is told when a promise breaks or mends: mail to whoever answers for it, and signed webhooks.
 * Queued in the transaction that records the change, sent afterwards, tried again until taken.
 */
@NullMarked
package dev.upheld.probe.tell;

import org.jspecify.annotations.NullMarked;
