/**
 * Mail: queued in the caller's transaction, sent by a worker, proved by what the mail server
 * answered. Addresses and texts are sealed in the outbox, erased when sent, and never logged.
 */
@NullMarked
package dev.upheld.mail;

import org.jspecify.annotations.NullMarked;
