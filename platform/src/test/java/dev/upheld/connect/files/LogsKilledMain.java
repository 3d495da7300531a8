package dev.upheld.connect.files;

import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Removes files as retention does, and stops for ever at one step. */
final class LogsKilledMain {
  static final String STOPPED = "STOPPED";
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Instant LIMIT = Instant.parse("2025-11-22T12:00:00Z");

  private LogsKilledMain() {}

  /**
   * @param args the folder, the run, and the number of the step to stop at
   */
  public static void main(String[] args) {
    AtomicInteger moment = new AtomicInteger();
    int at = Integer.parseInt(args[2]);
    run(
        Path.of(args[0]),
        UUID.fromString(args[1]),
        () -> {
          if (moment.incrementAndGet() == at) {
            System.out.println(STOPPED);
            System.out.flush();
            forEver();
          }
        });
  }

  private static void forEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static LogActs.Fates run(Path folder, UUID run, Runnable moment) {
    return logs(folder).run(run, moment);
  }

  static TestLogs logs(Path folder) {
    LogFiles log =
        TestLogs.log(
            "app-*",
            new LogFiles.Dating.ByName("yyyy-MM-dd", LogFiles.Says.BEGIN),
            LogFiles.Rotation.DAY);
    return TestLogs.of(new LogFolder(folder, Map.of("app", log)), "app", LIMIT, NOW);
  }
}
