package dev.upheld.connect.files;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A folder held open: whatever is renamed or linked meanwhile, files are looked at, read and
 * removed in it alone, and no link is followed.
 */
final class OpenFolder implements AutoCloseable {
  /** More than any log has; a folder with more is not held in memory. */
  private static final int MOST = 200_000;

  private static final Path ITSELF = Path.of(".");

  private final String system;
  private final Path path;
  private final SecureDirectoryStream<Path> stream;

  private OpenFolder(String system, Path path, SecureDirectoryStream<Path> stream) {
    this.system = system;
    this.path = path;
    this.stream = stream;
  }

  /**
   * Opens a folder.
   *
   * @throws ProblemException where it is none, or may not be read
   */
  @SuppressWarnings("StreamResourceLeak") // held open, and closed with the folder
  static OpenFolder open(String system, Path folder) {
    try {
      Path real = folder.toRealPath();
      DirectoryStream<Path> stream = Files.newDirectoryStream(real);
      if (stream instanceof SecureDirectoryStream<Path> secure) {
        return new OpenFolder(system, real, secure);
      }
      stream.close();
      throw problem(
          system,
          ConnectProblem.UNFIT,
          "lies on a file system that cannot be looked at safely",
          "Mount it otherwise.");
    } catch (NoSuchFileException e) {
      throw problem(system, ConnectProblem.GONE, "is not there", "Correct folder in systems.yaml.");
    } catch (IOException e) {
      throw problem(
          system,
          ConnectProblem.DENIED,
          "cannot be opened (" + e.getClass().getSimpleName() + ")",
          "Let the account of Upheld read and enter it.");
    }
  }

  private static ProblemException problem(
      String system, ConnectProblem code, String what, String mend) {
    return new ProblemException(
        Problem.of(code, "The folder of system " + system + " " + what + ".", mend));
  }

  /** What is in it now but notes of our own, in no order; anew each time. */
  List<LogFile> list() {
    return all().stream().filter(f -> !Ledger.isOne(f.name().toString())).toList();
  }

  /** The notes of our own. */
  List<LogFile> notes() {
    return all().stream().filter(f -> Ledger.isOne(f.name().toString())).toList();
  }

  /** Through the stream that is held: by its path another folder may be found by now. */
  private List<LogFile> all() {
    List<LogFile> files = new ArrayList<>();
    try (DirectoryStream<Path> names =
        stream.newDirectoryStream(ITSELF, LinkOption.NOFOLLOW_LINKS)) {
      for (Path name : names) {
        look(Objects.requireNonNull(name.getFileName())).ifPresent(files::add);
        if (files.size() > MOST) {
          throw problem(
              system,
              ConnectProblem.REFUSED,
              "has more than " + MOST + " files",
              "Split it into several.");
        }
      }
      if (!isInPlace()) {
        throw problem(
            system,
            ConnectProblem.SYSTEM_DOWN,
            "was moved or replaced while it was looked at",
            "Look again.");
      }
    } catch (DirectoryIteratorException | IOException e) {
      throw problem(
          system,
          ConnectProblem.SYSTEM_DOWN,
          "cannot be listed (" + e.getClass().getSimpleName() + ")",
          "Look whether its disk is well.");
    }
    return files;
  }

  /** Whether its path still leads to it: a folder that was removed lists as an empty one. */
  private boolean isInPlace() throws IOException {
    Object held =
        stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey();
    return Objects.equals(held, Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }

  /** A file as it is now; empty only where it is not there. */
  Optional<LogFile> look(Path name) {
    try {
      BasicFileAttributes seen =
          stream
              .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .readAttributes();
      LogFile.Kind kind =
          seen.isRegularFile()
              ? LogFile.Kind.FILE
              : seen.isSymbolicLink() ? LogFile.Kind.LINK : LogFile.Kind.OTHER;
      return Optional.of(
          new LogFile(
              name,
              kind,
              String.valueOf(seen.fileKey()),
              seen.size(),
              seen.lastModifiedTime().toInstant(),
              seen.creationTime().toInstant()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(LogFile.hidden(name)); // it is there all the same
    }
  }

  /** How many names the file has, here or elsewhere; empty where that cannot be told. */
  OptionalInt names(LogFile file) {
    try {
      Map<String, Object> seen =
          Files.readAttributes(
              path.resolve(file.name()), "unix:nlink,fileKey", LinkOption.NOFOLLOW_LINKS);
      boolean same = file.key().equals(String.valueOf(seen.get("fileKey")));
      return same && seen.get("nlink") instanceof Integer names
          ? OptionalInt.of(names)
          : OptionalInt.empty();
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }

  /** Opens a regular file to read it. */
  SeekableByteChannel read(Path name) throws IOException {
    return stream.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  /** Opens a file of our own to write at its end. */
  SeekableByteChannel note(Path name) throws IOException {
    Set<OpenOption> how =
        Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            LinkOption.NOFOLLOW_LINKS);
    return stream.newByteChannel(
        name,
        how,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** Removes a name. */
  void remove(Path name) throws IOException {
    stream.deleteFile(name);
  }

  /** Returns once the disk knows of all removals. */
  void force() throws IOException {
    try (SeekableByteChannel folder =
        stream.newByteChannel(ITSELF, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      if (folder instanceof FileChannel held) {
        held.force(true);
      }
    }
  }

  boolean isWritable() {
    return Files.isWritable(path) && Files.isExecutable(path);
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
