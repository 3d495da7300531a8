package dev.upheld.discover;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data map of one system, as a file. */
record MapFile(Workspace workspace, String system) {

  /** As places in it are shown. */
  String name() {
    return "datamap/" + system + ".yaml";
  }

  private Path path() {
    return workspace.root().resolve("datamap").resolve(system + ".yaml");
  }

  /** Its text; empty when there is none. */
  String text() {
    try {
      return Files.exists(path()) ? Files.readString(path()) : "";
    } catch (IOException e) {
      throw problem(
          DiscoverProblem.CANNOT_EDIT,
          "The data map cannot be read.",
          "Check that this account may read it.");
    }
  }

  /**
   * Writes it as a whole.
   *
   * @param before what it must still read
   * @throws ProblemException when the file changed since it was read, or cannot be written
   */
  void write(String before, String after) {
    if (!text().equals(before)) {
      throw problem(
          DiscoverProblem.CHANGED_MEANWHILE,
          "The data map was changed while the proposal was worked out.",
          "Run the command again; nothing was written.");
    }
    try {
      Files.createDirectories(path().getParent());
      WholeFile.write(path(), after);
    } catch (IOException e) {
      throw problem(
          DiscoverProblem.CANNOT_WRITE,
          "The data map cannot be written.",
          "Check that this account may write it and that the disk has room.");
    }
  }

  private ProblemException problem(DiscoverProblem code, String what, String mend) {
    return new ProblemException(Problem.at(Location.wholeFile(name()), code, what, mend));
  }
}
