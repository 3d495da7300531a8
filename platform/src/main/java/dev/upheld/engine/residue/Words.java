package dev.upheld.engine.residue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Takes a value apart into what could be an identifier: the whole of it, mail addresses, words with
 * a digit in them, long numbers however they are grouped. What everybody may be called is none: a
 * word of letters alone, and a number short of nine digits.
 */
final class Words {
  /** Longer than any identifier. */
  static final int LONGEST = 200;

  private static final int SHORTEST = 5;
  private static final int LONG_NUMBER = 9;
  private static final int LONGEST_NUMBER = 34;

  /** An IBAN with its blanks, and some; an address that is longer is found as one. */
  private static final int LONGEST_WHOLE = 64;

  /** How letters and digits of a word are counted together. */
  private static final int A_LETTER = 1;

  private static final int ONE_DIGIT = 2;

  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;

  /** Stands within a word: {@code _ -}. */
  private static final byte JOIN = 4;

  /** Stands within a longer word: {@code . : /}. */
  private static final byte MARK = 8;

  /** Stands within the local part of an address only. */
  private static final byte LOCAL = 16;

  /** Stands between groups of digits. */
  private static final byte GROUP = 32;

  private static final byte CAPITAL = 64;

  private static final byte WORD = LETTER | DIGIT | JOIN;

  private static final byte[] KINDS = kinds();

  private Words() {}

