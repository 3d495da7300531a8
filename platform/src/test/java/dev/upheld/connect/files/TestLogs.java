package dev.upheld.connect.files;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.connect.Question.CountDue;
import dev.upheld.connect.Question.CountGaps;
import dev.upheld.connect.Session;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.RunWindow;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * A folder of logs at an instant, one of them asked about.
 *
 * @param asked the word of that log
 * @param limit what was written before it is past its time
 */
record TestLogs(SystemEntry system, String asked, Instant limit, Instant now) {

  static TestLogs of(LogFolder logs, String asked, Instant limit, Instant now) {
    return new TestLogs(system(logs, ZoneId.of("UTC")), asked, limit, now);
  }

  static SystemEntry system(LogFolder logs, ZoneId zone) {
    return new SystemEntry(
        "logs",
        Optional.of(
            new Endpoint("files", "", 0, "", "", Secret.of(""), Map.of(), Duration.ofMinutes(1))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        zone,
        new Location("systems.yaml", 1, 1),
        Optional.empty(),
        Optional.empty(),
        RunWindow.ANY,
        Optional.of(logs),
        Set.of());
  }

  TestLogs at(Instant other) {
    return new TestLogs(system, asked, other.minus(Duration.between(limit, now)), other);
  }

  TestLogs in(ZoneId zone) {
    return new TestLogs(system(system.folder().orElseThrow(), zone), asked, limit, now);
  }

  TableName table() {
    return new TableName(Optional.empty(), asked);
  }

  CountDue question() {
    return new CountDue(
        table(),
        new Due.Before(
            new BoundClock(
                "collected",
                new Clock.Column("written", Clock.Reading.NATIVE),
                BoundClock.Missing.UNKNOWN),
            limit),
        Optional.empty(),
        List.of(),
        now,
        system.zone());
  }

  <A extends Answer> Answered<A> ask(Question<A> question) {
    try (Session session = new FilesConnector().open(system, system.access().orElseThrow())) {
      return session.ask(question, Progress.SILENT);
    }
  }

  Answer.DueCount count() {
    return ask(question()).answer();
  }

  Answer.GapCount gaps() {
    return ask(new CountGaps(table(), limit, now)).answer();
  }

  LogActs.Wanted wanted() {
    return new LogActs.Wanted("rule", table(), List.of(question()), Map.of(), () -> false);
  }

  LogActs.Fates run() {
    return run(UUID.randomUUID(), () -> {});
  }

  LogActs.Fates run(UUID run, Runnable moment) {
    try (LogActs acts = LogActs.open(system, InstantSource.fixed(now), moment)) {
      return acts.run(wanted(), run, () -> false);
    }
  }

  long remembered(UUID run) {
    try (LogActs acts = LogActs.open(system, InstantSource.fixed(now))) {
      return acts.remembered(run).orElseThrow();
    }
  }

  Path path(String name) {
    return system.folder().orElseThrow().folder().resolve(name);
  }

  /** Writes a file that was last written at the limit. */
  Path file(String name, byte[] bytes) {
    try {
      Path file = Files.write(path(name), bytes);
      Files.setLastModifiedTime(file, FileTime.from(limit));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** As gzip packs it. */
  static byte[] packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static LogFiles log(String names, LogFiles.Dating dating, LogFiles.Rotation rotation) {
    return new LogFiles(List.of(names), dating, rotation, Optional.empty(), Optional.empty());
  }
}
