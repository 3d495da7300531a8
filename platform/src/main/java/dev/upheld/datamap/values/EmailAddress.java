package dev.upheld.datamap.values;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Mail addresses as people and databases write them: a local part without blanks, a domain with a
 * dot. Not the whole of RFC 5322, on purpose: quoted local parts and address literals are not what
 * a table of customers holds.
 */
public final class EmailAddress {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;

  /** Endings of file names such as {@code logo@2x.png}, which no domain has. */
  private static final Set<String> FILES =
      Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "json", "html");

  private EmailAddress() {}

  /** Whether the whole text, blanks around it aside, is one address. */
  public static boolean isAddress(String text) {
    String bare = text.strip();
    int at = bare.indexOf('@');
    return at > 0
        && at == bare.lastIndexOf('@')
        && bare.length() <= LONGEST_LOCAL + 1 + LONGEST_DOMAIN
        && localStart(bare, at) == 0
        && domainEnd(bare, at) == bare.length();
  }

  /** Whether an address stands somewhere in the text, in time linear in it. */
  public static boolean isIn(String text) {
    return isIn(text, at -> true);
  }

  /**
   * Where an address stands in a text.
   *
   * @param from where its local part begins
   * @param at where its sign is
   * @param to behind its domain
   */
  record Span(int from, int at, int to) {}

  /** Whether an address that counts stands somewhere in the text, in time linear in it. */
  static boolean isIn(String text, Predicate<Span> counts) {
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int from = localStart(text, at);
      int to = domainEnd(text, at);
      if (from < at && to > at && counts.test(new Span(from, at, to))) {
        return true;
      }
    }
    return false;
  }

  private static int localStart(String text, int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0;
  }

  /** Where the domain after the sign ends; the sign itself when no domain follows. */
  private static int domainEnd(String text, int at) {
    int end = at + 1;
    int label = end;
    int labels = 0;
    while (end < text.length() && end - at <= LONGEST_DOMAIN && isDomain(text.charAt(end))) {
      if (text.charAt(end) == '.') {
        if (end == label || end + 1 == text.length() || !isDomain(text.charAt(end + 1))) {
          break; // a full stop after the address
        }
        label = end + 1;
        labels++;
      }
      end++;
    }
    String top = text.substring(label, Math.max(label, end));
    boolean sound = labels > 0 && top.length() >= 2 && isTop(top) && text.charAt(at + 1) != '.';
    return sound ? end : at;
  }

  private static boolean isDomain(char c) {
    return c == '.' || c == '-' || Character.isLetterOrDigit(c);
  }

  private static boolean isTop(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return !FILES.contains(lower)
        && (lower.startsWith("xn--") || lower.chars().allMatch(Character::isLetter));
  }
}
