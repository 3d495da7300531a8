package dev.upheld.register;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tombstones in a file that its owner alone reads, for a machine without a store. Written whole or
 * not at all; processes take turns.
 */
public final class FiledTombstones implements Tombstones {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final FileAttribute<Set<PosixFilePermission>> OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;

  /**
   * @param file made when the first tombstone is kept; its folder must be there
   */
  public FiledTombstones(Path file) {
    this.file = file;
  }

  private record Names(String erasure, String system, String word, String fingerprint) {
    static Names of(Tombstone of) {
      return new Names(of.erasure(), of.system(), of.word(), of.fingerprint());
    }
  }

  @Override
  public void keep(Collection<Tombstone> tombstones) {
    if (!tombstones.isEmpty()) {
      change(
          all -> {
            Map<Names, Tombstone> by = new LinkedHashMap<>();
            all.forEach(t -> by.put(Names.of(t), t));
            tombstones.forEach(t -> by.putIfAbsent(Names.of(t), t));
            return List.copyOf(by.values());
          });
    }
  }

  @Override
  public List<Tombstone> of(String system, Instant since, Instant now) {
    return read().stream()
        .filter(t -> t.system().equals(system))
        .filter(t -> !t.erased().isBefore(since) && t.expires().isAfter(now))
        .sorted(Comparator.comparing(Tombstone::erased).thenComparing(Tombstone::fingerprint))
        .toList();
  }

  @Override
  public int expire(Instant now) {
    if (!Files.exists(file)) {
      return 0;
    }
    List<Tombstone> gone = new ArrayList<>();
    change(
        all -> {
          all.stream().filter(t -> !t.expires().isAfter(now)).forEach(gone::add);
          return all.stream().filter(t -> t.expires().isAfter(now)).toList();
        });
    return gone.size();
  }

  private List<Tombstone> read() {
    try {
      return Files.exists(file)
          ? List.of(JSON.readValue(Files.readString(file), Tombstone[].class))
          : List.of();
    } catch (IOException | JacksonException e) {
      throw cannot("read");
    }
  }

  private void change(UnaryOperator<List<Tombstone>> change) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    Path half = file.resolveSibling(file.getFileName() + ".new-" + UUID.randomUUID());
    try {
      made(lock);
      try (FileChannel turn = FileChannel.open(lock, StandardOpenOption.WRITE);
          var _ = turn.lock()) {
        String text = JSON.writeValueAsString(change.apply(read()));
        Files.createFile(half, OWNER);
        Files.writeString(half, text, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw cannot("write");
    }
  }

  private static void made(Path lock) throws IOException {
    try {
      Files.createFile(lock, OWNER);
    } catch (FileAlreadyExistsException e) {
      // the usual case: it is never removed
    }
  }

  private ProblemException cannot(String verb) {
    return new ProblemException(
        Problem.of(
            RegisterProblem.TOMBSTONES,
            "Cannot " + verb + " " + file + ", which tells who was erased.",
            "Check the file, its permissions and the disk, then run the same again: what was done"
                + " is not done twice."));
  }
}
