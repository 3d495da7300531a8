package dev.upheld.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.discover.FidesImport.Choice;
import dev.upheld.discover.fideslang.FidesFile;
import dev.upheld.discover.fideslang.FidesFile.Dataset;
import dev.upheld.discover.fideslang.FidesReader;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.testing.DemoWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random damage to annotated datasets: faults with their places, or a data map without fault; never
 * another exception.
 */
class FidesFuzzTest {
  private static final long SEED = 65_065L;

  /** Far above the slowest seen, so that only a hang or a blow-up fails. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String[] PIECES = {
    "null",
    "~",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    "\n",
    "  ",
    "'",
    "\"",
    "&a ",
    "*a",
    "!!int ",
    "True",
    "no",
    "user",
    "user.contact.email",
    "system.operations",
    "dataset:",
    "fields:",
    "fides_meta:",
    "{a: b}",
    "[]",
    "7",
    "\u00e9",
    "\uD83D\uDE00",
    "# ",
    "\\u0000",
    "\\n",
    "\\e[1m",
    "customer.id",
    "bookshop_db",
    ".",
    "..",
    "name",
    "id",
    "email",
    "product",
    "places",
    "->",
    "[x=y]",
  };

  @TempDir Path folder;
  private int taken;

  @BeforeEach
  void workspace() throws IOException {
    DemoWorkspace.copyTo(folder);
  }

  @Test
  void damagedFiles() throws IOException {
    String sound = new String(FidesImportTest.bookshop(), StandardCharsets.UTF_8);
    Workspace workspace =
        Workspaces.read(folder, References.machine().overlaid(Map.of())).workspace().orElseThrow();
    Random random = new Random(SEED);
    for (int round = 0; round < 1_500; round++) {
      String text = random.nextBoolean() ? words(sound, random) : letters(sound, random);
      String which = "seed " + SEED + " round " + round + "\n" + text;
      try {
        assertTimeoutPreemptively(PATIENCE, () -> check(workspace, text));
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        throw new AssertionError(which, e);
      }
    }
    assertThat(taken).as("files taken over").isBetween(200, 1_400);
  }

  /** Words replaced by others: sound YAML more often than not. */
  private static String words(String text, Random random) {
    List<String> words = new ArrayList<>(List.of(text.split("(?<=[\\s,{}\\[\\]:])", -1)));
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(words.size());
      String word = words.get(at);
      String piece = PIECES[random.nextInt(PIECES.length)];
      words.set(at, word.isBlank() ? word : piece + word.substring(word.length() - 1));
    }
    return String.join("", words);
  }

  private static String letters(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(damaged.length());
      int to = Math.min(damaged.length(), at + random.nextInt(30));
      switch (random.nextInt(3)) {
        case 0 -> damaged.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> damaged.delete(at, to);
        default -> damaged.insert(random.nextInt(damaged.length()), damaged.substring(at, to));
      }
    }
    return damaged.toString();
  }

  private void check(Workspace workspace, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    switch (FidesReader.read(YamlReader.read("f.yml", bytes, FidesReader.LIMITS))) {
      case FidesReader.Result.Faulty(List<Problem> faults) -> {
        assertThat(faults).isNotEmpty();
        faults.forEach(FidesFuzzTest::told);
      }
      case FidesReader.Result.Sound(FidesFile file) -> {
        Set<String> all = file.datasets().stream().map(Dataset::key).collect(Collectors.toSet());
        Imported imported = imported(workspace, file, new Choice(all, Optional.empty()));
        String after = imported.changes() ? imported.after() : "system: eu-main\n";
        assertThat(
                Workspaces.reading(workspace, "eu-main", after.getBytes(StandardCharsets.UTF_8))
                    .faults())
            .isEmpty();
        assertThat(imported.told()).allMatch(t -> !t.what().isBlank() && t.at().line() > 0);
        taken++;
      }
    }
  }

  private static Imported imported(Workspace workspace, FidesFile file, Choice choice) {
    return new FidesImport(workspace, "eu-main").look(file, choice);
  }

  private static void told(Problem problem) {
    assertThat(problem.where()).isPresent();
    assertThat(problem.what()).isNotBlank().matches("[^\\p{Cntrl}]*");
    assertThat(problem.mend()).isNotBlank().matches("[^\\p{Cntrl}]*");
  }
}
