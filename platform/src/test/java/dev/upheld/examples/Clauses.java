package dev.upheld.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The reviewed table of what keeps each clause of the five source policies, written by hand. A test
 * holds the charters against it, so that no charter decides by itself what its clauses are worth.
 */
final class Clauses {
  private static final Path TABLE =
      Path.of("src", "test", "resources", "dev", "upheld", "examples", "clauses.csv");

  private Clauses() {}

  /**
   * One thing that a clause must stand on.
   *
   * @param kind of promise, or the code of a finding
   * @param way {@code probe}, {@code act}, {@code attest}, or {@code finding}
   * @param duty empty for findings
   */
  record Line(String clause, String example, String kind, String way, String duty) {
    boolean isFinding() {
      return way.equals("finding");
    }

    @Override
    public String toString() {
      return String.join(" ", clause, kind, way, duty).strip();
    }
  }

  static List<Line> all() {
    try {
      return Files.readAllLines(TABLE).stream()
          .filter(line -> !line.startsWith("#") && !line.startsWith("clause,"))
          .map(line -> line.split(",", -1))
          .map(f -> new Line(f[0], f[1], f[2], f[3], f[4]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
