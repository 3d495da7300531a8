package dev.upheld.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A line of an export that holds an entry. Read from its end, where everything but the number's
 * length is fixed: {@code ...,"previous":"HASH","sequence":N},"hash":"HASH"}}.
 *
 * @param sequence the place that the entry names
 * @param previous the hash that it names for the entry before
 * @param hash the hash that the line gives it
 * @param end where the bytes of the entry end, without
 */
record EntryLine(long sequence, Hash previous, Hash hash, int end) {
  private static final byte[] BEGIN = ascii("{\"entry\":");
  private static final byte[] HASH = ascii(",\"hash\":\"");
  private static final byte[] CLOSE = ascii("\"}");
  private static final byte[] SEQUENCE = ascii("\",\"sequence\":");
  private static final byte[] PREVIOUS = ascii(",\"previous\":\"");
  private static final byte[] FORM = ascii(",\"form\":1,\"kind\":\"");
  private static final int HEX = 2 * Hash.BYTES;
  private static final int MOST_DIGITS = 16;

  /** Where the bytes of the entry begin. */
  static final int START = BEGIN.length;

  static boolean begins(byte[] line, int length) {
    return length > START && Arrays.equals(line, 0, START, BEGIN, 0, START);
  }

  /** Empty when the line is not exactly what an export writes. */
  static Optional<EntryLine> parse(byte[] line, int length) {
    int hashAt = length - CLOSE.length - HEX;
    int end = hashAt - HASH.length;
    if (end <= START
        || !isAt(line, hashAt + HEX, CLOSE)
        || !isAt(line, end, HASH)
        || line[end - 1] != '}') {
      return Optional.empty();
    }
    int digits = end - 1;
    while (digits > START && isDigit(line[digits - 1])) {
      digits--;
    }
    int previousAt = digits - SEQUENCE.length - HEX;
    if (end - 1 - digits > MOST_DIGITS
        || end - 1 == digits
        || line[digits] == '0'
        || previousAt - PREVIOUS.length <= START
        || !isAt(line, previousAt + HEX, SEQUENCE)
        || !isAt(line, previousAt - PREVIOUS.length, PREVIOUS)
        || !hasForm(line, previousAt - PREVIOUS.length)) {
      return Optional.empty();
    }
    byte[] previous = new byte[Hash.BYTES];
    byte[] hash = new byte[Hash.BYTES];
    return hex(line, previousAt, previous) && hex(line, hashAt, hash)
        ? Optional.of(
            new EntryLine(number(line, digits, end - 1), Hash.of(previous), Hash.of(hash), end))
        : Optional.empty();
  }

  /** The kind stands between the form and the previous hash, and holds no quote. */
  private static boolean hasForm(byte[] line, int kindEnd) {
    int at = kindEnd - 2;
    while (at > START && line[at] != '"') {
      at--;
    }
    int form = at + 1 - FORM.length;
    return line[kindEnd - 1] == '"' && form > START && isAt(line, form, FORM);
  }

  private static boolean isAt(byte[] line, int at, byte[] text) {
    return Arrays.equals(line, at, at + text.length, text, 0, text.length);
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private static long number(byte[] line, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + line[i] - '0';
    }
    return number;
  }

  /** Small letters only: one way to write each hash. */
  private static boolean hex(byte[] line, int from, byte[] to) {
    for (int i = 0; i < to.length; i++) {
      int high = digit(line[from + 2 * i]);
      int low = digit(line[from + 2 * i + 1]);
      if (high < 0 || low < 0) {
        return false;
      }
      to[i] = (byte) (high << 4 | low);
    }
    return true;
  }

  private static int digit(byte letter) {
    if (isDigit(letter)) {
      return letter - '0';
    }
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
