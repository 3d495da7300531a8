package dev.upheld.datamap.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files inside a workspace. */
final class Workfiles {
  private Workfiles() {}

  /**
   * Whether a path that lies inside by its name does so in truth: a symbolic link must not lead
   * out.
   *
   * @param file need not exist
   */
  static boolean staysInside(Path root, Path file) {
    try {
      return !Files.exists(file) || file.toRealPath().startsWith(root.toRealPath());
    } catch (IOException | SecurityException e) {
      return false;
    }
  }

  /** Whether there is a file with something in it, inside the workspace. */
  static boolean isPresent(Path root, String path) {
    try {
      Path file = root.resolve(path).normalize();
      return Files.isRegularFile(file) && Files.size(file) > 0 && staysInside(root, file);
    } catch (IOException | SecurityException e) {
      return false;
    }
  }
}
