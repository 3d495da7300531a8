package dev.upheld.mail.box;

import dev.upheld.mail.MailServer.Account;
import dev.upheld.mail.MailServer.Protection;

/**
 * Where a mailbox is.
 *
 * @param folder in which mails are looked for: {@code INBOX}
 */
public record MailboxServer(
    String host, int port, Protection protection, Account account, String folder) {}
