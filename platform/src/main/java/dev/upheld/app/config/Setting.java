package dev.upheld.app.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One setting of the server.
 *
 * @param key where it stands in the file: {@code listen.port}
 * @param usual the value when nothing is said, as it would be written; empty for none
 * @param kind what a value must be
 * @param meaning what it does, one or two sentences
 * @param <T> its type
 */
record Setting<T>(String key, String usual, Kind<T> kind, String meaning) {

  /**
   * What values a setting takes.
   *
   * @param wanted in words: "a port number"
   * @param read the value of a text; empty when the text is none
   */
  record Kind<T>(String wanted, Function<String, Optional<T>> read) {}

  /** The environment variable that says the same and wins over the file. */
  String variable() {
    return "UPHELD_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
