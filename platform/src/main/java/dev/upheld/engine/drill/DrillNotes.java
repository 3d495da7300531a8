package dev.upheld.engine.drill;

import dev.upheld.datamap.TableName;
import dev.upheld.engine.EngineProblem;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What drills made, on disk before it is in any system: a drill that was killed is cleared by the
 * next one. One drill at a time. Only keys of invented rows stand here.
 */
public final class DrillNotes implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final FileChannel gate;
  private final FileLock lock;

  private DrillNotes(Path folder, FileChannel gate, FileLock lock) {
    this.folder = folder;
    this.gate = gate;
    this.lock = lock;
  }

  /**
   * Opens the notes of this machine.
   *
   * @throws ProblemException while another drill runs
   */
  public static DrillNotes open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel gate =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = tried(gate);
      if (lock == null) {
        gate.close();
        throw new ProblemException(
            Problem.of(
                EngineProblem.CHANGED,
                "Another drill is running on this machine.",
                "Wait until it has ended."));
      }
      return new DrillNotes(folder, gate, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tried(FileChannel gate) throws IOException {
    try {
      return gate.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // this very process runs one
    }
  }

  /**
   * One row to be found again.
   *
   * @param where the database it was made in
   * @param marks other columns by which it shows whose it is, as they were made
   */
  record Noted(
      String system,
      String where,
      TableName table,
      Map<String, String> key,
      Map<String, String> marks) {

    static Noted of(PlantedRow row, String where, Invented who) {
      Map<String, String> marks = new TreeMap<>(row.row());
      marks.values().removeIf(v -> !v.contains(who.token()) && !v.contains(who.aside()));
      return new Noted(row.system(), where, row.table(), row.key(), marks);
    }
  }

  /** A drill that was begun and not cleared: its marker, and its rows, the oldest first. */
  record Begun(String token, List<Noted> rows) {}

  /** Notes rows; they are on disk when this returns. */
  void note(Invented who, List<Noted> rows) {
    StringBuilder text = new StringBuilder();
    for (Noted row : rows) {
      ObjectNode line = JSON.createObjectNode();
      line.put("system", row.system());
      line.put("where", row.where());
      row.table().schema().ifPresent(s -> line.put("schema", s));
      line.put("table", row.table().name());
      ObjectNode marks = line.putObject("marks");
      new TreeMap<>(row.marks()).forEach(marks::put);
      ObjectNode key = line.putObject("key");
      new TreeMap<>(row.key()).forEach(key::put);
      text.append(JSON.writeValueAsString(line)).append("\n");
    }
    try (FileChannel file =
        FileChannel.open(
            file(who.token()),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String token) {
    return folder.resolve(token + ".rows");
  }

  /** Drills that were begun and not cleared. */
  List<Begun> begun() {
    List<Begun> begun = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".rows")).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        List<Noted> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
          if (line.endsWith("}}")) { // one that was cut off was never planted
            rows.add(noted(JSON.readTree(line)));
          }
        }
        begun.add(new Begun(name.substring(0, name.length() - ".rows".length()), rows));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return begun;
  }

  private static Noted noted(JsonNode line) {
    Optional<String> schema =
        Optional.of(line.path("schema").asString("")).filter(s -> !s.isEmpty());
    return new Noted(
        line.path("system").asString(""),
        line.path("where").asString(""),
        new TableName(schema, line.path("table").asString("")),
        values(line.path("key")),
        values(line.path("marks")));
  }

  private static Map<String, String> values(JsonNode object) {
    Map<String, String> values = new TreeMap<>();
    object.forEachEntry((column, value) -> values.put(column, value.asString("")));
    return values;
  }

  /** Forgets a drill of which nothing is left. */
  void forget(String token) {
    try {
      Files.deleteIfExists(file(token));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      gate.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
