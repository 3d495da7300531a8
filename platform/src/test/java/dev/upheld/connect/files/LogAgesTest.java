package dev.upheld.connect.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFiles.Dating;
import dev.upheld.datamap.logs.LogFiles.Rhythm;
import dev.upheld.datamap.logs.LogFiles.Rotation;
import dev.upheld.datamap.logs.LogFiles.Says;
import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How old files are taken to be, where that hangs on more than their own text. */
class LogAgesTest {
  private static final Dating DAILY = new Dating.ByName("yyyy-MM-dd", Says.BEGIN);

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS);
  private final LocalDate today = LocalDate.ofInstant(now, ZoneId.of("UTC"));

  private final Path folder = TestFolders.create("log-ages");

  private TestLogs logs(LogFiles log, int days) {
    return TestLogs.of(
        new LogFolder(folder, Map.of("app", log)), "app", now.minus(Duration.ofDays(days)), now);
  }

  private TestLogs logs(Dating dating, Rotation rotation) {
    return logs(
        new LogFiles(List.of("app*"), dating, rotation, Optional.empty(), Optional.of("app.log")),
        30);
  }

  private void file(String name, Instant changed) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "something\n");
    Files.setLastModifiedTime(file, FileTime.from(changed));
  }

  @Test
  void aLiveFileGoesOnWhereTheLastOneEnded() throws IOException {
    TestLogs logs = logs(DAILY, Rotation.DAY);
    file("app.log", now);
    assertThat(logs.count().unknown()).as("nothing says when it was begun").isOne();
    file("app-" + today.minusDays(400) + ".log", now);
    assertThat(logs.count().unknown()).as("nobody rotates it").isOne();
    file("app-" + today.minusDays(1) + ".log", now);
    assertThat(logs.count().unknown()).isZero();
    file("app.log", now.plus(Duration.ofDays(3)));
    assertThat(logs.at(now.plus(Duration.ofDays(3))).count().unknown()).isOne();
  }

  @Test
  void aFileThatIsOlderThanOneRotationIsNotDatedByItsLastLine() throws IOException {
    TestLogs logs = logs(new Dating.ByChange(), Rotation.DAY);
    file("app.1", now);
    assertThat(logs.count().unknown()).isZero();
    file("app.1", now.plus(Duration.ofDays(3))); // made today, and written in three days yet
    assertThat(logs.at(now.plus(Duration.ofDays(3))).count().unknown()).isOne();
  }

  @Test
  void aWeekThatRunsIsNotAhead() throws IOException {
    TestLogs logs = logs(DAILY, Rotation.WEEK);
    file("app-" + today.minusDays(1) + ".log", now);
    assertThat(logs.count().future()).isZero();
    file("app-" + today.plusDays(40) + ".log", now);
    assertThat(logs.count().future()).isOne();
  }

  @Test
  void filesThatAreRotatedMeanwhileAreLookedAtAgain() {
    TestLogs logs = logs(TestLogs.log("app*", new Dating.ByContent("iso", ""), Rotation.DAY), 30);
    logs.file("app.1", now + " x\n");
    AtomicBoolean rotated = new AtomicBoolean();
    Runnable rotation =
        () -> {
          if (!rotated.getAndSet(true)) {
            assertThat(logs.path("app.1").toFile().renameTo(logs.path("app.2").toFile())).isTrue();
          }
        };
    try (OpenFolder open = OpenFolder.open("logs", folder)) {
      LogCounts counts = new LogCounts(new OpenLog(logs.system(), open, logs.table(), rotation));
      assertThat(counts.due(logs.question()).unknown()).isZero();
    }
  }

  private TestLogs hourly(Dating dating, String zone, String at) {
    Instant end = Instant.parse(at);
    LogFiles log =
        new LogFiles(
            List.of("app*"),
            dating,
            Rotation.HOUR,
            Optional.of(new Rhythm(true, LocalDate.parse("2026-10-20"))),
            Optional.empty());
    return TestLogs.of(
            new LogFolder(folder, Map.of("app", log)), "app", end.minus(Duration.ofHours(8)), end)
        .in(ZoneId.of(zone));
  }

  @Test
  void theHourThatAnAutumnNightHasTwiceIsNoGap() {
    TestLogs lines =
        hourly(new Dating.ByContent("iso", ""), "Europe/Paris", "2026-10-25T06:30:00Z");
    for (String hour : List.of("00", "01", "02", "03", "04", "05", "06", "07")) {
      lines.file("app." + hour, "2026-10-25 " + hour + ":10:00 x\n");
    }
    assertThat(lines.gaps().missing()).isZero();
    lines.file("app.05", "2026-10-25 04:50:00 x\n");
    assertThat(lines.gaps().missing()).isOne();
  }

  @Test
  void aFileRotatedInThatHourMayBeOfEither() throws IOException {
    TestLogs names =
        hourly(new Dating.ByName("yyyyMMddHH", Says.END), "Europe/Paris", "2026-10-25T06:30:00Z");
    for (String hour : List.of("00", "01", "02", "03", "04", "05", "06", "07")) {
      file("app.20261025" + hour, now);
    }
    assertThat(names.gaps().missing()).isZero();
    Files.delete(folder.resolve("app.2026102505"));
    assertThat(names.gaps().missing()).isOne();
  }

  @Test
  void hoursOfIndiaBeginAtTheHalf() throws IOException {
    TestLogs names =
        hourly(new Dating.ByName("yyyyMMddHH", Says.BEGIN), "Asia/Kolkata", "2026-10-25T12:00:00Z");
    for (int hour = 8; hour < 18; hour++) {
      file("app.20261025%02d".formatted(hour), now);
    }
    assertThat(names.gaps().missing()).isZero();
    Files.delete(folder.resolve("app.2026102513"));
    assertThat(names.gaps().missing()).isOne();
  }
}
