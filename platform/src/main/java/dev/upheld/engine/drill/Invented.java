package dev.upheld.engine.drill;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Somebody who does not exist. Every text of theirs carries the token, which nothing else has;
 * addresses and numbers are from ranges that are set aside for examples (RFC 2606, RFC 2544).
 *
 * @param token of the person, {@code drill} and digits
 * @param aside of rows that are not the person's and only had to be there
 */
public record Invented(String token, String aside) {
  private static final String MAIL = "@example.com";

  /** Of addresses that no network uses: half of it says nothing more than the whole. */
  static final String ADDRESS = "198.18.0.0";

  /** Somebody new. */
  public static Invented by(RandomGenerator random) {
    return new Invented(word("drill", random), word("aside", random));
  }

  private static String word(String first, RandomGenerator random) {
    byte[] bytes = new byte[6];
    random.nextBytes(bytes);
    return first + random.nextInt(10) + HexFormat.of().formatHex(bytes);
  }

  /** Their mail address. */
  public String mail() {
    return token + MAIL;
  }

  /** A text of at most so many characters; the token's end where nothing longer fits. */
  String text(boolean person, int longest) {
    String word = person ? token : aside;
    String said = (person ? "Synthetic person " : "Synthetic row ") + word;
    if (said.length() <= longest) {
      return said;
    }
    return word.substring(Math.max(0, word.length() - longest));
  }

  /** The address, of at most so many characters. */
  String mail(boolean person, int longest) {
    String mail = (person ? token : aside) + MAIL;
    return mail.length() <= longest ? mail : text(person, longest);
  }
}
