package dev.upheld.duty.request.paper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of file that are taken, by their first bytes; a name tells nothing. */
enum FileKind {
  GIF("gif", "GIF8[79]a"),
  JPEG("jpeg", "\\xFF\\xD8\\xFF"),
  PNG("png", "\\x89PNG\\r\\n\\x1A\\n"),
  PDF("pdf", "%PDF-");

  private static final int LONGEST = 8;

  private final String format;
  private final Pattern beginning;

  /**
   * @param beginning a character for each byte
   */
  FileKind(String format, String beginning) {
    this.format = format;
    this.beginning = Pattern.compile(beginning);
  }

  /** As the reader of the platform is called. */
  String format() {
    return format;
  }

  /** The kind of a file; empty for everything else. */
  static Optional<FileKind> of(byte[] file) {
    int some = Math.min(LONGEST, file.length);
    String begins = new String(file, 0, some, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(kind -> kind.beginning.matcher(begins).lookingAt())
        .findFirst();
  }
}
