package dev.upheld.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where test servers live on disk: folders that name the JVM they belong to, and go with it. */
public final class TestFolders {
  private static final String PREFIX = "upheld-test-";

  private TestFolders() {}

  /** A new folder the server's user can walk through; sweeps what killed JVMs left behind. */
  public static Path create(String kind) {
    sweep();
    try {
      Path folder =
          Files.createTempDirectory(
              temp(), PREFIX + "of-" + ProcessHandle.current().pid() + "-" + kind + "-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacked programs, shared by all test runs of this user. */
  public static Path programs() {
    Path folder = temp().resolve(PREFIX + "programs-" + System.getProperty("user.name"));
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stops the server when the JVM ends, and leaves its folder to another process to delete:
   * hundreds of databases are many files, and nobody need wait for that.
   */
  public static void atEnd(Path folder, Runnable stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.run();
                  leave(folder);
                }));
  }

  private static void leave(Path folder) {
    try {
      new ProcessBuilder("rm", "-rf", "--", folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      delete(folder);
    }
  }

  static String databaseName() {
    return "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  private static Path temp() {
    return Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
  }

  private static void sweep() {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temp(), PREFIX + "of-*")) {
      for (Path folder : folders) {
        String pid = folder.getFileName().toString().split("-", -1)[3];
        if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          killServersIn(folder);
          delete(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void killServersIn(Path folder) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      all.filter(p -> p.info().commandLine().filter(l -> l.contains(folder + "/")).isPresent())
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Deletes the folder and all in it; what cannot be deleted now is left to the next sweep. */
  public static void delete(Path root) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // A folder of another user, or one a dying server still writes to; the next sweep takes it.
    }
  }
}
