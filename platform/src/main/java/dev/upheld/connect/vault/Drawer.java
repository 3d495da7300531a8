package dev.upheld.connect.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of one table of an archive. A file is one of these, in the order of its life: rows
 * alone, which nobody confirmed; rows with an index, which counts; rows that are going, of which
 * the index was renamed and nothing counts any more.
 *
 * @param moment called between any two steps
 */
record Drawer(Path folder, Runnable moment) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<file>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[.](?<part>rows|idx|idx[.]new|gone|note)");

  /**
   * What there is.
   *
   * @param there whether the folder is there at all
   * @param strange files and folders that are none of an archive
   */
  record Contents(
      boolean there, Set<UUID> rows, Set<UUID> indexes, Set<UUID> going, Set<String> strange) {

    /** Rows that nobody confirmed. */
    Set<UUID> unconfirmed() {
      Set<UUID> alone = new TreeSet<>(rows);
      alone.removeAll(indexes);
      alone.removeAll(going);
      return alone;
    }

    /** Files that count. */
    Set<UUID> published() {
      Set<UUID> all = new TreeSet<>(indexes);
      all.removeAll(going);
      return all;
    }
  }

  Path rows(UUID file) {
    return folder.resolve(file + ".rows");
  }

  private Path index(UUID file) {
    return folder.resolve(file + ".idx");
  }

  private Path fresh(UUID file) {
    return folder.resolve(file + ".idx.new");
  }

  private Path going(UUID file) {
    return folder.resolve(file + ".gone");
  }

  Contents contents() throws IOException {
    Set<UUID> rows = new TreeSet<>();
    Set<UUID> indexes = new TreeSet<>();
    Set<UUID> going = new TreeSet<>();
    Set<String> strange = new TreeSet<>();
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return new Contents(false, rows, indexes, going, strange);
    }
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      for (Path path : names) {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        Matcher named = NAME.matcher(name);
        if (named.matches()) {
          UUID file = UUID.fromString(named.group("file"));
          switch (named.group("part")) {
            case "rows" -> rows.add(file);
            case "idx" -> indexes.add(file);
            case "gone" -> going.add(file);
            default -> {} // an index that was never published, and notes of runs
          }
        } else if (!name.equals(FolderTurn.NAME)) {
          strange.add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return new Contents(true, rows, indexes, going, strange);
  }

  /** Makes the folder where it is not there yet. */
  void open() throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      force(folder.resolveSibling("."));
    }
  }

  byte[] readIndex(UUID file) throws IOException {
    return Files.readAllBytes(index(file));
  }

  /** From here on the file counts. */
  void publish(UUID file, byte[] index) throws IOException {
    if (!Files.isRegularFile(rows(file), LinkOption.NOFOLLOW_LINKS)) {
      throw new Unreadable("a file of the archive went before it was confirmed");
    }
    Path fresh = fresh(file);
    Files.deleteIfExists(fresh);
    moment.run();
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(index);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    moment.run();
    Files.move(fresh, index(file), StandardCopyOption.ATOMIC_MOVE);
    moment.run();
    force();
  }

  /** Removes rows that nobody confirmed. */
  void discard(UUID file) throws IOException {
    if (Files.exists(index(file), LinkOption.NOFOLLOW_LINKS)) {
      throw new Unreadable("a file of the archive was confirmed meanwhile");
    }
    Files.deleteIfExists(fresh(file));
    Files.deleteIfExists(rows(file));
    force();
  }

  /**
   * Removes a file for good. From the first step on it counts no more; what a crash leaves is
   * finished by calling it again.
   */
  void remove(UUID file) throws IOException {
    moment.run();
    if (Files.exists(index(file), LinkOption.NOFOLLOW_LINKS)) {
      Files.move(index(file), going(file), StandardCopyOption.ATOMIC_MOVE);
      moment.run();
      force();
    }
    if (!Files.exists(going(file), LinkOption.NOFOLLOW_LINKS)) {
      throw new Unreadable("a file of the archive went meanwhile");
    }
    Files.deleteIfExists(fresh(file));
    Files.deleteIfExists(rows(file));
    moment.run();
    force(); // the rows are gone before what says so goes
    Files.delete(going(file));
    moment.run();
    force();
  }

  /** Returns once the disk knows of all names. */
  void force() throws IOException {
    force(folder);
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
