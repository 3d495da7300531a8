package dev.upheld.datamap.values;

/** Undoes the escapes of strings in JSON. */
final class JsonEscapes {
  private JsonEscapes() {}

  /** The string that is meant; an escape that means nothing stays as it is. */
  static String undone(String raw) {
    int slash = raw.indexOf('\\');
    if (slash < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      if (c != '\\' || i + 1 == raw.length()) {
        out.append(c);
        i++;
      } else if (raw.charAt(i + 1) == 'u' && code(raw, i + 2) >= 0) {
        out.append((char) code(raw, i + 2));
        i += 6;
      } else {
        out.append(meant(raw.charAt(i + 1)));
        i += 2;
      }
    }
    return out.toString();
  }

  private static String meant(char c) {
    return switch (c) {
      case '"', '\\', '/' -> String.valueOf(c);
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      default -> "\\" + c;
    };
  }

  private static int code(String raw, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < raw.length() ? Character.digit(raw.charAt(i), 16) : -1;
      if (digit < 0 || raw.charAt(i) > 'f') {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
