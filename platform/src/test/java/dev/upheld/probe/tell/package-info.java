/** What leaves for webhooks and mailboxes, and what must never leave. */
@NullMarked
package dev.upheld.probe.tell;

import org.jspecify.annotations.NullMarked;
