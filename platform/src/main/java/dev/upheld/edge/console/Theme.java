package dev.upheld.edge.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Light or dark, or as the device prefers. */
public enum Theme {
  AUTO,
  LIGHT,
  DARK;

  /** The word in pages and forms: {@code auto}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme of a word; empty when there is none. */
  public static Optional<Theme> ofWord(String word) {
    return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
  }
}
