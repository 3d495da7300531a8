package dev.upheld.datamap.values;

import dev.upheld.datamap.values.PasswordHash.Found;
import dev.upheld.datamap.values.PasswordHash.Strength;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formats that name their own algorithm: crypt(5) of the Unix family, PHC strings, and those of
 * Django, passlib, Werkzeug, Spring, ASP.NET, WordPress, Drupal, PostgreSQL and Keycloak.
 */
final class PasswordFormats {
  /** RFC 8018 section 4.2: a thousand iterations at the least. Fewer are salted, but quick. */
  private static final int FEWEST_ITERATIONS = 1000;

  /** Below N = 2^10 scrypt costs next to nothing. */
  private static final int SMALLEST_SCRYPT = 10;

  private static final String B64 = "[A-Za-z0-9+/._=-]";
  private static final String CRYPT64 = "[./A-Za-z0-9]";

  private record Format(String name, Pattern shape, Function<Matcher, Optional<Strength>> judge) {
    Optional<Found> match(String text) {
      Matcher matcher = shape.matcher(text);
      return matcher.matches()
          ? judge.apply(matcher).map(strength -> new Found(strength, name))
          : Optional.empty();
    }
  }

  private static final List<Format> FORMATS =
      List.of(
          format("bcrypt", bcrypt(""), PasswordFormats::bcrypt),
          format("bcrypt", "bcrypt(?:_sha256)?\\$" + bcrypt(""), PasswordFormats::bcrypt),
          format("bcrypt", "\\$wp" + bcrypt(""), PasswordFormats::bcrypt),
          format(
              "bcrypt",
              "\\$bcrypt-sha256\\$(?:v=2,t=)?2[aby],(?:r=)?(\\d{1,2})\\$"
                  + CRYPT64
                  + "{22}\\$"
                  + CRYPT64
                  + "{31}",
              PasswordFormats::bcrypt),
          format(
              "argon2",
              "(?:argon2)?\\$argon2(?:id|i|d)\\$(?:v=(16|19)\\$)?m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})"
                  + "(?:,[a-z]+=[A-Za-z0-9+/]*)*+\\$[A-Za-z0-9+/]{11,128}={0,2}\\$[A-Za-z0-9+/]{22,512}={0,2}",
              PasswordFormats::argon2),
          format("pbkdf2", "pbkdf2_sha\\d{1,3}\\$(\\d{1,9})\\$" + salted("\\$"), iterated(1)),
          format(
              "pbkdf2", "\\$pbkdf2(?:-sha\\d{1,3})?\\$(\\d{1,9})\\$" + salted("\\$"), iterated(1)),
          format("pbkdf2", "pbkdf2:sha\\d{1,3}:(\\d{1,9})\\$" + salted("\\$"), iterated(1)),
          format(
              "pbkdf2",
              "grub\\.pbkdf2\\.sha512\\.(\\d{1,9})\\.\\p{XDigit}{16,}\\.\\p{XDigit}{32,}",
              iterated(1)),
          format(
              "scram",
              "SCRAM-SHA-\\d{1,3}\\$(\\d{1,9}):" + B64 + "{8,}\\$" + B64 + "{20,}:" + B64 + "{20,}",
              iterated(1)),
          format(
              "scrypt",
              "\\$scrypt\\$ln=(\\d{1,2}),r=\\d{1,9},p=\\d{1,9}\\$" + salted("\\$"),
              PasswordFormats::scryptLog),
          format(
              "scrypt",
              "scrypt:(\\d{1,9}):\\d{1,9}:\\d{1,9}\\$" + salted("\\$"),
              PasswordFormats::scryptCost),
          format(
              "scrypt",
              "scrypt\\$(\\d{1,9})\\$" + salt() + "\\$\\d{1,9}\\$\\d{1,9}\\$" + B64 + "{20,512}",
              PasswordFormats::scryptCost),
          format(
              "scrypt",
              "\\$(?:s0\\$)?(\\p{XDigit}{1,4})\\p{XDigit}{4}\\$" + salted("\\$"),
              PasswordFormats::scryptPacked),
          format(
              "scrypt",
              "\\$7\\$" + CRYPT64 + "{11}[^$]{1,128}\\$" + CRYPT64 + "{43}",
              always(Strength.SLOW_SALTED)),
          format(
              "yescrypt",
              "\\$g?y\\$" + CRYPT64 + "{2,32}\\$" + CRYPT64 + "{1,86}\\$" + CRYPT64 + "{43}",
              always(Strength.SLOW_SALTED)),
          format(
              "sha-crypt",
              "\\$5\\$(?:rounds=\\d{1,9}\\$)?([^$]{0,16})\\$" + CRYPT64 + "{43}",
              saltIn(Strength.SLOW_SALTED)),
          format(
              "sha-crypt",
              "\\$6\\$(?:rounds=\\d{1,9}\\$)?([^$]{0,16})\\$" + CRYPT64 + "{86}",
              saltIn(Strength.SLOW_SALTED)),
          format("sha-crypt", "(?s)\\$A\\$\\d{3}\\$.{63}", always(Strength.SLOW_SALTED)),
          format(
              "sha1-crypt",
              "\\$sha1\\$(\\d{1,9})\\$" + CRYPT64 + "{1,64}\\$" + CRYPT64 + "{28}",
              iterated(1)),
          format("drupal", "\\$S\\$" + CRYPT64 + "{52}", always(Strength.SLOW_SALTED)),
          format("phpass", "\\$[PH]\\$" + CRYPT64 + "{31}", always(Strength.FAST_SALTED)),
          format(
              "md5-crypt",
              "\\$(?:1|apr1)\\$([^$]{0,8})\\$" + CRYPT64 + "{22}",
              saltIn(Strength.FAST_SALTED)),
          format(
              "sun-md5",
              "\\$md5(?:,rounds=\\d{1,9})?\\$[^$]{1,64}\\$\\$?" + CRYPT64 + "{22}",
              always(Strength.FAST_SALTED)),
          // the secret_data of a credential: its method stands in another column, and is PBKDF2 or
          // Argon2; shorter values than theirs would be of something else
          format(
              "keycloak",
              "\\{\"value\":\"[A-Za-z0-9+/]{42,512}={0,2}\",\"salt\":\"[A-Za-z0-9+/]{22,512}={0,2}\""
                  + "(?:,\"additionalParameters\":\\{[^{}]{0,256}\\})?\\}",
              always(Strength.SLOW_SALTED)),
          format("nt-hash", "\\$3\\$\\$\\p{XDigit}{32}", always(Strength.UNSALTED)));

