package dev.upheld.connect.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFiles.Dating;
import dev.upheld.datamap.logs.LogFiles.Rhythm;
import dev.upheld.datamap.logs.LogFiles.Rotation;
import dev.upheld.datamap.logs.LogFiles.Says;
import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.testing.TestFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Logs of random services, rotated, packed and run over night by night, against a list of all
 * entries in memory: none outlives its time by more than a rotation once a run was there, none goes
 * early, a second run changes nothing, and a day that is gone is named.
 */
class RandomLogsTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @Test
  void someServices() throws IOException {
    services(6);
  }

  @Test
  @Tag("long")
  void manyServices() throws IOException {
    services(120);
  }

  private static void services(int count) throws IOException {
    Long one = Long.getLong("upheld.seed");
    long first = one == null ? System.nanoTime() : one;
    for (int i = 0; i < (one == null ? count : 1); i++) {
      try {
        new Service(new Random(first + i)).live();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("with -Dupheld.seed=" + (first + i) + ": " + e.getMessage(), e);
      }
    }
  }

  /** A service that writes, rotates and packs as it likes, and what it wrote. */
  private static final class Service {
    private final Random random;
    private final Path folder = TestFolders.create("random-logs");
    private final ZoneId zone;
    private final int kind;
    private final int term;
    private final int days;
    private final LocalDate since;
    private final LogFiles log;
    private final TestLogs logs;
    private final List<Instant> written = new ArrayList<>();

    Service(Random random) {
      this.random = random;
      this.zone =
          ZoneId.of(List.of("UTC", "Europe/Paris", "America/New_York").get(random.nextInt(3)));
      this.kind = random.nextInt(5);
      this.term = 20 + random.nextInt(40);
      this.days = term + 25;
      this.since = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
      Rotation rotation = kind == 4 ? Rotation.WEEK : Rotation.DAY;
      Dating dating =
          switch (kind) {
            case 0 -> new Dating.ByName("yyyy-MM-dd", Says.BEGIN);
            case 1 -> new Dating.ByName("yyyyMMdd", Says.END);
            case 2 -> new Dating.ByContent("epoch-millis", "ts=");
            default -> new Dating.ByContent("iso", "ts=");
          };
      this.log =
          new LogFiles(
              List.of("app*"),
              dating,
              rotation,
              kind == 4 ? Optional.empty() : Optional.of(new Rhythm(false, since)),
              Optional.of("app.log"));
      this.logs =
          TestLogs.of(new LogFolder(folder, Map.of("access", log)), "access", BEGIN, BEGIN)
              .in(zone);
    }

    void live() throws IOException {
      StringBuilder week = new StringBuilder();
      for (int d = 0; d < days; d++) {
        LocalDate day = since.plusDays(d);
        String text = day(day);
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        switch (kind) {
          case 0 -> write("app-" + day + ".log", text, end);
          case 1 -> write("app.log-" + day.plusDays(1).toString().replace("-", ""), text, end);
          case 4 -> {
            week.append(text);
            if (d % 7 == 6) {
              write("app.log." + d, week.toString(), end);
              week.setLength(0);
            }
          }
          default -> write("app.log." + d, text, end);
        }
        Instant night = end.plus(Duration.ofMinutes(70 + random.nextInt(600)));
        if (d % 3 != 1 || d == days - 1) {
          night(night, week.isEmpty());
        }
      }
      if (kind != 4) {
        oneDayIsLost(since.plusDays(days).atStartOfDay(zone).toInstant().plusSeconds(9000));
      }
    }

    private String day(LocalDate day) {
      StringBuilder text = new StringBuilder();
      Instant from = day.atStartOfDay(zone).toInstant();
      Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
      TreeSet<Long> seconds = new TreeSet<>();
      for (int i = random.nextInt(5); i >= 0; i--) {
        seconds.add(random.nextLong(from.getEpochSecond(), to.getEpochSecond()));
      }
      for (long second : seconds) {
        Instant at = Instant.ofEpochSecond(second);
        if (kind != 4 || week(day)) {
          written.add(at);
        }
        text.append("u=anna id=").append(at).append(" ts=");
        text.append(
            kind == 2
                ? String.valueOf(at.toEpochMilli())
                : random.nextBoolean() ? at.toString() : offset(at));
        text.append(random.nextBoolean() ? " x\n" : " x\n\tat trace\n");
      }
      return text.toString();
    }

    private String offset(Instant at) {
      return LOCAL.format(at.atOffset(java.time.ZoneOffset.ofHours(-7))) + "-0700";
    }

    /** Weeks that are never rotated are never written. */
    private boolean week(LocalDate day) {
      return (day.toEpochDay() - since.toEpochDay()) / 7 < days / 7;
    }

    private void write(String name, String text, Instant at) throws IOException {
      boolean packs = random.nextBoolean();
      Path file = folder.resolve(packs ? name + ".gz" : name);
      try (OutputStream out =
          packs ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private TestLogs at(Instant now) {
      return new TestLogs(logs.system(), logs.asked(), now.minus(Duration.ofDays(term)), now);
    }

    private LogActs.Fates run(Instant now) {
      return at(now).run();
    }

    private void night(Instant now, boolean weekIsWritten) throws IOException {
      Instant limit = now.minus(Duration.ofDays(term));
      int before = files();
      LogActs.Fates plan;
      try (LogActs acts = LogActs.open(logs.system(), InstantSource.fixed(now))) {
        plan = acts.look(at(now).wanted());
      }
      assertThat(files()).isEqualTo(before);
      LogActs.Fates did = run(now);
      assertThat(did).isEqualTo(plan);
      assertThat((long) before - files()).isEqualTo(did.gone());
      SortedSet<Instant> left = left();
      Duration rotation = log.rotation().longest();
      Duration named = kind == 1 ? Duration.ofDays(1) : Duration.ZERO;
      boolean strict = rotation.multipliedBy(10).compareTo(Duration.ofDays(term)) <= 0;
      if (!left.isEmpty()) {
        assertThat(left.first()).isAfterOrEqualTo(limit.minus(rotation).minus(named));
      }
      if (weekIsWritten) {
        assertThat(left)
            .containsAll(
                written.stream().filter(at -> !at.isBefore(limit) && at.isBefore(now)).toList());
      }
      assertThat(run(now).gone()).isZero();
      assertThat(left().equals(left)).isTrue();
      var count = at(now).count();
      if (strict) {
        assertThat(count.past()).isZero();
      } else if (kind >= 2 && !left.isEmpty()) {
        assertThat(count.past() > 0).isEqualTo(left.first().isBefore(limit));
      }
      if (log.rhythm().isPresent()) {
        var gaps = at(now).gaps();
        assertThat(gaps.missing()).as(gaps.toString()).isZero();
      }
    }

    private void oneDayIsLost(Instant now) throws IOException {
      Instant limit = now.minus(Duration.ofDays(term));
      LocalDate lost = limit.atZone(zone).toLocalDate().plusDays(2 + random.nextInt(term - 6));
      Instant from = lost.atStartOfDay(zone).toInstant();
      Instant to = lost.plusDays(1).atStartOfDay(zone).toInstant();
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.filter(f -> !Ledger.isOne(f.getFileName().toString())).toList()) {
          if (entries(file).stream().anyMatch(at -> !at.isBefore(from) && at.isBefore(to))) {
            Files.delete(file);
          }
        }
      }
      var gaps = at(now).gaps();
      assertThat(gaps.missing()).isOne();
      assertThat(gaps.gaps().getFirst().from()).isEqualTo(from);
      assertThat(gaps.gaps().getFirst().to()).isEqualTo(to);
    }

    private int files() throws IOException {
      try (Stream<Path> all = Files.list(folder)) {
        return (int) all.filter(f -> !Ledger.isOne(f.getFileName().toString())).count();
      }
    }

    private SortedSet<Instant> left() throws IOException {
      TreeSet<Instant> left = new TreeSet<>();
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.filter(f -> !Ledger.isOne(f.getFileName().toString())).toList()) {
          left.addAll(entries(file));
        }
      }
      return left;
    }

    private static List<Instant> entries(Path file) throws IOException {
      InputStream in = Files.newInputStream(file);
      try (BufferedReader text =
          new BufferedReader(
              new InputStreamReader(
                  file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                  StandardCharsets.UTF_8))) {
        return text.lines()
            .filter(line -> line.contains("id="))
            .map(line -> Instant.parse(line.replaceAll(".*id=(\\S+) .*", "$1")))
            .toList();
      }
    }
  }
}
