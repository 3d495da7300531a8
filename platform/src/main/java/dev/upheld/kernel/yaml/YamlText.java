package dev.upheld.kernel.yaml;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** From bytes to text that the YAML scanner will accept, with the place of what it would not. */
final class YamlText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String SAVE_AS_UTF8 = "Save the file as UTF-8.";

  private YamlText() {}

  /**
   * Decodes UTF-8, with or without a byte order mark, which is dropped.
   *
   * @throws ProblemException at the first byte that is not UTF-8 or the first forbidden character
   */
  static String decode(String file, byte[] bytes) {
    refuseOtherUnicode(file, bytes);
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult end =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), chars, true);
    String text = withoutMark(chars.flip().toString());
    if (end.isError()) {
      throw new ProblemException(
          Problem.at(
              placeAfter(file, text, text.length()),
              YamlCode.ENCODING,
              "Here stands a byte that is not UTF-8.",
              SAVE_AS_UTF8));
    }
    refuseForbidden(file, text);
    return text;
  }

  /**
   * Whether YAML allows this character in a file. Half surrogates, NUL and other control characters
   * are not text: databases refuse them and terminals obey them.
   */
  static boolean isAllowed(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || codePoint == 0x85
        || (codePoint >= 0x20 && codePoint <= 0x7E)
        || (codePoint >= 0xA0 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }

  /** The text as it may stand in a message: short, on one line, in quotes. */
  static String quote(String text) {
    StringBuilder clean = new StringBuilder("\"");
    text.codePoints()
        .limit(60)
        .map(c -> isAllowed(c) && !Character.isISOControl(c) ? c : '\uFFFD')
        .forEach(clean::appendCodePoint);
    return clean.append(text.codePointCount(0, text.length()) > 60 ? "…\"" : "\"").toString();
  }

  private static void refuseOtherUnicode(String file, byte[] bytes) {
    int first = at(bytes, 0);
    int second = at(bytes, 1);
    boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    // a text starts with an ASCII character, which the wider encodings fill up with zeros
    if (marked || first == 0 || second == 0) {
      throw new ProblemException(
          Problem.at(
              Location.wholeFile(file),
              YamlCode.ENCODING,
              "The file is written in UTF-16 or UTF-32.",
              SAVE_AS_UTF8));
    }
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static void refuseForbidden(String file, String text) {
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (!isAllowed(codePoint)) {
        throw new ProblemException(
            Problem.at(
                placeAfter(file, text, i),
                YamlCode.CHARACTER,
                "Here stands the control character %s.".formatted(name(codePoint)),
                "Remove it; check that the file is text."));
      }
      i += Character.charCount(codePoint);
    }
  }

  static String name(int codePoint) {
    return "U+%04X".formatted(codePoint);
  }

  /** Counts like the scanner: a line ends with CR LF, LF or CR; a column is a code point. */
  private static Location placeAfter(String file, String text, int end) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean half = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !half) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Location(file, line, text.codePointCount(lineStart, end) + 1);
  }
}
