package dev.upheld.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** Checkpoints that a verifier kept, read one after the other. */
public final class HeldCheckpoints implements AutoCloseable {
  private final Path file;
  private final BufferedReader lines;

  private HeldCheckpoints(Path file, Reader lines) {
    this.file = file;
    this.lines = new BufferedReader(lines);
  }

  /** Nobody kept any. */
  public static HeldCheckpoints none() {
    return new HeldCheckpoints(Path.of(""), Reader.nullReader());
  }

  /**
   * Those in this file, oldest first.
   *
   * @throws dev.upheld.kernel.ProblemException when it cannot be read
   */
  public static HeldCheckpoints in(Path file) {
    try {
      return new HeldCheckpoints(file, Files.newBufferedReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw CheckpointFile.cannot("read", file, e);
    }
  }

  /** All of them; a line that is no checkpoint throws a {@link JournalProblem#FILE}. */
  public Iterator<Checkpoint> iterator() {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> CheckpointFile.parsed(file, line))
        .iterator();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
