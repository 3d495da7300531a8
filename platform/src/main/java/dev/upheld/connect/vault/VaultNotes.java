package dev.upheld.connect.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Notes of one run on files of one table: before the rows of a file end, how many of them will.
 * Whether they did shows in whether that file still counts.
 */
final class VaultNotes {
  private static final Duration LONG_AGO = Duration.ofDays(90);

  private final Vault vault;
  private final Drawer drawer;
  private final Path note;

  VaultNotes(Vault vault, Drawer drawer, UUID run) {
    this.vault = vault;
    this.drawer = drawer;
    this.note = drawer.folder().resolve(run + ".note");
  }

  /** Returns once the disk has it. */
  void intend(UUID file, long rows) throws IOException {
    boolean fresh = !Files.exists(note, LinkOption.NOFOLLOW_LINKS);
    try (FileChannel channel =
        FileChannel.open(
            note,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer line =
          ByteBuffer.wrap((file + " " + rows + "\n").getBytes(StandardCharsets.US_ASCII));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    }
    if (fresh) {
      drawer.force();
    }
  }

  /** What was done. */
  record Done(long rows, int files) {}

  /** What the run did; empty where it noted nothing. */
  Optional<Done> done() throws IOException {
    try {
      Set<UUID> counting = vault.counting(drawer);
      long rows = 0;
      int files = 0;
      for (String line : Files.readAllLines(note, StandardCharsets.US_ASCII)) {
        String[] words = line.split(" ", 2);
        if (words.length == 2 && !counting.contains(UUID.fromString(words[0]))) {
          rows += Long.parseLong(words[1]);
          files++;
        }
      }
      return Optional.of(new Done(rows, files));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new Unreadable("its notes of a run were changed");
    }
  }

  /** Notes of which everybody who wanted to know has learned by now. */
  void forgetOld(Instant now) throws IOException {
    Instant recent = now.minus(LONG_AGO);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(drawer.folder(), "*.note")) {
      for (Path each : all) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(recent)) {
          Files.deleteIfExists(each);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }
}
