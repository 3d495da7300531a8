package dev.upheld.datamap.logs;

/** File names by {@code *} and {@code ?}; takes time in proportion to both lengths at worst. */
final class NamePattern {
  private NamePattern() {}

  static boolean fits(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int retry = 0;
    while (n < name.length()) {
      boolean more = p < pattern.length();
      if (more && pattern.charAt(p) == '*') {
        star = p;
        p++;
        retry = n;
      } else if (more && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        retry++;
        n = retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
