package dev.upheld.kernel.yaml;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlResult.Faulty;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads one YAML 1.2 document and keeps the place of every node. Whatever the bytes are, the answer
 * is a document or a list of problems; nothing is thrown, and time and memory are bounded by {@link
 * YamlLimits}. No tag is followed, no type is guessed, no variable is replaced.
 */
public final class YamlReader {
  private YamlReader() {}

  /**
   * Reads within the default limits.
   *
   * @param file the name to show in places; it is not opened
   */
  public static YamlResult read(String file, byte[] bytes) {
    return read(file, bytes, YamlLimits.DEFAULT);
  }

  /**
   * Reads bytes already at hand.
   *
   * @param file the name to show in places; it is not opened
   */
  public static YamlResult read(String file, byte[] bytes, YamlLimits limits) {
    if (bytes.length > limits.maxBytes()) {
      return new Faulty(List.of(tooLarge(file, limits)));
    }
    try {
      String text = YamlText.decode(file, bytes);
      return new YamlComposer(file, text, limits).compose();
    } catch (ProblemException e) {
      return new Faulty(e.problems());
    }
  }

  /**
   * Opens and reads a file; places show its path relative to {@code root} where it lies inside.
   *
   * @param root the folder a person thinks of as the workspace
   * @param file relative to {@code root}, or absolute
   */
  public static YamlResult read(Path root, Path file) {
    return read(root, file, YamlLimits.DEFAULT);
  }

  /** As {@link #read(Path, Path)}, within other limits. */
  public static YamlResult read(Path root, Path file, YamlLimits limits) {
    Path path = root.resolve(file);
    String shown = shown(root, path);
    if (!Files.exists(path)) {
      return faulty(
          shown, YamlCode.FILE_MISSING, "There is no such file.", "Create it or correct its name.");
    }
    if (!Files.isRegularFile(path)) {
      return faulty(shown, YamlCode.FILE_UNREADABLE, "This is not a file.", "Put a file here.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      // one byte more than allowed tells "too large" without trusting a size that may change
      return read(shown, in.readNBytes(limits.maxBytes() + 1), limits);
    } catch (IOException | SecurityException e) {
      return faulty(
          shown,
          YamlCode.FILE_UNREADABLE,
          "The file cannot be read.",
          "Check that this account may read it and that the disk is sound.");
    }
  }

  private static String shown(Path root, Path path) {
    Path from = root.toAbsolutePath().normalize();
    Path to = path.toAbsolutePath().normalize();
    String name = to.startsWith(from) ? from.relativize(to).toString() : path.toString();
    return name.replace('\\', '/');
  }

  private static YamlResult faulty(String file, YamlCode code, String what, String mend) {
    return new Faulty(List.of(Problem.at(Location.wholeFile(file), code, what, mend)));
  }

  private static Problem tooLarge(String file, YamlLimits limits) {
    return Problem.at(
        Location.wholeFile(file),
        YamlCode.FILE_TOO_LARGE,
        "The file is larger than " + limits.maxBytes() + " bytes.",
        "Split it, or check that it is the file you meant.");
  }
}
