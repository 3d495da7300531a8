package dev.upheld.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The texts of mails: a resource {@code NAME_LANGUAGE.txt}, the subject on the first line, then the
 * body, with {@code {name}} where a value goes.
 */
final class Templates {
  private static final Pattern HOLE = Pattern.compile("\\{([a-z-]+)}");
  private static final int LONGEST_SUBJECT = 200;

  private Templates() {}

  /** Fills a template. Line ends in values cannot make headers: the subject has none left. */
  static Letter write(Message message) {
    String text = text(message);
    int end = text.indexOf('\n');
    String subject = oneLine(fill(text.substring(0, end), message.with()));
    return new Letter(
        address(message.to()), subject, fill(text.substring(end + 1).strip(), message.with()));
  }

  private static String text(Message message) {
    String name = message.template() + "_" + message.language() + ".txt";
    boolean plain =
        message.template().matches("[a-z-]{1,40}") && message.language().matches("[a-z]{2}");
    try (InputStream in = plain ? Templates.class.getResourceAsStream(name) : null) {
      if (in == null) {
        throw MailProblem.TEMPLATE.because(
            "There is no mail text for this template and language.", "Please report it.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fill(String text, Map<String, String> with) {
    return HOLE.matcher(text).replaceAll(hole -> quoted(value(hole, with)));
  }

  private static String quoted(String value) {
    return java.util.regex.Matcher.quoteReplacement(value);
  }

  private static String value(MatchResult hole, Map<String, String> with) {
    String value = with.get(hole.group(1));
    if (value == null) {
      throw MailProblem.TEMPLATE.because(
          "The mail text wants a value called " + hole.group(1) + ".", "Please report it.");
    }
    return value;
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) : line;
  }

  /** Exactly one address, checked before anything is queued. */
  private static String address(String to) {
    if (!isAddress(to)) {
      throw MailProblem.ADDRESS.because(
          "The recipient is not one plain e-mail address.", "Correct the address.");
    }
    return to.strip();
  }

  static boolean isAddress(String to) {
    String plain = to.strip();
    if (plain.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == ',' || c == ';')
        || !plain.contains("@")) {
      return false;
    }
    try {
      InternetAddress[] all = InternetAddress.parse(plain, true);
      return all.length == 1 && plain.equals(all[0].getAddress());
    } catch (AddressException e) {
      return false; // the library's message holds the address
    }
  }
}
