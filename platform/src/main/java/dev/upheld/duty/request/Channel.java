package dev.upheld.duty.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a request came. */
public enum Channel {
  /** The public pages. */
  WEB,
  /** A letter, typed in by a person. */
  LETTER,
  /** A mail to the officer, typed in by a person. */
  MAIL,
  /** A program of the company. */
  API;

  /** As tables and forms write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The channel of a word; empty when there is none. */
  public static Optional<Channel> ofWord(String word) {
    return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
  }
}
