package dev.upheld.kernel.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import dev.upheld.kernel.yaml.YamlResult.Document;
import dev.upheld.kernel.yaml.YamlResult.Faulty;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to exhaust stack, memory or time. */
class YamlHostileTest {
  /** Far above the slowest seen (below a second), so that only a hang or a blow-up fails. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static YamlResult read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return assertTimeoutPreemptively(PATIENCE, () -> YamlReader.read("f.yaml", bytes));
  }

  private static YamlCode firstFault(String text) {
    return (YamlCode) ((Faulty) read(text)).problems().getFirst().code();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[", "{", "- ", "-\n", "? ", ": ", "a: ", "&a ", "&a [", "*a ", "!!x ", "! ", "'", "\"",
        "#", " ", "\t", "\n", "\r", "|\n", ">", "%", "%A\n", "{a: ", "[a, ", "[[],", "{? ", "\\",
        "---\n", "...\n", "a: b\n", "<<: \n", "a\n", "a ", "é", "😀", "\"\\", "- |\n ", "a:\n ",
        "]", "}", ",", "[,", "{,", "\"a\": ", "{a", "[? ", "[: "
      })
  void oneTokenOverAndOverIsAnsweredInTime(String token) {
    int times = YamlLimits.DEFAULT.maxBytes() / token.getBytes(StandardCharsets.UTF_8).length;
    YamlResult result = read(token.repeat(times));
    if (result instanceof Faulty(List<Problem> problems)) {
      assertThat(problems).hasSizeLessThanOrEqualTo(YamlLimits.DEFAULT.maxProblems());
    }
  }

  @Test
  void growingIndentationIsAnsweredInTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < YamlLimits.DEFAULT.maxBytes() - 3_000; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    assertThat(firstFault(text.toString())).isEqualTo(YamlCode.TOO_DEEP);
  }

  @Test
  void nestingEndsAtTheLimit() {
    assertThat(read("[".repeat(64) + "x" + "]".repeat(64))).isInstanceOf(Document.class);
    assertThat(firstFault("[".repeat(65) + "x" + "]".repeat(65))).isEqualTo(YamlCode.TOO_DEEP);
  }

  @Test
  void nestingThroughAliasesEndsAtTheLimit() {
    // the list around them is one level, the first alias stands for the second
    assertThat(read(nestedByAliases(63))).isInstanceOf(Document.class);
    assertThat(firstFault(nestedByAliases(64))).isEqualTo(YamlCode.TOO_DEEP);
  }

  private static String nestedByAliases(int levels) {
    StringBuilder text = new StringBuilder("- &a1 [x]\n");
    for (int i = 2; i <= levels; i++) {
      text.append("- &a%d [*a%d]\n".formatted(i, i - 1));
    }
    return text.toString();
  }

  @Test
  void aliasBombIsRefused() {
    StringBuilder text = new StringBuilder("- &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("- &a%d [".formatted(i)).append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
    }
    assertThat(firstFault(text.toString())).isEqualTo(YamlCode.TOO_MANY_NODES);
  }

  @Test
  void aliasesCountAsWhatTheyStandFor() {
    YamlLimits limits = new YamlLimits(1_000, 8, 13, 5);
    byte[] within = "[&a [1, 2, 3], *a, *a]".getBytes(StandardCharsets.UTF_8);
    assertThat(YamlReader.read("f", within, limits)).isInstanceOf(Document.class);
    byte[] beyond = "[&a [1, 2, 3], *a, *a, 4]".getBytes(StandardCharsets.UTF_8);
    assertThat(YamlReader.read("f", beyond, limits)).isInstanceOf(Faulty.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&a [*a]",
        "a: &a {b: {c: *a}}",
        "&a {? *a : b}",
        "&a [&a [*a], *a]",
        "[&a x, &a [*a]]"
      })
  void nothingContainsItself(String text) {
    assertThat(read(text)).isInstanceOf(Faulty.class);
  }

  @Test
  void aPipeNobodyWritesToIsNotWaitedFor(@TempDir Path folder) throws Exception {
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe.yaml").toString()).start();
    assertThat(made.waitFor()).isZero();
    YamlResult result =
        assertTimeoutPreemptively(PATIENCE, () -> YamlReader.read(folder, Path.of("pipe.yaml")));
    assertThat(((Faulty) result).problems())
        .extracting(Problem::code)
        .containsExactly(YamlCode.FILE_UNREADABLE);
  }

  @Test
  void manyKeysOfOneHashAreNoTrap() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 << 14; i++) {
      StringBuilder key = new StringBuilder();
      for (int bit = 0; bit < 14; bit++) {
        key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append(key).append(": 1\n");
    }
    assertThat(read(text.toString())).isInstanceOf(Document.class);
  }

  @Test
  void manyAnchorsAreNoTrap() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append("- &a").append(i).append(" x\n");
    }
    Document document = (Document) read(text.toString());
    assertThat(((Sequence) document.root()).items()).hasSize(100_000);
  }
}
