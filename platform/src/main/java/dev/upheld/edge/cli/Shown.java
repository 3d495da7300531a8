package dev.upheld.edge.cli;

import dev.upheld.kernel.Location;
import java.nio.file.Path;

/** Turns places inside a workspace into paths from where the user stands. */
final class Shown {

  private Shown() {}

  static Location from(Path folder, Path workspace, Location at) {
    Path file = workspace.resolve(at.file()).normalize();
    Path seen = file.startsWith(folder) ? folder.relativize(file) : file;
    return new Location(seen.toString(), at.line(), at.column());
  }
}
