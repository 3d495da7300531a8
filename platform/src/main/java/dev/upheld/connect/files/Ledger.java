package dev.upheld.connect.files;

import dev.upheld.kernel.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a run is about to remove, written into the folder before it does, so that after a crash
 * nobody has to guess. Files are named by a hash of what the file system knows them by, whatever
 * was written to them since. What is followed by another line was done; only of the last one a look
 * has to tell.
 */
final class Ledger {
  private static final String PREFIX = ".upheld-act.";
  private static final String GOES = "-";
  private static final String STAYED = "=";

  private final OpenFolder folder;
  private final Path name;

  private Ledger(OpenFolder folder, UUID run) {
    this.folder = folder;
    this.name = Path.of(PREFIX + run);
  }

  static Ledger of(OpenFolder folder, UUID run) {
    return new Ledger(folder, run);
  }

  /** Whether a file of the folder is such a note. */
  static boolean isOne(String name) {
    return name.startsWith(PREFIX);
  }

  /** Begins, once nobody needs the notes of earlier runs of the rule any more. */
  void begin(String rule) throws IOException {
    for (LogFile file : folder.notes()) {
      boolean old = file.kind() == LogFile.Kind.FILE && !file.name().equals(name);
      if (old && lines(file.name()).stream().findFirst().filter(rule::equals).isPresent()) {
        folder.remove(file.name());
      }
    }
    write(rule);
    folder.force();
  }

  /** Says that a file goes now; once this returns, the disk knows it. */
  void intend(LogFile file) throws IOException {
    write(GOES + mark(file));
  }

  /** Says that the last one stays after all. */
  void stayed() throws IOException {
    write(STAYED);
  }

  private static String mark(LogFile file) {
    return Sha256.hex(file.key());
  }

  private void write(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try (SeekableByteChannel note = folder.note(name)) {
      while (bytes.hasRemaining()) {
        note.write(bytes);
      }
      if (note instanceof java.nio.channels.FileChannel file) {
        file.force(true);
      }
    }
  }

  /**
   * How many of the files that were to go are gone, and none that may be there; empty where the run
   * began nothing.
   */
  Optional<Long> done() throws IOException {
    if (folder.notes().stream()
        .noneMatch(f -> f.kind() == LogFile.Kind.FILE && f.name().equals(name))) {
      return Optional.empty();
    }
    List<String> gone = new ArrayList<>();
    Set<String> unsure = new HashSet<>();
    Optional<String> going = Optional.empty();
    for (String line : lines(name)) {
      if (line.startsWith(GOES)) {
        going.ifPresent(gone::add);
        going = Optional.of(line.substring(GOES.length()));
      } else if (line.equals(STAYED)) {
        going = Optional.empty();
      } else { // the run began here, or began again
        going.ifPresent(unsure::add);
        going = Optional.empty();
      }
    }
    going.ifPresent(unsure::add);
    unsure.removeAll(gone);
    folder.list().stream().map(Ledger::mark).forEach(unsure::remove);
    return Optional.of((long) gone.size() + unsure.size());
  }

  /** Whole lines; one that the disk got half was no intent yet. */
  private List<String> lines(Path note) throws IOException {
    try (BufferedReader text =
        new BufferedReader(Channels.newReader(folder.read(note), StandardCharsets.UTF_8))) {
      String all = text.readAllAsString();
      return all.substring(0, all.lastIndexOf('\n') + 1).lines().toList();
    }
  }
}