  /** Gets each; the bytes must not be kept. */
  interface Sink {
    void word(byte[] bytes, int from, int to);
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int c = 0; c < 256; c++) {
      if (c >= 0x80 || Character.isLetter(c)) {
        kinds[c] = LETTER;
      } else if (Character.isDigit(c)) {
        kinds[c] = DIGIT;
      }
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      kinds[c] = (byte) (kinds[c] | CAPITAL);
    }
    for (char c : "_-".toCharArray()) {
      kinds[c] = (byte) (JOIN | LOCAL);
    }
    for (char c : ".:/".toCharArray()) {
      kinds[c] = MARK;
    }
    for (char c : "+=/.'!#$&*?^`{|}~%".toCharArray()) {
      kinds[c] = (byte) (kinds[c] | LOCAL);
    }
    for (char c : " .-/()".toCharArray()) {
      kinds[c] = (byte) (kinds[c] | GROUP);
    }
    return kinds;
  }

  private static int kind(byte b) {
    return KINDS[b & 0xff];
  }

  /**
   * Letters made small and of one form, as before hashing. Changes the bytes it is given where it
   * can.
   *
   * @param text whether it is text for certain; of bytes only what could be text is evened out
   */
  static byte[] plain(byte[] value, boolean text) {
    for (int i = 0; i < value.length; i++) {
      byte b = value[i];
      if (b >= 'A' && b <= 'Z') {
        value[i] = (byte) (b | 0x20);
      } else if (b < 0) {
        int lead = b & 0xff;
        if (lead > 0xc3 && text) {
          return far(value);
        }
        if (lead == 0xc3 && i + 1 < value.length) {
          int next = value[i + 1] & 0xff;
          if (next >= 0x80 && next <= 0x9e && next != 0x97) {
            value[i + 1] = (byte) (next | 0x20);
          }
          i++;
        }
      }
    }
    return value;
  }

  /** Other letters than those of Western Europe. */
  private static byte[] far(byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Where the value begins and ends without blanks; of a value that is none, nothing. */
  static long bounds(byte[] value) {
    int from = 0;
    int to = value.length;
    while (from < to && value[from] >= 0 && value[from] <= ' ') {
      from++;
    }
    while (to > from && value[to - 1] >= 0 && value[to - 1] <= ' ') {
      to--;
    }
    return ((long) from << 32) | to;
  }

  /**
   * Everything in a value that could be an identifier, evened out as before hashing; some of it
   * twice. Changes the bytes it is given.
   *
   * @param text whether it is text for certain
   */
  static void visit(byte[] given, boolean text, Sink sink) {
    int all = 0;
    for (byte b : given) {
      all |= b;
    }
    byte[] value = all < 0 ? plain(given, text) : given;
    long bounds = bounds(value);
    int start = (int) (bounds >> 32);
    int end = (int) bounds;
    if (end - start < SHORTEST) {
      return;
    }
    if (scan(value, start, end, sink)) {
      numbers(value, start, end, sink);
    }
    if (end - start <= LONGEST_WHOLE) {
      whole(value, start, end, sink);
    }
  }

  /** Words and addresses; tells whether there may be a long number in groups as well. */
  private static boolean scan(byte[] value, int start, int end, Sink sink) {
    int word = -1;
    int wide = -1;
    int tell = 0;
    int tellWide = 0;
    int run = 0;
    boolean numbers = false;
    for (int i = start; i <= end; i++) {
      int kind = i < end ? kind(value[i]) : 0;
      if ((kind & WORD) != 0) {
        if (word < 0) {
          word = i;
          tell = 0;
          if (wide < 0) {
            wide = i;
            tellWide = 0;
          }
        }
        if ((kind & DIGIT) != 0) {
          tell += ONE_DIGIT;
          numbers |= ++run >= LONG_NUMBER;
        } else if ((kind & LETTER) != 0) {
          tell |= A_LETTER;
          run = 0;
          if ((kind & CAPITAL) != 0) {
            value[i] = (byte) (value[i] | 0x20);
          }
          while (i + 1 < end && KINDS[value[i + 1] & 0xff] == LETTER) {
            i++;
          }
        }
        continue;
      }
      if (word >= 0) {
        tellWide = (tellWide + (tell & ~A_LETTER)) | (tell & A_LETTER);
        if (tells(tell)) {
          word(value, word, i, sink);
        }
        word = -1;
      }
      if ((kind & MARK) == 0 && wide >= 0) {
        if (tells(tellWide)) {
          wide(value, wide, i, sink);
        }
        wide = -1;
      }
      if ((kind & GROUP) == 0) {
        run = 0;
      }
      if (i < end && (value[i] == '@' || value[i] == '%')) {
        address(value, i, start, end, sink);
      }
    }
    return numbers;
  }

  private static void word(byte[] value, int from, int to, Sink sink) {
    int a = from;
    int b = to;
    while (a < b && (kind(value[a]) & JOIN) != 0) {
      a++;
    }
    while (b > a && (kind(value[b - 1]) & JOIN) != 0) {
      b--;
    }
    if (b - a >= SHORTEST && b - a <= LONGEST) {
      sink.word(value, a, b);
    }
  }

  /** Only where it is more than one word. */
  private static void wide(byte[] value, int from, int to, Sink sink) {
    int a = from;
    int b = to;
    while (a < b && (kind(value[a]) & (JOIN | MARK)) != 0) {
      a++;
    }
    while (b > a && (kind(value[b - 1]) & (JOIN | MARK)) != 0) {
      b--;
    }
    if (b - a < SHORTEST || b - a > LONGEST) {
      return;
    }
    for (int i = a; i < b; i++) {
      if ((kind(value[i]) & MARK) != 0) {
        sink.word(value, a, b);
        return;
      }
    }
  }

  /** Whether it has a digit, and is no short number. */
  private static boolean tells(int told) {
    int digits = told / ONE_DIGIT;
    return digits >= LONG_NUMBER || (digits > 0 && (told & A_LETTER) != 0);
  }

  /** As it stands; and where it is written in groups, without the blanks as well. */
  private static void whole(byte[] value, int from, int to, Sink sink) {
    int told = 0;
    int blanks = 0;
    boolean grouped = true;
    for (int i = from; i < to; i++) {
      int kind = kind(value[i]);
      if ((kind & DIGIT) != 0) {
        told += ONE_DIGIT;
      } else if ((kind & LETTER) != 0) {
        told |= A_LETTER;
      } else if (value[i] == ' ') {
        blanks++;
      } else {
        grouped = false;
      }
    }
    if (tells(told)) {
      sink.word(value, from, to);
      if (grouped && blanks > 0) {
        sink.word(without(value, from, to, blanks), 0, to - from - blanks);
      }
    }
  }

  private static byte[] without(byte[] value, int from, int to, int blanks) {
    byte[] joined = new byte[to - from - blanks];
    int n = 0;
    for (int i = from; i < to; i++) {
      if (value[i] != ' ') {
        joined[n++] = value[i];
      }
    }
    return joined;
  }

  /** The address around an at sign, also where it is written as in a link. */
  private static void address(byte[] value, int at, int start, int end, Sink sink) {
    boolean linked = value[at] == '%';
    if (linked && (at + 2 >= end || value[at + 1] != '4' || value[at + 2] != '0')) {
      return;
    }
    int domain = at + (linked ? 3 : 1);
    int to = domain;
    while (to < end && to - at < LONGEST && isOfDomain(value[to])) {
      if ((kind(value[to]) & CAPITAL) != 0) {
        value[to] = (byte) (value[to] | 0x20);
      }
      to++;
    }
    while (to > domain && (kind(value[to - 1]) & (LETTER | DIGIT)) == 0) {
      to--;
    }
    int from = at;
    while (from > start && at - from < LONGEST && isLocal(value[from - 1])) {
      from--;
    }
    if (to == domain || from == at) {
      return;
    }
    byte[] bytes = linked ? joined(value, from, at, domain, to) : value;
    int shift = linked ? from : 0;
    int stop = linked ? bytes.length : to;
    for (int i = from; i < at; i++) {
      boolean begins = i == from || (kind(value[i - 1]) & (LETTER | DIGIT)) == 0;
      if (begins) {
        sink.word(bytes, i - shift, stop);
      }
    }
  }

  private static byte[] joined(byte[] value, int from, int at, int domain, int to) {
    byte[] bytes = new byte[at - from + 1 + to - domain];
    System.arraycopy(value, from, bytes, 0, at - from);
    bytes[at - from] = '@';
    System.arraycopy(value, domain, bytes, at - from + 1, to - domain);
    return bytes;
  }

  private static boolean isOfDomain(byte b) {
    return (kind(b) & (LETTER | DIGIT)) != 0 || b == '.' || b == '-';
  }

  private static boolean isLocal(byte b) {
    return (kind(b) & (LETTER | DIGIT | LOCAL)) != 0;
  }

  /** Long numbers written in groups: by their digits alone. */
  private static void numbers(byte[] value, int start, int end, Sink sink) {
    for (int i = start; i < end; i++) {
      if ((kind(value[i]) & DIGIT) == 0) {
        continue;
      }
      int to = i;
      int digits = 0;
      boolean grouped = i > start && value[i - 1] == '+';
      int last = i;
      while (to < end && to - last <= 3) {
        int kind = kind(value[to]);
        if ((kind & DIGIT) != 0) {
          digits++;
          grouped |= to - last > 1;
          last = to;
        } else if ((kind & GROUP) == 0) {
          break;
        }
        to++;
      }
      if (grouped && digits >= LONG_NUMBER && digits <= LONGEST_NUMBER) {
        digits(value, i, last + 1, digits, sink);
      }
      i = last;
    }
  }

  private static void digits(byte[] value, int from, int to, int digits, Sink sink) {
    byte[] bare = new byte[digits];
    int n = 0;
    for (int i = from; i < to; i++) {
      if ((kind(value[i]) & DIGIT) != 0) {
        bare[n++] = value[i];
      }
    }
    int skip = bare[0] == '0' && bare[1] == '0' ? 2 : 0;
    if (digits - skip >= LONG_NUMBER) {
      sink.word(bare, skip, digits);
    }
  }
}
