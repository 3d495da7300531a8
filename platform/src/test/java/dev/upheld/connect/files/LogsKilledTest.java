package dev.upheld.connect.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process killed between any two steps of a removal: its notes say just what it did. */
class LogsKilledTest {
  private static final int OLD = 6;

  @Test
  void fewMoments() throws IOException {
    killed(4);
  }

  @Test
  @Tag("long")
  void aHundredMoments() throws IOException {
    killed(100);
  }

  private static void killed(int times) throws IOException {
    Long one = Long.getLong("upheld.seed");
    long first = one == null ? System.nanoTime() : one;
    for (int i = 0; i < (one == null ? times : 1); i++) {
      try {
        once(new Random(first + i));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("with -Dupheld.seed=" + (first + i) + ": " + e.getMessage(), e);
      }
    }
  }

  private static void once(Random random) throws IOException {
    AtomicInteger moments = new AtomicInteger();
    LogsKilledMain.run(filled(), UUID.randomUUID(), moments::incrementAndGet);
    assertThat(moments.get()).isEqualTo(4 * OLD);
    Path folder = filled();
    UUID run = UUID.randomUUID();
    int at = 1 + random.nextInt(moments.get());
    try (ChildJvm child =
        ChildJvm.start(
            Map.of(),
            "64m",
            LogsKilledMain.class,
            folder.toString(),
            run.toString(),
            String.valueOf(at))) {
      child.await(LogsKilledMain.STOPPED);
      child.kill();
    }
    long left = files(folder);
    try (LogActs acts =
        LogActs.open(LogsKilledMain.logs(folder).system(), InstantSource.system())) {
      assertThat(acts.remembered(run).orElse(0L)).isEqualTo(2 * OLD - left);
      assertThat(acts.remembered(UUID.randomUUID())).isEmpty();
    }
    LogActs.Fates rest = LogsKilledMain.run(folder, UUID.randomUUID(), () -> {});
    assertThat(rest.gone()).isEqualTo(left - OLD);
    assertThat(files(folder)).isEqualTo(OLD);
    assertThat(LogsKilledMain.run(folder, UUID.randomUUID(), () -> {}).gone()).isZero();
  }

  private static Path filled() throws IOException {
    Path folder = TestFolders.create("killed-logs");
    LocalDate limit = LocalDate.parse("2025-11-22");
    for (int i = 1; i <= OLD; i++) {
      write(folder.resolve("app-" + limit.minusDays(i + 1)));
      write(folder.resolve("app-" + limit.plusDays(i)));
    }
    return folder;
  }

  private static void write(Path file) throws IOException {
    Files.writeString(file, "x\n");
    Files.setLastModifiedTime(file, FileTime.from(LogsKilledMain.LIMIT));
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> !Ledger.isOne(f.getFileName().toString())).count();
    }
  }
}
