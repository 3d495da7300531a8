package dev.upheld.store;

import static dev.upheld.store.TestHome.answer;
import static dev.upheld.store.TestHome.execute;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No space left, while unpacking, creating and starting. A real small disk needs the right to
 * mount; where we lack it, the tests that want one use a limit on the size of files as well, and
 * say so.
 */
class DiskFullTest {

  private static SmallDisk disk(TestHome home, boolean mounted, TestReporter reporter) {
    SmallDisk disk = mounted ? SmallDisk.on(home.folder(), "30M") : new SmallDisk.Limited();
    reporter.publishEntry("disk full by", disk.kind());
    return disk;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void creatingFailsClearlyLeavesNothingHalfAndSucceedsOnceThereIsSpace(
      boolean mounted, TestReporter reporter) throws SQLException {
    try (TestHome home = TestHome.empty();
        SmallDisk disk = disk(home, mounted, reporter)) {
      assertThat(disk.start(home)).isEqualTo(StoreProblem.DISK_FULL.code());
      assertThat(halves(home.instance().folder())).isEmpty();
      assertThat(home.instance().hasData()).isFalse();

      disk.makeRoom();
      try (EmbeddedPostgres server = home.start()) {
        assertThat(answer(server, "SELECT 1")).isEqualTo("1");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void unpackingFailsClearlyAndLeavesNothingHalf(boolean mounted, TestReporter reporter) {
    try (TestHome home = TestHome.empty();
        SmallDisk disk = disk(home, mounted, reporter)) {
      Path programs = home.folder().resolve("programs");
      assertThat(disk.startUnpacking(home, programs)).isEqualTo(StoreProblem.DISK_FULL.code());
      assertThat(halves(programs)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFullDiskUnderExistingDataIsSaidAndTheDataSurvives(boolean mounted, TestReporter reporter)
      throws SQLException {
    try (TestHome home = TestHome.empty();
        SmallDisk disk = disk(home, mounted, reporter)) {
      disk.makeRoom();
      try (EmbeddedPostgres server = home.start()) {
        execute(server, "CREATE TABLE t AS SELECT 7 AS a");
      }
      disk.fill();
      assertThat(disk.start(home)).isEqualTo(StoreProblem.DISK_FULL.code());
      assertThat(home.process().find()).isEmpty();
      disk.empty();
      try (EmbeddedPostgres server = home.start()) {
        assertThat(answer(server, "SELECT a FROM t")).isEqualTo("7");
      }
    }
  }

  private static List<String> halves(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(p -> p.getFileName().toString()).filter(n -> n.contains("new")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
