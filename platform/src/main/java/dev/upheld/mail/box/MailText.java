package dev.upheld.mail.box;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes plain text of the beginning of a mail, whatever its sender put in. What cannot be read is
 * left out and said so; nothing of it makes this fail.
 */
final class MailText {
  /** Characters of text that are kept. */
  static final int LONGEST = 16_000;

  private static final int LONGEST_LINE = 200;

  /** What parses headers takes the square of their length. */
  private static final int LONGEST_HEADER = 2_000;

  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 200;
  private static final int MOST_TEXT_BYTES = 128 * 1024;
  private static final List<String> CODED = List.of("Content-Type", "Content-Disposition");
  private static final Set<String> CODINGS =
      Set.of("", "7bit", "8bit", "binary", "base64", "quoted-printable", "x-uuencode");
  private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");

  /** Invisible characters turn text around or hide it; line ends in a header forge another. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  private static final Pattern UNSEEN_IN_TEXT =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\n\\t]]");

  private final StringBuilder text = new StringBuilder();
  private int parts;
  private int attachments;
  private boolean cut;

  private MailText(boolean cut) {
    this.cut = cut;
  }

  /**
   * Reads it.
   *
   * @param more whether the mail goes on after these bytes
   */
  static Arrived read(byte[] mail, boolean more, Instant received) {
    MailText into = new MailText(more);
    try {
      MimeMessage mime =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
      into.part(mime, 0);
      return into.arrived(mime, received);
    } catch (MessagingException | RuntimeException e) {
      // whatever it is made of, somebody wrote: it is shown as a mail that must be looked at
      return new Arrived("", "", "", "", "", 0, true, false, received);
    }
  }

  private Arrived arrived(MimeMessage mime, Instant received) {
    Optional<InternetAddress> from = from(mime);
    String shown = tidy(text.toString());
    return new Arrived(
        line(header(mime, "Message-ID")),
        from.flatMap(f -> Optional.ofNullable(f.getPersonal())).map(MailText::line).orElse(""),
        from.map(InternetAddress::getAddress).map(MailText::line).orElse(""),
        line(decoded(header(mime, "Subject"))),
        shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown,
        attachments,
        cut || shown.length() > LONGEST,
        automatic(mime),
        received);
  }

  private static Optional<InternetAddress> from(MimeMessage mime) {
    try {
      return List.of(InternetAddress.parseHeader(header(mime, "From"), false)).stream().findFirst();
    } catch (MessagingException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The first of that name; empty when there is none. */
  private static String header(MimePart part, String name) {
    try {
      String[] all = part.getHeader(name);
      String first = all == null || all.length == 0 ? "" : all[0];
      return first.length() > LONGEST_HEADER ? first.substring(0, LONGEST_HEADER) : first;
    } catch (MessagingException e) {
      return "";
    }
  }

  private static String decoded(String raw) {
    String unfolded = MimeUtility.unfold(raw);
    return once(unfolded)
        .orElseGet(
            () ->
                Pattern.compile(" ")
                    .splitAsStream(unfolded)
                    .map(word -> once(word).orElse(word))
                    .collect(Collectors.joining(" ")));
  }

  /** Empty where a character set is not known. */
  private static Optional<String> once(String raw) {
    try {
      return Optional.of(MimeUtility.decodeText(raw));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String line(String raw) {
    String clean = UNSEEN.matcher(raw).replaceAll(" ").strip();
    return clean.length() > LONGEST_LINE ? clean.substring(0, LONGEST_LINE) : clean;
  }

  private static String tidy(String raw) {
    String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
    return UNSEEN_IN_TEXT.matcher(lines).replaceAll("").strip();
  }

  /** By what programs write of themselves (RFC 3834, RFC 2919, RFC 3462). */
  private static boolean automatic(MimeMessage mime) {
    String submitted = header(mime, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
    return (!submitted.isEmpty() && !submitted.startsWith("no"))
        || BULK.contains(header(mime, "Precedence").strip().toLowerCase(Locale.ROOT))
        || !header(mime, "List-Id").isBlank()
        || header(mime, "Return-Path").strip().equals("<>")
        || is(mime, "multipart/report");
  }

  private static boolean is(MimePart part, String type) {
    try {
      return part.isMimeType(type);
    } catch (MessagingException | RuntimeException e) {
      return false;
    }
  }

  /** Adds what a part says; anything that is no text of the mail itself counts as attachment. */
  private void part(MimePart part, int depth) {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      cut = true;
      return;
    }
    try {
      plain(part);
      if (is(part, "multipart/*")) {
        many(part, depth);
      } else if (isText(part)) {
        text.append(words(part)).append('\n');
      } else {
        attachments++;
      }
    } catch (MessagingException | RuntimeException e) {
      cut = true;
    }
  }

  /** Takes away what the library refuses or chokes on; the part is read without it. */
  private static void plain(MimePart part) throws MessagingException {
    for (String name : CODED) {
      if (header(part, name).length() >= LONGEST_HEADER) {
        part.removeHeader(name);
      }
    }
    String coding = header(part, "Content-Transfer-Encoding").strip().toLowerCase(Locale.ROOT);
    if (!CODINGS.contains(coding)) {
      part.setHeader("Content-Transfer-Encoding", "8bit");
    }
  }

  private void many(MimePart part, int depth) throws MessagingException {
    MimeMultipart all = new MimeMultipart(new MimePartDataSource(part));
    int count = all.getCount();
    if (is(part, "multipart/alternative")) {
      part(best(all, count), depth + 1);
      return;
    }
    for (int i = 0; i < count && parts <= MOST_PARTS; i++) {
      part((MimePart) all.getBodyPart(i), depth + 1);
    }
  }

  /** Of several ways to say the same the plain one, else the last, as the sender prefers. */
  private static MimePart best(MimeMultipart all, int count) throws MessagingException {
    for (int i = 0; i < Math.min(count, MOST_PARTS); i++) {
      MimePart one = (MimePart) all.getBodyPart(i);
      plain(one);
      if (is(one, "text/plain") && !words(one).isBlank()) {
        return one;
      }
    }
    return (MimePart) all.getBodyPart(count - 1);
  }

  private static boolean isText(MimePart part) throws MessagingException {
    boolean text = is(part, "text/plain") || is(part, "text/html");
    return text && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) && !named(part);
  }

  private static String disposition(MimePart part) throws MessagingException {
    return header(part, "Content-Disposition").split(";", 2)[0].strip();
  }

  private static boolean named(MimePart part) {
    return header(part, "Content-Disposition").toLowerCase(Locale.ROOT).contains("filename");
  }

  private static String words(MimePart part) throws MessagingException {
    String raw = new String(bytes(part), charset(part));
    return is(part, "text/html") ? HtmlText.of(raw) : raw;
  }

  /** As much as can be decoded. */
  private static byte[] bytes(MimePart part) throws MessagingException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[4096];
    try (InputStream in = part.getInputStream()) {
      for (int n = in.read(piece); n >= 0 && out.size() < MOST_TEXT_BYTES; n = in.read(piece)) {
        out.write(piece, 0, n);
      }
    } catch (IOException e) {
      // the coding is broken from here on; what came before may be all there is to say
    }
    return out.toByteArray();
  }

  private static Charset charset(MimePart part) {
    try {
      return Optional.ofNullable(new ContentType(part.getContentType()).getParameter("charset"))
          .map(MimeUtility::javaCharset)
          .map(Charset::forName)
          .filter(c -> !c.name().equals("US-ASCII"))
          .orElse(StandardCharsets.UTF_8);
    } catch (MessagingException | RuntimeException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
