package dev.upheld.datamap.values;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is a value a password hash, and of what kind? Only formats that carry their own mark are
 * recognised; whatever is not recognised counts as the password itself.
 */
public final class PasswordHash {
  /** No format is longer; keeps hostile values cheap. */
  private static final int LONGEST = 1024;

  private static final int SHORTEST_MARKED = 13;

  private static final Set<String> NO_PASSWORD = Set.of("!", "!!", "!*", "*", "*LK*", "*NP*", "NP");
  private static final Pattern UNUSABLE = Pattern.compile("!\\w{40}");
  private static final Pattern SCHEME = Pattern.compile("(?s)\\{([\\w@.-]{1,40})}(.*)");
  private static final Found PLAIN = new Found(Strength.PLAIN, "unrecognised");

  private PasswordHash() {}

  /** How well a stored value guards the password, from best to worst. */
  public enum Strength {
    /**
     * No password at all: empty, or a mark that locks the account. Nothing is stored, so nothing is
     * stored in clear.
     */
    NONE,
    /** Salted and deliberately slow: what is meant by a password hash. */
    SLOW_SALTED,
    /** Salted, but quick to guess: not in clear, and yet doubtful. */
    FAST_SALTED,
    /** The same password gives the same value everywhere: breaks the promise. */
    UNSALTED,
    /** In clear, or in a form nobody knows: breaks the promise. */
    PLAIN
  }

  /**
   * What a value was found to be.
   *
   * @param format a word for people and figures, such as {@code bcrypt}; never part of the value
   */
  public record Found(Strength strength, String format) {}

  /** Judges a stored text; blanks around it (fixed-length columns) do not matter. */
  public static Found ofText(String stored) {
    if (stored.length() > LONGEST) {
      return PLAIN;
    }
    String text = stored.strip();
    if (text.isEmpty()) {
      return new Found(Strength.NONE, "empty");
    }
    if (NO_PASSWORD.contains(text) || UNUSABLE.matcher(text).matches()) {
      return new Found(Strength.NONE, "locked");
    }
    // a lock set in front of a hash keeps the hash
    String hash = text.startsWith("!") ? text.substring(text.startsWith("!!") ? 2 : 1) : text;
    return recognise(hash).orElse(PLAIN);
  }

  /**
   * Whether a text alone shows that it is a salted hash of a password. Only salted formats carry a
   * mark of their own; a bare digest may be a file's.
   */
  public static boolean isMarked(String text) {
    return text.length() >= SHORTEST_MARKED
        && (text.indexOf('$') >= 0 || text.startsWith("{"))
        && switch (ofText(text).strength()) {
          case SLOW_SALTED, FAST_SALTED -> true;
          case NONE, UNSALTED, PLAIN -> false;
        };
  }

  /** Judges bytes: UTF-8 text, or raw bytes, which carry no mark and are not recognised. */
  public static Found ofBytes(byte[] bytes) {
    try {
      return ofText(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return PLAIN;
    }
  }

  /** What a scheme in braces may wrap once more: {@code {ldap}{SSHA}...}, {@code {CRYPT}$6$...}. */
  static Optional<Found> nested(String rest) {
    Matcher scheme = SCHEME.matcher(rest);
    boolean again = scheme.matches() && !SCHEME.matcher(scheme.group(2)).matches();
    return again
        ? PasswordSchemes.recognise(scheme.group(1), scheme.group(2))
        : PasswordFormats.recognise(rest);
  }

  private static Optional<Found> recognise(String text) {
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.matches()) {
      return PasswordSchemes.recognise(scheme.group(1), scheme.group(2));
    }
    return PasswordFormats.recognise(text).or(() -> PasswordDigests.recognise(text));
  }
}
