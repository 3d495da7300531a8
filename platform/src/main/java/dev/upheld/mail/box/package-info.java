/**
 * A mailbox that strangers write to, read over IMAP: unread mails, a bounded piece of each, made
 * into plain text whatever they hold. Nothing of a mail is logged.
 */
@NullMarked
package dev.upheld.mail.box;

import org.jspecify.annotations.NullMarked;
