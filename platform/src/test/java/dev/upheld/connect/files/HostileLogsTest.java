package dev.upheld.connect.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Answer.DueCount;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question.CountDue;
import dev.upheld.connect.Session;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.testing.TestFolders;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files that nobody would want in a folder of logs: none is deleted by guess, none is followed. */
class HostileLogsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LIMIT = Instant.parse("2025-11-22T12:00:00Z");
  private static final String OLD = "[2025-01-01T10:00:00Z] PUT\n";
  private static final TableName LOG = new TableName(Optional.empty(), "access");

  private final Path outside = TestFolders.create("outside");
  private final Path logs = TestFolders.create("hostile");
  private final LogFiles log =
      new LogFiles(
          List.of("a*"),
          new LogFiles.Dating.ByContent("iso", "["),
          LogFiles.Rotation.DAY,
          Optional.empty(),
          Optional.of("a.log"));
  private final SystemEntry system =
      new SystemEntry(
          "logs",
          Optional.of(
              new Endpoint("files", "", 0, "", "", Secret.of(""), Map.of(), Duration.ofMinutes(1))),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          ZoneId.of("UTC"),
          new Location("systems.yaml", 1, 1),
          Optional.empty(),
          Optional.empty(),
          dev.upheld.datamap.RunWindow.ANY,
          Optional.of(new LogFolder(logs, Map.of("access", log))));

  private static CountDue question() {
    return new CountDue(
        LOG,
        new Due.Before(
            new BoundClock(
                "collected",
                new Clock.Column("written", Clock.Reading.NATIVE),
                BoundClock.Missing.UNKNOWN),
            LIMIT),
        Optional.empty(),
        List.of(),
        NOW,
        ZoneId.of("UTC"));
  }

  private DueCount count() {
    try (Session session = new FilesConnector().open(system, system.access().orElseThrow())) {
      return session.ask(question(), Progress.SILENT).answer();
    }
  }

  private LogActs.Fates run() {
    try (LogActs acts = LogActs.open(system, InstantSource.fixed(NOW))) {
      return acts.run(
          new LogActs.Wanted("rule", LOG, List.of(question()), Map.of(), () -> false),
          UUID.randomUUID(),
          () -> false);
    }
  }

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = Files.write(logs.resolve(name), bytes);
    Files.setLastModifiedTime(file, FileTime.from(LIMIT));
    return file;
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void stays(String name, DueCount expected) {
    assertThat(count()).isEqualTo(expected);
    assertThat(run().gone()).isZero();
    assertThat(logs.resolve(name)).exists();
  }

  private static DueCount unknown() {
    return new DueCount(1, 0, 1, 0, 0, Optional.empty());
  }

  private static byte[] packed(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  @Test
  void whatIsPastGoes() throws IOException {
    file("a.1", OLD);
    assertThat(count().past()).isOne();
    assertThat(run().gone()).isOne();
    assertThat(logs.resolve("a.1")).doesNotExist();
    assertThat(run().listed()).isZero();
  }

  @Test
  void whatHasNoStampOrAnImpossibleOneStays() throws IOException {
    file("a.1", "no stamp\n");
    stays("a.1", unknown());
    file("a.1", OLD + "[2025-02-30T10:00:00Z] x\n");
    stays("a.1", unknown());
  }

  @Test
  void binaryFilesAndEndlessLinesAreReadToTheirEnd() throws IOException {
    byte[] noise = new byte[3_000_000];
    new java.util.Random(7).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == '[' || noise[i] == '\n' ? 0 : noise[i];
    }
    file("a.1", noise);
    stays("a.1", unknown());
    byte[] stamp = OLD.strip().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(stamp, 0, noise, 0, stamp.length);
    file("a.1", noise);
    assertThat(count().past()).isOne();
  }

  @Test
  void aTruncatedOrFalseArchiveStays() throws IOException {
    byte[] whole = packed(OLD.repeat(5000).getBytes(StandardCharsets.UTF_8));
    file("a.gz", java.util.Arrays.copyOf(whole, whole.length - 9));
    stays("a.gz", unknown());
    file("a.gz", OLD);
    stays("a.gz", unknown());
    file("a.gz", packed(OLD.getBytes(StandardCharsets.UTF_8)));
    assertThat(count().past()).isOne();
    Files.delete(logs.resolve("a.gz"));
    file("a.zip", OLD);
    stays("a.zip", unknown());
  }

  @Test
  void aBombIsNotUnpackedForEver() throws IOException {
    Path bomb = logs.resolve("a.bomb.gz");
    byte[] piece = new byte[1 << 20];
    System.arraycopy(OLD.getBytes(StandardCharsets.UTF_8), 0, piece, 0, OLD.length());
    try (OutputStream out =
        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(bomb)))) {
      for (int i = 0; i < 1100; i++) {
        out.write(piece);
      }
    }
    Files.setLastModifiedTime(bomb, FileTime.from(LIMIT));
    stays("a.bomb.gz", unknown());
  }

  @Test
  void linksAndOtherThingsAreNotFollowed() throws IOException {
    Path target = Files.writeString(outside.resolve("target"), OLD);
    Files.createSymbolicLink(logs.resolve("a.link"), target);
    stays("a.link", unknown());
    Files.delete(logs.resolve("a.link"));
    Files.createDirectory(logs.resolve("a.folder"));
    stays("a.folder", unknown());
    assertThat(target).exists();
  }

  @Test
  void aSecondNameElsewhereKeepsIt() throws IOException {
    Files.createLink(outside.resolve("second"), file("a.1", OLD));
    assertThat(count().past()).isOne();
    assertThat(run().keptBack()).containsExactly(Map.entry(LogActs.LINKED, 1L));
    assertThat(logs.resolve("a.1")).exists();
  }

  @Test
  void whatSomebodyWritesStays() throws IOException {
    file("a.log", OLD);
    Path recent = file("a.1", OLD);
    Files.setLastModifiedTime(recent, FileTime.from(NOW.minusSeconds(60)));
    Path open = file("a.2", OLD);
    try (OutputStream writer =
        Files.newOutputStream(open, java.nio.file.StandardOpenOption.APPEND)) {
      assertThat(writer).isNotNull();
      assertThat(run().keptBack()).containsExactly(Map.entry(LogActs.IN_USE, 3L));
    }
    assertThat(run().gone()).isOne();
    assertThat(open).doesNotExist();
  }

  @Test
  void strangeNamesAreTakenAsTheyAre() throws IOException {
    file("a\n.. x", OLD);
    file("a'; --", OLD);
    assertThat(count().past()).isEqualTo(2);
    assertThat(run().gone()).isEqualTo(2);
  }

  @Test
  void aFileOfTheFutureStays() throws IOException {
    file("a.1", OLD + "[2099-01-01T10:00:00Z] x\n");
    DueCount counted = count();
    assertThat(counted.future()).isOne();
    assertThat(run().keptBack()).containsExactly(Map.entry(LogActs.YOUNGER, 1L));
  }

  @Test
  void oldAndYoungInOneFileIsSaidAndStays() throws IOException {
    file("a.1", OLD + "[2026-11-01T10:00:00Z] x\n");
    assertThat(count().past()).isOne();
    assertThat(run().keptBack()).containsExactly(Map.entry(LogActs.YOUNGER, 1L));
    file("a.1", "[2025-11-22T11:00:00Z] x\n[2025-11-22T13:00:00Z] x\n");
    assertThat(count())
        .isEqualTo(new DueCount(1, 0, 0, 0, 1, Optional.of(Instant.parse("2025-11-22T11:00:00Z"))));
    assertThat(run().listed()).isZero();
  }

  @Test
  void linesOutOfOrderAreAllRead() throws IOException {
    file("a.1", OLD + "[2026-11-01T10:00:00Z] x\n" + OLD);
    assertThat(run().gone()).isZero();
  }
}
