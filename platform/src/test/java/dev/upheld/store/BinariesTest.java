package dev.upheld.store;

import static dev.upheld.store.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Progress;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The unpacked programs are whole, or they are made whole. */
class BinariesTest {

  /** A copy of what is unpacked already: unpacking takes seconds. */
  private static Binaries copyInto(TestHome home) {
    Binaries whole = Binaries.in(TestFolders.programs(), Progress.SILENT);
    Path copy = home.folder().resolve("programs");
    Disk.folder(copy, "rwxr-xr-x");
    TestHome.command("cp", "-a", whole.folder().toString(), copy.toString());
    return Binaries.in(copy, Progress.SILENT);
  }

  private static boolean runs(Binaries binaries) {
    List<String> ask = List.of(binaries.program("postgres").toString(), "--version");
    return Command.run(Duration.ofSeconds(20), ask).ok();
  }

  @Test
  void whatIsWholeIsNotUnpackedAgain() throws IOException {
    try (TestHome home = TestHome.empty()) {
      Binaries copied = copyInto(home);
      Path program = copied.program("postgres");
      FileTime before = Files.getLastModifiedTime(program);
      assertThat(Binaries.in(home.folder().resolve("programs"), Progress.SILENT)).isEqualTo(copied);
      assertThat(Files.getLastModifiedTime(program)).isEqualTo(before);
      assertThat(runs(copied)).isTrue();
    }
  }

  @Test
  void everyKindOfDamageIsSeen() throws IOException {
    try (TestHome home = TestHome.empty()) {
      Path folder = home.folder().resolve("some");
      damageAndRestore(folder, () -> write(folder.resolve("bin/a"), "x"));
      damageAndRestore(folder, () -> write(folder.resolve("bin/a"), "\0\0\0\0\0"));
      damageAndRestore(folder, () -> Disk.deleteTree(folder.resolve("bin/a")));
      damageAndRestore(folder, () -> write(folder.resolve("bin/stranger"), "x"));
      damageAndRestore(folder, () -> Disk.deleteTree(folder.resolve("MANIFEST")));
      damageAndRestore(folder, () -> TestHome.command("chmod", "-x", folder + "/bin/a"));
      damageAndRestore(folder, () -> TestHome.command("ln", "-sfn", "elsewhere", folder + "/link"));
    }
  }

  private static void damageAndRestore(Path folder, Runnable damage) throws IOException {
    Disk.deleteTree(folder);
    Disk.folder(folder.resolve("bin"), "rwxr-xr-x");
    Disk.write(folder.resolve("bin/a"), "sound", "rwxr-xr-x");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("bin/a"));
    Manifest.write(folder);
    assertThat(Manifest.holds(folder)).isTrue();
    damage.run();
    assertThat(Manifest.holds(folder)).isFalse();
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void severalAtOnceRepairABrokenFolderAndLeaveNoRest() throws Exception {
    try (TestHome home = TestHome.empty();
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Binaries broken = copyInto(home);
      Path parent = home.folder().resolve("programs");
      Files.writeString(broken.program("postgres"), "not a program any more");
      Files.createDirectory(parent.resolve(broken.folder().getFileName() + ".new-half"));
      List<Future<Binaries>> all =
          Stream.generate(() -> threads.submit(() -> Binaries.in(parent, Progress.SILENT)))
              .limit(3)
              .toList();
      for (Future<Binaries> one : all) {
        assertThat(repaired(one)).isTrue();
      }
      try (Stream<Path> files = Files.list(parent)) {
        assertThat(files.map(p -> p.getFileName().toString()))
            .containsExactlyInAnyOrder(broken.folder().getFileName().toString(), "change.lock");
      }
    }
  }

  private static boolean repaired(Future<Binaries> future)
      throws ExecutionException, InterruptedException {
    return runs(future.get());
  }

  @Test
  void aFolderOthersMayWriteToIsRefused() throws IOException {
    try (TestHome home = TestHome.empty()) {
      Path programs = home.folder().resolve("programs");
      Disk.folder(programs, "rwxr-xr-x");
      Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxrwxrwx"));
      assertThat(problem(() -> Binaries.in(programs, Progress.SILENT)))
          .isEqualTo(StoreProblem.PERMISSIONS);
      assertThat(programs).isEmptyDirectory();
    }
  }
}
