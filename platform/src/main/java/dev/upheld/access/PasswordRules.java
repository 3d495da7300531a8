package dev.upheld.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which passwords are accepted: long, not among the commonest, not the person's own name; nothing
 * about kinds of characters (NIST SP 800-63B-4, section 3.1.1.2; OWASP ASVS 5.0, 6.2).
 */
public final class PasswordRules {
  /** In characters as a person counts them. */
  public static final int SHORTEST = 12;

  /** Long enough for any passphrase, short enough to hash. */
  public static final int LONGEST = 256;

  private static final int LEAST_DIFFERENT = 5;

  private final Set<String> common;

  private PasswordRules(Set<String> common) {
    this.common = common;
  }

  /** Why a password is refused. */
  public enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    /** Among the commonest, alone, repeated or with digits behind it. */
    COMMON,
    /** Too few different characters, or a row of neighbours. */
    SIMPLE,
    /** Contains the person's name or address, or the product's name and little else. */
    PERSONAL
  }

  /** The rules with the list that comes with Upheld. */
  public static PasswordRules usual() {
    try (InputStream in =
        Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"))) {
      return new PasswordRules(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(l -> !l.isBlank() && !l.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The form that is hashed and compared: the same password typed on another keyboard is the same
   * (Unicode NFKC).
   */
  static String canonical(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /**
   * What is wrong with a password; empty when it is accepted.
   *
   * @param own names and addresses of the person, as they are
   */
  public Optional<Weakness> weakness(String password, List<String> own) {
    String text = canonical(password);
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST) {
      return Optional.of(Weakness.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Weakness.TOO_LONG);
    }
    String plain = text.toLowerCase(Locale.ROOT);
    if (isCommon(plain)) {
      return Optional.of(Weakness.COMMON);
    }
    if (plain.codePoints().distinct().count() < LEAST_DIFFERENT || isRow(plain)) {
      return Optional.of(Weakness.SIMPLE);
    }
    return isPersonal(plain, own) ? Optional.of(Weakness.PERSONAL) : Optional.empty();
  }

  private boolean isCommon(String plain) {
    String core = plain.replaceAll("[^\\p{L}\\p{N}]+", "");
    String inside = plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return Stream.of(plain, core, unrepeated(core), inside, spelled(inside))
        .anyMatch(common::contains);
  }

  /** The signs people put in place of letters, back to letters. */
  private static String spelled(String text) {
    return text.replace('@', 'a')
        .replace('4', 'a')
        .replace('0', 'o')
        .replace('3', 'e')
        .replace('1', 'i')
        .replace('5', 's')
        .replace('$', 's');
  }

  /** {@code monkeymonkey} gives {@code monkey}. */
  private static String unrepeated(String text) {
    for (int size = 1; size <= text.length() / 2; size++) {
      if (text.length() % size == 0
          && text.equals(text.substring(0, size).repeat(text.length() / size))) {
        return text.substring(0, size);
      }
    }
    return text;
  }

  private static boolean isRow(String text) {
    int[] points = text.codePoints().toArray();
    int inRow = 0;
    for (int i = 1; i < points.length; i++) {
      int distance = points[i] - points[i - 1];
      if (Math.abs(distance) <= 1) {
        inRow++;
      }
    }
    return inRow * 4 >= (points.length - 1) * 3;
  }

  private static boolean isPersonal(String plain, List<String> own) {
    return own.stream()
        .flatMap(o -> List.of(o.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)).stream())
        .filter(word -> word.codePointCount(0, word.length()) >= 4)
        .anyMatch(word -> plain.contains(word) && plain.length() - word.length() < SHORTEST - 4);
  }
}
