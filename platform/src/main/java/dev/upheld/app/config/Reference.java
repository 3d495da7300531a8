package dev.upheld.app.config;

import java.nio.file.Path;
import java.util.Optional;

/** Where a secret is; the configuration never holds one itself. */
public sealed interface Reference {

  /** In an environment variable. */
  record Variable(String name) implements Reference {}

  /** In a file, up to its last line end. */
  record SecretFile(Path path) implements Reference {}

  /** Reads {@code env:NAME} or {@code file:PATH}. */
  static Optional<Reference> parse(String text) {
    if (text.matches("env:[A-Za-z_][A-Za-z0-9_]*")) {
      return Optional.of(new Variable(text.substring(4)));
    }
    if (text.startsWith("file:") && text.length() > 5 && text.indexOf('\0') < 0) {
      return Optional.of(new SecretFile(Path.of(text.substring(5))));
    }
    return Optional.empty();
  }
}
