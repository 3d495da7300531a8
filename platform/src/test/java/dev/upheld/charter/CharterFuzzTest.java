package dev.upheld.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.upheld.charter.promise.Promise;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.kernel.yaml.YamlResult.Document;
import dev.upheld.law.Packs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random damage to sound charters: problems with their places, or a charter; never an exception.
 */
class CharterFuzzTest {
  private static final long SEED = 90_210L;

  /** Far above the slowest seen, so that only a hang or a blow-up fails. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final List<String> PIECES =
      List.of(
          "not-stated",
          "[",
          "]",
          "{",
          "}",
          ": ",
          "- ",
          "\n",
          "  ",
          "0 days",
          "-1 year",
          "P1D",
          "'",
          "\"",
          "&a ",
          "*a",
          "null",
          "~",
          "true",
          "{only: [x]}",
          "earliest-of: [{until: x}]",
          "[]",
          "{}",
          "../../etc/passwd",
          "fr/",
          "/",
          "\u00e9",
          "\uD83D\uDE00",
          "999999999999",
          "# ",
          "keep:",
          "clause: [",
          "docs/contract.md",
          "EU",
          "ZZ",
          "2026-02-30");

  @TempDir Path folder;

  private final Packs.Loaded packs = Packs.load(Workspaces.full());
  private int accepted;
  private byte[] full = {};
  private byte[] demo = {};

  @BeforeEach
  void copyWorkspaces() throws IOException {
    Workspaces.copy(Workspaces.full(), folder.resolve("full"));
    Workspaces.copy(Path.of("..", "examples", "demo"), folder.resolve("demo"));
    full = Files.readAllBytes(folder.resolve("full/charter.yaml"));
    demo = Files.readAllBytes(folder.resolve("demo/charter.yaml"));
  }

  @Test
  void damagedBytes() {
    bytes(SEED, 500);
    assertThat(accepted).as("charters that survived").isBetween(10, 490);
  }

  @Test
  void damagedStructure() {
    structure(SEED, 500);
    assertThat(accepted).as("charters that survived").isBetween(10, 490);
  }

  @Test
  @Tag("long")
  void damagedForLonger() {
    for (long seed = SEED + 1; seed <= SEED + 10; seed++) {
      bytes(seed, 1_000);
      structure(seed, 1_000);
    }
  }

  private void bytes(long seed, int rounds) {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      boolean small = random.nextBoolean();
      byte[] bytes = small ? demo : full;
      for (int i = random.nextInt(3); i >= 0; i--) {
        bytes = damage(bytes, random);
      }
      check(small ? "demo" : "full", bytes, "bytes, seed %d round %d".formatted(seed, round));
    }
  }

  private void structure(long seed, int rounds) {
    Random random = new Random(seed);
    YamlNode sound = tree(full);
    for (int round = 0; round < rounds; round++) {
      String yaml = new TreeDamage(random, 1 + random.nextInt(6)).damaged(sound);
      check(
          "full",
          yaml.getBytes(StandardCharsets.UTF_8),
          "structure, seed %d round %d".formatted(seed, round));
    }
  }

  private static YamlNode tree(byte[] bytes) {
    return ((Document) YamlReader.read("f.yaml", bytes)).root();
  }

  private void check(String workspace, byte[] bytes, String which) {
    try {
      Path root = folder.resolve(workspace);
      Files.write(root.resolve(Charters.FILE), bytes);
      CharterReading reading = assertTimeoutPreemptively(PATIENCE, () -> read(root));
      assertThat(reading.charter().isEmpty()).isEqualTo(!reading.problems().isEmpty());
      reading.problems().forEach(CharterFuzzTest::check);
      accepted += reading.charter().isPresent() ? 1 : 0;
      reading
          .charter()
          .ifPresent(
              charter -> {
                List<Promise> promises = Charters.promises(charter);
                promises.forEach(p -> assertThat(Charters.digest(p)).hasSize(64));
                assertThat(promises).extracting(p -> p.id().toString()).doesNotHaveDuplicates();
                Charters.findings(charter).forEach(f -> assertThat(f.sentence()).isNotBlank());
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new AssertionError(which + ": " + HexFormat.of().formatHex(bytes), e);
    }
  }

  private CharterReading read(Path root) {
    return new WorkspaceReader(root, Workspaces.DAY, packs).read();
  }

  private static void check(Problem problem) {
    assertThat(problem.where()).isPresent();
    assertThat(problem.what()).isNotBlank().matches("[^\\p{Cntrl}]*");
    assertThat(problem.mend()).isNotBlank().matches("[^\\p{Cntrl}]*");
  }

  private static byte[] damage(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(5)) {
      case 0 -> splice(bytes, at, 0, piece);
      case 1 -> splice(bytes, at, random.nextInt(12), piece);
      case 2 -> splice(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
      case 3 -> splice(bytes, at, random.nextInt(80), new byte[0]);
      default -> {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(120));
        yield splice(bytes, at, 0, Arrays.copyOfRange(bytes, from, to));
      }
    };
  }

  private static byte[] splice(byte[] bytes, int at, int cut, byte[] insert) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(Arrays.copyOf(bytes, at));
    parts.add(insert);
    parts.add(Arrays.copyOfRange(bytes, Math.min(bytes.length, at + cut), bytes.length));
    byte[] all = new byte[parts.stream().mapToInt(p -> p.length).sum()];
    int position = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, position, part.length);
      position += part.length;
    }
    return all;
  }
}
