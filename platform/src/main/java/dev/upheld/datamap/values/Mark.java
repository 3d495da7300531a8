package dev.upheld.datamap.values;

import dev.upheld.datamap.values.CardNumber.Sighting;
import dev.upheld.datamap.values.EmailAddress.Span;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one value alone proves: shapes so strict that a column said to hold no personal data is
 * refuted by a single one of them, wherever it stands.
 */
public enum Mark {
  /** Somebody's mail address. */
  EMAIL("pd:EmailAddress", "a mail address", "mail addresses"),
  /** A bank account number with sound check digits. */
  IBAN("pd:BankAccount", "a bank account number", "bank account numbers"),
  /** A payment card number that no issuer publishes for tests. */
  CARD("pd:PaymentCardNumber", "a card number", "card numbers");

  /** Mailboxes of machines and desks, whatever follows: {@code no-reply+4f2@}. */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?|notifications?|alerts?|daemon"
              + "|automat(?:ic|ed)|system|robot|bot|cron|root|git|svn|hg|gitlab|github|jenkins|www-data|nobody"
              + "|postgres|mysql|mariadb|nagios|monitoring|webmaster|hostmaster|abuse)(?:[-_.+0-9].*)?"
              + "|(?:info|support|contact|admin|administrator|administration|sales|office|hello|help|helpdesk|billing"
              + "|accounts?|accounting|invoices?|newsletter|service|services|security|privacy|dpo|gdpr|rgpd|jobs"
              + "|careers|marketing|press|team|feedback|orders?|shop|legal|compliance|it|noc|ops|devops|dev|test|mail|email"
              + "|facturation|commercial|ventes|aide|assistance|accueil|bonjour|recrutement|kontakt|vertrieb|buchhaltung"
              + "|ventas|ayuda|soporte|vendite|assistenza|tuki|asiakaspalvelu)(?:[-_.+]?[0-9]{0,4}|[-_.+][a-z]{2,3})");

  /** What follows a sign and a name in file names, units and hosts, and is no domain of mail. */
  private static final Set<String> NO_DOMAIN =
      Set.of(
          "service",
          "socket",
          "timer",
          "target",
          "mount",
          "slice",
          "scope",
          "device",
          "path",
          "conf",
          "yaml",
          "yml",
          "toml",
          "xml",
          "txt",
          "log",
          "sql",
          "csv",
          "jar",
          "war",
          "class",
          "java",
          "ts",
          "tsx",
          "jsx",
          "mjs",
          "map",
          "tgz",
          "gz",
          "zip",
          "tar",
          "tmp",
          "bak",
          "lock",
          "beta",
          "alpha",
          "snapshot",
          "release",
          "rc",
          "ico",
          "bmp",
          "tiff",
          "pdf",
          "woff",
          "ttf");

  /** {@code 4.17.21-rc.one} and {@code v2.0.beta}: versions. */
  private static final Pattern VERSION = Pattern.compile("v?[0-9]+\\.[0-9].*");

  private static final Pattern MACHINE =
      Pattern.compile(
          "(?i)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=.*[a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})");
  private static final int LONG = 16;
  private static final int MANY_DIGITS = 6;

  private final String term;
  private final String one;
  private final String many;

  Mark(String term, String one, String many) {
    this.term = term;
    this.one = one;
    this.many = many;
  }

  /** Of the Data Privacy Vocabulary. */
  public String term() {
    return term;
  }

  /** What it is called: {@code a mail address}, {@code mail addresses}. */
  public String said(long n) {
    return n == 1 ? one : many;
  }

  /** The marks somewhere in a text of any length. */
  public static Set<Mark> in(String text) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    String plain = unescaped(text);
    if (EmailAddress.isIn(plain, span -> isSomebodys(plain, span))) {
      marks.add(EMAIL);
    }
    if (MACHINE.matcher(text.strip()).matches()) {
      return marks; // an identifier, in which chance makes numbers of every kind
    }
    if (Iban.isIn(text)) {
      marks.add(IBAN);
    }
    if (CardNumber.inText(text) == Sighting.REAL) {
      marks.add(CARD);
    }
    return marks;
  }

  /**
   * The marks in bytes that are text, or hold some. Of pictures and archives, where any few bytes
   * come up by chance, only longer runs of text are read.
   */
  public static Set<Mark> in(byte[] bytes) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    StringBuilder ascii = new StringBuilder(bytes.length);
    int strange = 0;
    for (byte b : bytes) {
      boolean printable = b >= ' ' && b < 0x7F;
      strange += printable || b == '\n' || b == '\r' || b == '\t' ? 0 : 1;
      ascii.append(printable ? (char) b : '\n');
    }
    boolean binary = strange * 4L > bytes.length;
    for (String run : ascii.toString().split("\n", -1)) {
      if ((!binary || run.length() >= LONG)
          && EmailAddress.isIn(run, span -> isSomebodys(run, span))) {
        marks.add(EMAIL);
        break;
      }
    }
    if (Iban.isIn(new String(bytes, StandardCharsets.UTF_8))) {
      marks.add(IBAN);
    }
    if (CardNumber.inBytes(bytes) == Sighting.REAL) {
      marks.add(CARD);
    }
    return marks;
  }

  /**
   * Whether a mailbox is a machine's or a desk's, and nobody's own.
   *
   * @param local what stands before the sign
   */
  public static boolean isRole(String local) {
    return ROLE.matcher(local.toLowerCase(Locale.ROOT)).matches();
  }

  /** The sign as links and JSON may write it. */
  private static String unescaped(String text) {
    String linked = text.contains("%40") ? text.replace("%40", "@") : text;
    return linked.contains("\\u0040") ? linked.replace("\\u0040", "@") : linked;
  }

  private static boolean isSomebodys(String text, Span span) {
    String whole = text.substring(span.from(), span.at());
    String local = whole.substring(1 + lastSign(whole)).toLowerCase(Locale.ROOT);
    String domain = text.substring(span.at() + 1, span.to()).toLowerCase(Locale.ROOT);
    return !local.isEmpty()
        && !isRole(local)
        && !NO_DOMAIN.contains(domain.substring(domain.lastIndexOf('.') + 1))
        && !VERSION.matcher(domain).matches()
        && !isSignIn(text, span.from())
        && !isMessage(text, span, local);
  }

  /** A key, a path or a quote before it is no part of it. */
  private static int lastSign(String local) {
    int last = -1;
    for (char sign : "/=?&|{}`!#$%*^~'".toCharArray()) {
      last = Math.max(last, local.lastIndexOf(sign));
    }
    return last;
  }

  /** {@code ssh://deploy@host} and {@code https://user:secret@host}: a sign-in to a machine. */
  private static boolean isSignIn(String text, int from) {
    int start = from;
    while (start > 0 && from - start < 256 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    String before = text.substring(start, from);
    int scheme = before.lastIndexOf("://");
    boolean within = scheme >= 0 && before.indexOf('/', scheme + 3) < 0;
    return within && before.indexOf('?', scheme) < 0 && before.indexOf('#', scheme) < 0;
  }

  /** {@code <20260102.104512.4711@host.example>}: the number of a message. */
  private static boolean isMessage(String text, Span span, String local) {
    boolean enclosed =
        span.from() > 0
            && text.charAt(span.from() - 1) == '<'
            && span.to() < text.length()
            && text.charAt(span.to()) == '>';
    long digits = local.chars().filter(Character::isDigit).count();
    return enclosed && local.length() >= LONG && digits >= MANY_DIGITS;
  }
}
