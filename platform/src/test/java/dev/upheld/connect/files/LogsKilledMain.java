package dev.upheld.connect.files;

import dev.upheld.connect.Due;
import dev.upheld.connect.Question.CountDue;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Removes files as retention does, and stops for ever at one step. */
final class LogsKilledMain {
  static final String STOPPED = "STOPPED";
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Instant LIMIT = Instant.parse("2025-11-22T12:00:00Z");
  private static final ZoneId UTC = ZoneId.of("UTC");

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
    TableName log = new TableName(Optional.empty(), "app");
    CountDue question =
        new CountDue(
            log,
            new Due.Before(
                new BoundClock(
                    "collected",
                    new Clock.Column("written", Clock.Reading.NATIVE),
                    BoundClock.Missing.UNKNOWN),
                LIMIT),
            Optional.empty(),
            List.of(),
            NOW,
            UTC);
    try (LogActs acts = LogActs.open(system(folder), InstantSource.fixed(NOW), moment)) {
      return acts.run(
          new LogActs.Wanted("rule", log, List.of(question), Map.of(), () -> false),
          run,
          () -> false);
    }
  }

  static SystemEntry system(Path folder) {
    LogFiles log =
        new LogFiles(
            List.of("app-*"),
            new LogFiles.Dating.ByName("yyyy-MM-dd", LogFiles.Says.BEGIN),
            LogFiles.Rotation.DAY,
            Optional.empty(),
            Optional.empty());
    return new SystemEntry(
        "logs",
        Optional.of(
            new Endpoint("files", "", 0, "", "", Secret.of(""), Map.of(), Duration.ofMinutes(1))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        UTC,
        new Location("systems.yaml", 1, 1),
        Optional.empty(),
        Optional.empty(),
        dev.upheld.datamap.RunWindow.ANY,
        Optional.of(new LogFolder(folder, Map.of("app", log))));
  }
}
