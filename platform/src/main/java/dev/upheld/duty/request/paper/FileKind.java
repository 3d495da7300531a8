package dev.upheld.duty.request.paper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that are taken, by their first bytes; a name tells nothing. */
enum FileKind {
  GIF("gif", ascii("GIF87a"), ascii("GIF89a")),
  JPEG("jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
  PNG("png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
  PDF("pdf", ascii("%PDF-"));

  private final String format;
  private final byte[][] beginnings;

  FileKind(String format, byte[]... beginnings) {
    this.format = format;
    this.beginnings = beginnings;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** As the reader of the platform is called. */
  String format() {
    return format;
  }

  /** The kind of a file; empty for everything else. */
  static Optional<FileKind> of(byte[] file) {
    return Arrays.stream(values())
        .filter(kind -> Arrays.stream(kind.beginnings).anyMatch(b -> begins(file, b)))
        .findFirst();
  }

  private static boolean begins(byte[] file, byte[] with) {
    return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
  }
}
