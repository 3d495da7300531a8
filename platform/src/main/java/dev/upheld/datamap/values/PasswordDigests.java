package dev.upheld.datamap.values;

import dev.upheld.datamap.values.PasswordHash.Found;
import dev.upheld.datamap.values.PasswordHash.Strength;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digests without a mark of their own, told by their length: with a salt beside them, or bare. */
final class PasswordDigests {
  private static final String DIGEST =
      "(?:\\p{XDigit}{32}|\\p{XDigit}{40}|\\p{XDigit}{56}|\\p{XDigit}{64}|\\p{XDigit}{96}|\\p{XDigit}{128})";
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:unsalted_)?(?:md5|sha-?1|sha-?224|sha-?256|sha-?384|sha-?512)[:$]+([^:$]{0,256})[:$]"
              + DIGEST);
  private static final Pattern NAMED_BARE =
      Pattern.compile("(?:md5|sha-?1|sha-?224|sha-?256|sha-?384|sha-?512)[:$]+" + DIGEST);
  private static final Pattern BEHIND = Pattern.compile(DIGEST + "[:$.|][^\\s]{1,256}");
  private static final Pattern BEFORE = Pattern.compile("[^\\s:$.|]{1,256}[:$.|]" + DIGEST);
  private static final Pattern POSTGRES = Pattern.compile("md5\\p{XDigit}{32}");
  private static final Pattern BARE = Pattern.compile(DIGEST + "|\\p{XDigit}{16}");
  private static final Pattern MYSQL = Pattern.compile("\\*[0-9A-Fa-f]{40}");
  private static final Pattern BARE_BASE64 =
      Pattern.compile(
          "[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{27}=|[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==");

  private PasswordDigests() {}

  static Optional<Found> recognise(String text) {
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      return named.group(1).isEmpty() ? unsalted() : salted();
    }
    if (NAMED_BARE.matcher(text).matches()
        || BARE.matcher(text).matches()
        || MYSQL.matcher(text).matches()
        || BARE_BASE64.matcher(text).matches()) {
      return unsalted();
    }
    // PostgreSQL's old format takes the user's name as the salt
    boolean beside =
        POSTGRES.matcher(text).matches()
            || BEHIND.matcher(text).matches()
            || BEFORE.matcher(text).matches();
    return beside ? salted() : Optional.empty();
  }

  private static Optional<Found> salted() {
    return Optional.of(new Found(Strength.FAST_SALTED, "salted-digest"));
  }

  private static Optional<Found> unsalted() {
    return Optional.of(new Found(Strength.UNSALTED, "bare-digest"));
  }
}
