package dev.upheld.connect.files;

import dev.upheld.kernel.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a run is about to remove, written into the folder before it does, so that after a crash
 * nobody has to guess. Files are named by a hash of what the file system knows them by.
 */
final class Ledger {
  private static final String PREFIX = ".upheld-act.";

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
    for (LogFile file : folder.list()) {
      boolean old = isOne(file.name().toString()) && !file.name().equals(name);
      if (old && lines(file.name()).stream().findFirst().filter(rule::equals).isPresent()) {
        folder.remove(file.name());
      }
    }
    write(rule);
    folder.force();
  }

  /** Says that a file goes now; once this returns, the disk knows it. */
  void intend(LogFile file) throws IOException {
    write(mark(file));
  }

  private static String mark(LogFile file) {
    return Sha256.hex(file.identity());
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

  /** How many of the files that were to go are gone; empty where the run began nothing. */
  Optional<Long> done() throws IOException {
    List<LogFile> all = folder.list();
    if (all.stream().noneMatch(f -> f.name().equals(name))) {
      return Optional.empty();
    }
    Set<String> there = all.stream().map(Ledger::mark).collect(Collectors.toSet());
    Set<String> intended = new HashSet<>(lines(name).stream().skip(1).toList());
    intended.removeAll(there);
    return Optional.of((long) intended.size());
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
