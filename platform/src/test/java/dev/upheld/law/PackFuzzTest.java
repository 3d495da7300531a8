package dev.upheld.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged packs: each is read or refused with placed problems, none makes the reader throw. */
class PackFuzzTest {
  private static final long SEED = 908L;
  private static final List<String> WORDS =
      List.of(
          "",
          "~",
          "[]",
          "{}",
          "[a]",
          "{value: x}",
          "{value: {}}",
          "-1",
          "99999999999",
          "given",
          "min",
          "2026-02-30",
          "02-30",
          "1 month",
          "saturday",
          "{unless: x}",
          "EU",
          "seen",
          "\"\"",
          "easter: 1");

  @Test
  void damagedPacksAreReadOrRefused() throws IOException {
    fuzz(SEED, 150);
  }

  @Test
  @Tag("long")
  void damagedPacksAreReadOrRefusedForLonger() throws IOException {
    for (long seed = SEED + 1; seed < SEED + 11; seed++) {
      fuzz(seed, 1_000);
    }
  }

  private static void fuzz(long seed, int rounds) throws IOException {
    List<String> packs = List.of(text("eu-gdpr"), text("ma-09-08"));
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      String damaged = packs.get(random.nextInt(packs.size()));
      for (int i = random.nextInt(4); i >= 0; i--) {
        damaged = damage(damaged, random);
      }
      try {
        PackLinker linker = new PackLinker(Map.of());
        linker.add(YamlReader.read("p.yaml", damaged.getBytes(StandardCharsets.UTF_8)));
        Packs.Loaded loaded = linker.link();
        assertThat(loaded.problems()).allSatisfy(p -> assertThat(p.where()).isPresent());
        loaded.packs().all().forEach(pack -> assertThat(pack.everyReference()).isNotNull());
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        throw new AssertionError("seed %d round %d".formatted(seed, round), e);
      }
    }
  }

  private static String text(String pack) throws IOException {
    try (InputStream in = PackFuzzTest.class.getResourceAsStream("packs/" + pack + ".yaml")) {
      assertThat(in).isNotNull();
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String damage(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    String word = WORDS.get(random.nextInt(WORDS.size()));
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.set(at, line.replaceFirst(": [^,}]*", ": " + word.replace("$", "")));
      case 3 -> lines.set(at, line.replaceFirst("[a-z]+:", "x:"));
      default -> {
        int cut = line.isEmpty() ? 0 : random.nextInt(line.length());
        lines.set(at, line.substring(0, cut) + word + line.substring(cut));
      }
    }
    return String.join("\n", lines);
  }
}
