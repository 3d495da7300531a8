package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.engine.Outbox;
import dev.upheld.store.StoreHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was sent to partners outlives the process, and ids of people do not outlive the act. */
class OutboxFolderTest {
  private static final Instant FIRST = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  private Outbox outbox() {
    return OutboxFolder.in(new StoreHome(folder));
  }

  private String everything() {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long keys() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("keys/people/outbox"))) {
      return files.count();
    }
  }

  @Test
  void anActIsFoundAgainByTheNextProcessAndItsIdsGoWithItsEnd() throws IOException {
    assertThat(outbox().find("digest/pay")).isEmpty();

    outbox().begin("digest/pay", new TreeSet<>(List.of("cus_1", "cus_2")), "[]");

    Outbox.Sent sent = outbox().find("digest/pay").orElseThrow();
    assertThat(sent.ids()).containsExactly("cus_1", "cus_2");
    assertThat(sent.done()).isEmpty();
    assertThat(outbox().find("digest/other")).isEmpty();
    assertThat(everything()).doesNotContain("cus_");
    assertThat(keys()).isEqualTo(1);

    outbox().done("digest/pay", FIRST);
    outbox().done("digest/pay", FIRST.plusSeconds(60));

    Outbox.Sent done = outbox().find("digest/pay").orElseThrow();
    assertThat(done).isEqualTo(new Outbox.Sent(new TreeSet<>(), "[]", done.done()));
    assertThat(done.done()).contains(FIRST);
    assertThat(keys()).isZero();
  }

  /** Killed after the end was noted and before the key was dropped. */
  @Test
  void aKeyThatACrashLeftGoesWhenItsActIsLookedAt() throws IOException {
    outbox().begin("a", new TreeSet<>(List.of("x")), "[1]");
    Path key = folder.resolve("keys/people/outbox").resolve(onlyKey());
    byte[] was = Files.readAllBytes(key);
    outbox().done("a", FIRST);
    Files.write(key, was);

    assertThat(outbox().find("a").orElseThrow().done()).contains(FIRST);

    assertThat(keys()).isZero();
  }

  /** Killed while an act was written down: what is half written holds ids, and its key is there. */
  @Test
  void whatACrashLeftHalfWrittenGoesWithTheEndOfItsAct() throws IOException {
    outbox().begin("a", new TreeSet<>(List.of("x")), "[1]");
    Path file;
    try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
      file = files.findFirst().orElseThrow();
    }
    String whole = file.getFileName().toString();
    Path half = file.resolveSibling(whole.replace(".json", "") + "-1.new");
    String text = Files.readString(file);
    Files.writeString(half, text.substring(0, text.length() - 20));
    Files.delete(file);
    outbox().begin("a", new TreeSet<>(List.of("x")), "[1]");
    outbox().begin("b", new TreeSet<>(List.of("y")), "[1]");

    outbox().done("b", FIRST);
    assertThat(half).exists();
    outbox().done("a", FIRST);
    assertThat(half).doesNotExist();
    assertThat(keys()).isZero();
  }

  private String onlyKey() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("keys/people/outbox"))) {
      return files.map(f -> f.getFileName().toString()).findFirst().orElseThrow();
    }
  }

  @Test
  void theSameActMayBeginAnewAfterItsEnd() {
    outbox().begin("a", new TreeSet<>(List.of("x")), "[1]");
    outbox().done("a", FIRST);
    outbox().begin("a", new TreeSet<>(List.of("y")), "[2]");

    Outbox.Sent sent = outbox().find("a").orElseThrow();
    assertThat(sent.ids()).containsExactly("y");
    assertThat(sent.figures()).isEqualTo("[2]");
  }
}
