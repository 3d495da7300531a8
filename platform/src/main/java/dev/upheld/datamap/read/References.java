package dev.upheld.datamap.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the values come from that a workspace only refers to. Injected, so that a demo can lay its
 * own values over those of the machine and a test can do without it.
 */
public interface References {

  /** The environment variable; empty when it is not set. */
  Optional<String> variable(String name);

  /**
   * The text of a file, without the line end at its end.
   *
   * @param file absolute
   * @return empty when there is no such file, it cannot be read, or it is no short text
   */
  Optional<String> file(Path file);

  /** The environment and files of this machine. */
  static References machine() {
    return new Machine();
  }

  /** These variables first, the others as before. */
  default References overlaid(Map<String, String> variables) {
    Map<String, String> own = Map.copyOf(variables);
    References below = this;
    return new References() {
      @Override
      public Optional<String> variable(String name) {
        return Optional.ofNullable(own.get(name)).or(() -> below.variable(name));
      }

      @Override
      public Optional<String> file(Path file) {
        return below.file(file);
      }
    };
  }

  /** Environment and files of this machine. */
  final class Machine implements References {
    private static final int LONGEST = 64 * 1024;

    private Machine() {}

    @Override
    public Optional<String> variable(String name) {
      return Optional.ofNullable(System.getenv(name));
    }

    @Override
    public Optional<String> file(Path file) {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return bytes.length > LONGEST ? Optional.empty() : Optional.of(withoutLineEnd(text));
      } catch (IOException | SecurityException e) {
        return Optional.empty();
      }
    }

    private static String withoutLineEnd(String text) {
      String unixEnd = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
      return unixEnd.endsWith("\r") ? unixEnd.substring(0, unixEnd.length() - 1) : unixEnd;
    }
  }
}
