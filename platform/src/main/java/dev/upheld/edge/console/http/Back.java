package dev.upheld.edge.console.http;

/** Paths that came with a request and may be followed: only our own. */
public final class Back {
  private static final int LONGEST = 2_000;

  private Back() {}

  /**
   * The path itself when it stays here; {@code /} for anything else: another host, another scheme,
   * what some browser reads as one ({@code //evil}, {@code /\evil}), control characters.
   */
  public static String safe(String path) {
    boolean own =
        path.length() <= LONGEST
            && path.startsWith("/")
            && !path.startsWith("//")
            && path.indexOf('\\') < 0
            && path.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return own ? path : "/";
  }
}
