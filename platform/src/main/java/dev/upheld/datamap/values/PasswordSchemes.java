package dev.upheld.datamap.values;

import dev.upheld.datamap.values.PasswordHash.Found;
import dev.upheld.datamap.values.PasswordHash.Strength;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code {scheme}rest}, as LDAP directories (RFC 2307), Dovecot and Spring Security's delegating
 * encoder write it.
 */
final class PasswordSchemes {
  private static final Pattern CLASSIC_CRYPT = Pattern.compile("[./A-Za-z0-9]{13}");
  private static final Pattern LONG_HEX = Pattern.compile("\\p{XDigit}{48,1000}");
  private static final Pattern ITERATED =
      Pattern.compile("(\\d{1,9})\\$[^$\\s]{8,256}\\$[A-Za-z0-9+/._=-]{20,512}");
  private static final Pattern DOVECOT =
      Pattern.compile("\\$1\\$[^$\\s]{8,256}\\$(\\d{1,9})\\$\\p{XDigit}{40,512}");
  private static final Pattern SPRING_SALT = Pattern.compile("\\{[^}]{1,256}}\\p{XDigit}{32,128}");
  private static final Pattern DIGEST =
      Pattern.compile("(?:\\p{XDigit}{32,128}|[A-Za-z0-9+/]{20,88}={0,2})");
  private static final Pattern SUFFIX = Pattern.compile("@.*|\\.(?:hex|b64)$");

  private PasswordSchemes() {}

  static Optional<Found> recognise(String written, String rest) {
    String scheme = SUFFIX.matcher(written.toLowerCase(Locale.ROOT)).replaceFirst("");
    return switch (scheme) {
      case "crypt", "ldap" ->
          CLASSIC_CRYPT.matcher(rest).matches()
              ? found(Strength.FAST_SALTED, "des-crypt")
              : PasswordHash.nested(rest);
      case "bcrypt",
          "blf-crypt",
          "argon2",
          "argon2i",
          "argon2id",
          "scrypt",
          "sha256-crypt",
          "sha512-crypt",
          "md5-crypt" ->
          PasswordFormats.recognise(rest);
      case "pbkdf2", "pbkdf2-sha1", "pbkdf2-sha256", "pbkdf2-sha512" -> pbkdf2(rest);
      case "pkcs5s2" ->
          decoded(rest) >= 48 ? found(Strength.SLOW_SALTED, "pbkdf2") : Optional.empty();
      case "smd5" -> salted(rest, 16, "salted-md5");
      case "ssha" -> salted(rest, 20, "salted-sha");
      case "ssha256" -> salted(rest, 32, "salted-sha");
      case "ssha512" -> salted(rest, 64, "salted-sha");
      case "md4",
          "md5",
          "plain-md5",
          "ldap-md5",
          "sha",
          "sha1",
          "sha-1",
          "sha224",
          "sha256",
          "sha-256",
          "sha384",
          "sha-384",
          "sha512",
          "sha-512" ->
          digest(scheme, rest);
      default -> Optional.empty();
    };
  }

  private static Optional<Found> found(Strength strength, String format) {
    return Optional.of(new Found(strength, format));
  }

  /** Spring writes salt and hash as one run; OpenLDAP and Dovecot write the count as well. */
  private static Optional<Found> pbkdf2(String rest) {
    for (Pattern shape : new Pattern[] {ITERATED, DOVECOT}) {
      Matcher counted = shape.matcher(rest);
      if (counted.matches()) {
        long iterations = Long.parseLong(counted.group(1));
        return found(PasswordFormats.ofIterations(iterations), "pbkdf2");
      }
    }
    boolean run = LONG_HEX.matcher(rest).matches() || decoded(rest) >= 28;
    return run ? found(Strength.SLOW_SALTED, "pbkdf2") : PasswordFormats.recognise(rest);
  }

  /** Whatever follows the digest is the salt. */
  private static Optional<Found> salted(String rest, int digest, String format) {
    int length = LONG_HEX.matcher(rest).matches() ? rest.length() / 2 : decoded(rest);
    if (length < digest) {
      return Optional.empty();
    }
    return found(length == digest ? Strength.UNSALTED : Strength.FAST_SALTED, format);
  }

  /** Spring's old encoders put a salt in braces, or eight bytes of it in front of SHA-256. */
  private static Optional<Found> digest(String scheme, String rest) {
    boolean standard = scheme.equals("sha256") && rest.length() == 80;
    if (SPRING_SALT.matcher(rest).matches() || (standard && LONG_HEX.matcher(rest).matches())) {
      return found(Strength.FAST_SALTED, "salted-digest");
    }
    return DIGEST.matcher(rest).matches()
        ? found(Strength.UNSALTED, "bare-digest")
        : Optional.empty();
  }

  /** Bytes that Base64 text stands for; 0 when it is not Base64. */
  private static int decoded(String text) {
    try {
      return Base64.getDecoder().decode(text).length;
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }
}
