package dev.upheld.app.serve;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mailbox that tells a mail that was sent again by its id, as mail programs do. */
final class MailsTaken implements AutoCloseable {
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?m)^(-|[A-Z][a-z ]+) \\u2192 ([A-Z][a-z ]+)\\R[^\\n]*\\R[^\\n]*\\R\\S+/promises/(\\S+)");

  private final GreenMail greenMail = new GreenMail(ServerSetup.SMTP.dynamicPort());

  MailsTaken() {
    greenMail.start();
  }

  String port() {
    return String.valueOf(greenMail.getSmtp().getPort());
  }

  private Map<String, String> byId() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (MimeMessage mail : greenMail.getReceivedMessages()) {
      try {
        texts.put(mail.getMessageID(), RunningServer.text(mail));
      } catch (MessagingException e) {
        throw new AssertionError(e);
      }
    }
    return texts;
  }

  /** What was told: the promise, and its verdict before and after. */
  List<String> changes() {
    List<String> changes = new ArrayList<>();
    for (String text : byId().values()) {
      Matcher found = CHANGE.matcher(text);
      while (found.find()) {
        changes.add(found.group(3) + " " + verdict(found, 1) + " " + verdict(found, 2));
      }
    }
    return changes;
  }

  /** As the journal has it, from the words of the mail. */
  private static String verdict(Matcher found, int group) {
    return found.group(group).toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  String summary() {
    return byId().size() + " mails, taken " + greenMail.getReceivedMessages().length + " times";
  }

  @Override
  public void close() {
    greenMail.stop();
  }
}
