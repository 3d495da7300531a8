package dev.upheld.connect.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.upheld.connect.Answer.DueCount;
import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.testing.TestFolders;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files that nobody would want in a folder of logs: none is deleted by guess, none is followed. */
class HostileLogsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LIMIT = Instant.parse("2025-11-22T12:00:00Z");
  private static final String OLD = "[2025-01-01T10:00:00Z] PUT\n";

  private final Path outside = TestFolders.create("outside");
  private final Path logs = TestFolders.create("hostile");
  private final LogFiles log =
      new LogFiles(
          List.of("a*"),
          new LogFiles.Dating.ByContent("iso", "["),
          LogFiles.Rotation.DAY,
          Optional.empty(),
          Optional.of("a.log"));
  private final TestLogs access =
      TestLogs.of(new LogFolder(logs, Map.of("access", log)), "access", LIMIT, NOW);

  private DueCount count() {
    return access.count();
  }

  private LogActs.Fates run() {
    return access.run();
  }

  private Path file(String name, byte[] bytes) {
    return access.file(name, bytes);
  }

  private Path file(String name, String text) {
    return access.file(name, text);
  }

  private void stays(String name, DueCount expected) {
    assertThat(count()).isEqualTo(expected);
    assertThat(run().gone()).isZero();
    assertThat(logs.resolve(name)).exists();
  }

  private static DueCount unknown() {
    return new DueCount(1, 0, 1, 0, 0, Optional.empty());
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
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
    byte[] whole = TestLogs.packed(OLD.repeat(5000));
    file("a.gz", Arrays.copyOf(whole, whole.length - 9));
    stays("a.gz", unknown());
    file("a.gz", OLD);
    stays("a.gz", unknown());
    file("a.gz", TestLogs.packed(OLD));
    assertThat(count().past()).isOne();
    Files.delete(logs.resolve("a.gz"));
    file("a.zip", OLD);
    stays("a.zip", unknown());
  }

  @Test
  void anArchiveIsReadToItsLastByte() {
    byte[] old = TestLogs.packed(OLD);
    file("a.gz", joined(old, TestLogs.packed("[2026-11-01T10:00:00Z] x\n")));
    assertThat(run().gone()).as("two archives in one").isZero();
    file("a.gz", joined(old, "[2026-11-01T10:00:00Z] x\n".getBytes(StandardCharsets.UTF_8)));
    stays("a.gz", unknown());
    byte[] spoilt = TestLogs.packed("[2026-11-01T10:00:00Z] x\n");
    spoilt[2] = 7;
    file("a.gz", joined(old, spoilt));
    stays("a.gz", unknown());
  }

  @Test
  void muchWithoutAStampIsNotDated() {
    String trace = "\tat somewhere in a program\n";
    file("a.1", trace.repeat(100) + OLD + trace.repeat(3000) + OLD);
    assertThat(count().past()).isOne();
    file("a.1", trace.repeat(3000) + OLD);
    stays("a.1", unknown());
    file("a.1", OLD + "2026-11-01 10:00 stamped in another way since\n".repeat(30_000));
    stays("a.1", unknown());
    file("a.1", OLD + (" ".repeat(2000) + OLD).repeat(1000));
    stays("a.1", unknown());
  }

  @Test
  void aFileOfTwoLogsGoesByTheRuleOfNeither() {
    TestLogs both =
        TestLogs.of(
            new LogFolder(logs, Map.of("access", log, "audit", log("a.audit*"))),
            "access",
            LIMIT,
            NOW);
    file("a.audit.31", OLD);
    file("a.1", OLD);
    assertThat(both.count().unknown()).isOne();
    assertThat(both.run().keptBack()).containsExactly(Map.entry(LogActs.SHARED, 1L));
    assertThat(logs.resolve("a.audit.31")).exists();
    assertThat(logs.resolve("a.1")).doesNotExist();
  }

  private static LogFiles log(String names) {
    return TestLogs.log(names, new LogFiles.Dating.ByContent("iso", "["), LogFiles.Rotation.DAY);
  }

  @Test
  void whatNoLogTakesIsSaid() throws IOException {
    assertThat(access.ask(access.question()).sight().beside()).hasSize(1);
    file("a.1", OLD);
    assertThat(access.ask(access.question()).sight().beside()).isEmpty();
    Files.createDirectory(logs.resolve("old"));
    file("other.log", OLD);
    var seen = access.ask(access.question()).sight();
    assertThat(seen.isFull()).isTrue();
    assertThat(seen.beside()).singleElement().asString().contains("2 files or folders");
    TestLogs told =
        TestLogs.of(
            new LogFolder(logs, Map.of("access", log), List.of("old", "oth*")),
            "access",
            LIMIT,
            NOW);
    assertThat(told.ask(told.question()).sight().beside()).isEmpty();
  }

  @Test
  void notesTellOnlyWhatWent() throws IOException {
    UUID run = UUID.randomUUID();
    Path file = file("a.1", OLD);
    file("a.2", OLD);
    AtomicInteger moment = new AtomicInteger();
    LogActs.Fates fates =
        access.run(
            run,
            () -> {
              if (moment.incrementAndGet() == 2) {
                touch(file);
                touch(logs.resolve("a.2"));
              }
            });
    assertThat(fates.keptBack()).containsExactly(Map.entry(LogActs.CHANGED, 2L));
    assertThat(access.remembered(run)).isZero();
  }

  private static void touch(Path file) {
    try {
      Files.writeString(file, OLD, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatWasWrittenAfterACrashDidNotGo() {
    UUID run = UUID.randomUUID();
    Path file = file("a.1", OLD);
    AtomicInteger moment = new AtomicInteger();
    assertThatThrownBy(
            () ->
                access.run(
                    run,
                    () -> {
                      if (moment.incrementAndGet() == 2) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    touch(file);
    assertThat(access.remembered(run)).isZero();
  }

  @Test
  void aPipeThatIsCalledLikeANoteIsNotOpened() throws Exception {
    Path pipe = logs.resolve(".upheld-act.pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    file("a.1", OLD);
    LogActs.Fates fates = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> access.run());
    assertThat(fates.gone()).isOne();
    assertThat(pipe).exists();
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
    try (OutputStream writer = Files.newOutputStream(open, StandardOpenOption.APPEND)) {
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
