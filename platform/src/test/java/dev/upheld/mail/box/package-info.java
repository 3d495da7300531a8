/** Mails of strangers, read from a mailbox. */
@NullMarked
package dev.upheld.mail.box;

import org.jspecify.annotations.NullMarked;