  private PasswordFormats() {}

  static Optional<Found> recognise(String text) {
    for (Format format : FORMATS) {
      Optional<Found> found = format.match(text);
      if (found.isPresent()) {
        return found;
      }
    }
    return aspNet(text);
  }

  /** A PBKDF2 iteration count in the text, for schemes that put the count elsewhere. */
  static Strength ofIterations(long iterations) {
    return iterations >= FEWEST_ITERATIONS ? Strength.SLOW_SALTED : Strength.FAST_SALTED;
  }

  private static Format format(
      String name, String shape, Function<Matcher, Optional<Strength>> judge) {
    return new Format(name, Pattern.compile(shape), judge);
  }

  private static String bcrypt(String mark) {
    return mark + "\\$2[abxy]\\$(\\d\\d)\\$" + CRYPT64 + "{53}";
  }

  private static String salt() {
    return "[^$\\s]{4,256}";
  }

  private static String salted(String separator) {
    return salt() + separator + B64 + "{20,512}";
  }

  private static Function<Matcher, Optional<Strength>> always(Strength strength) {
    return matcher -> Optional.of(strength);
  }

  private static Function<Matcher, Optional<Strength>> saltIn(Strength strength) {
    return matcher -> Optional.of(matcher.group(1).isEmpty() ? Strength.UNSALTED : strength);
  }

  private static Function<Matcher, Optional<Strength>> iterated(int group) {
    return matcher -> Optional.of(ofIterations(Long.parseLong(matcher.group(group))));
  }

  /** Costs outside of 4 to 31 do not exist, so such a text was not made by bcrypt. */
  private static Optional<Strength> bcrypt(Matcher matcher) {
    int cost = Integer.parseInt(matcher.group(1));
    return cost >= 4 && cost <= 31 ? Optional.of(Strength.SLOW_SALTED) : Optional.empty();
  }

  /** RFC 9106 section 3.1: at least one pass, one lane, and 8 KiB for each lane. */
  private static Optional<Strength> argon2(Matcher matcher) {
    long memory = Long.parseLong(matcher.group(2));
    long passes = Long.parseLong(matcher.group(3));
    long lanes = Long.parseLong(matcher.group(4));
    boolean possible = passes >= 1 && lanes >= 1 && memory >= 8 * lanes;
    return possible ? Optional.of(Strength.SLOW_SALTED) : Optional.empty();
  }

  private static Optional<Strength> scryptLog(Matcher matcher) {
    return Optional.of(ofScrypt(Integer.parseInt(matcher.group(1))));
  }

  private static Optional<Strength> scryptCost(Matcher matcher) {
    long cost = Long.parseLong(matcher.group(1));
    return Optional.of(ofScrypt(63 - Long.numberOfLeadingZeros(Math.max(cost, 1))));
  }

  /** Spring and its ancestor pack log2(N), r and p into one hexadecimal number. */
  private static Optional<Strength> scryptPacked(Matcher matcher) {
    return Optional.of(ofScrypt(Integer.parseInt(matcher.group(1), 16)));
  }

  private static Strength ofScrypt(int log2) {
    return log2 >= SMALLEST_SCRYPT ? Strength.SLOW_SALTED : Strength.FAST_SALTED;
  }

  /**
   * ASP.NET Identity: Base64 of a marker byte and, in version 3, algorithm, iterations and salt
   * length as big-endian numbers. Version 2 is always 1,000 iterations, 16 bytes of salt, 32 of
   * hash.
   */
  private static Optional<Found> aspNet(String text) {
    if (!text.startsWith("A") || text.length() < 60 || text.length() % 4 != 0) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes[0] == 0 && bytes.length == 49) {
      return Optional.of(new Found(Strength.SLOW_SALTED, "pbkdf2"));
    }
    return bytes[0] == 1
        ? aspNetVersion3(ByteBuffer.wrap(bytes, 1, bytes.length - 1))
        : Optional.empty();
  }

  private static Optional<Found> aspNetVersion3(ByteBuffer rest) {
    int algorithm = rest.getInt();
    int iterations = rest.getInt();
    int salt = rest.getInt();
    boolean sound =
        algorithm >= 0
            && algorithm <= 2
            && iterations > 0
            && salt >= 16
            && rest.remaining() - salt >= 16;
    return sound ? Optional.of(new Found(ofIterations(iterations), "pbkdf2")) : Optional.empty();
  }
}
