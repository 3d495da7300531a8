package dev.upheld.mail.box;

import java.time.Instant;

/**
 * A mail as plain text. All of it was written by a stranger; characters that control how text is
 * shown are gone.
 *
 * @param id as its sender's program names it; empty when it has none
 * @param name of the sender, as they say; may be empty
 * @param email of the sender, as they say; empty when it is no address
 * @param text what it says, up to {@link MailText#LONGEST} characters
 * @param attachments files that stay in the mailbox, as far as the mail was read
 * @param cut whether there is more than was read, or something that cannot be read
 * @param automatic whether a program sent it: an answer of an absent person, a bounce, a list
 * @param received when it came into the mailbox
 */
public record Arrived(
    String id,
    String name,
    String email,
    String subject,
    String text,
    int attachments,
    boolean cut,
    boolean automatic,
    Instant received) {

  @Override
  public String toString() {
    return "Arrived";
  }
}
