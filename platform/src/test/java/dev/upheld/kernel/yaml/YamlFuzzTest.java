package dev.upheld.kernel.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlResult.Document;
import dev.upheld.kernel.yaml.YamlResult.Faulty;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random damage to sound files: the answer is always a document or placed problems. */
class YamlFuzzTest {
  private static final long SEED = 20_261_122L;
  private static final YamlLimits LIMITS = new YamlLimits(20_000, 24, 2_000, 20);

  private static final List<String> SOUND =
      List.of(
          """
          # a charter
          organisation: {id: northwind, name: "Nørthwind, Ltd", url: 'https://northwind.example'}
          activities:
            audience:
              purpose: {is: measure-audience, clause: [CC-04]}
              keep: {for: 180 days, from: collected, then: delete}
              data:
                - ip-half   # comment
                - "browser"
          """,
          """
          %YAML 1.2
          ---
          base: &base
            k: [a, b, {c: d}]
            t: |
              line
               indented
            f: >-
              folded
              text
          other: *base
          ? complex
          : value
          "q\\u00e9\\n": ~
          ...
          """,
          "- - - x\n- [1, 2, [3, {a: b}]]\n- {\"a\": 'b''c', d: !!str e}\n- <<: {a: b}\n");

  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "{",
          "}",
          ": ",
          "- ",
          "? ",
          "&a ",
          "*a",
          "!!x ",
          "<<: ",
          "\n",
          "\t",
          "  ",
          "'",
          "\"",
          "|\n",
          ">-\n",
          "#",
          "---\n",
          "...\n",
          "%TAG ! x\n",
          "\\x",
          "\\U00110000",
          "\\uD800",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "😀",
          ",",
          "@",
          "`",
          "a: b\n",
          "~");

  @Test
  void anyBytesGiveADocumentOrProblems() {
    fuzz(SEED, 20_000);
  }

  @Test
  @Tag("long")
  void anyBytesGiveADocumentOrProblemsForLonger() {
    for (long seed = SEED + 1; seed <= SEED + 20; seed++) {
      fuzz(seed, 50_000);
    }
  }

  private static void fuzz(long seed, int rounds) {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = SOUND.get(random.nextInt(SOUND.size())).getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(6); i >= 0; i--) {
        bytes = damage(bytes, random);
      }
      check(bytes, "seed %d round %d".formatted(seed, round));
    }
  }

  private static void check(byte[] bytes, String which) {
    try {
      YamlResult result = YamlReader.read("f.yaml", bytes, LIMITS);
      switch (result) {
        case Document document -> assertThat(document.root().at().line()).isPositive();
        case Faulty(List<Problem> problems) -> problems.forEach(p -> checkProblem(p, bytes));
      }
      assertThat(YamlReader.read("f.yaml", bytes, LIMITS)).isEqualTo(result);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new AssertionError(which + ": " + HexFormat.of().formatHex(bytes), e);
    }
  }

  private static void checkProblem(Problem problem, byte[] bytes) {
    Location at = problem.where().orElseThrow();
    assertThat(at.file()).isEqualTo("f.yaml");
    assertThat(at.line()).isBetween(0, bytes.length + 1);
    assertThat(at.column()).isBetween(0, bytes.length + 1);
    assertThat(problem.what()).isNotBlank().matches("[^\\p{Cntrl}]*");
    assertThat(problem.mend()).isNotBlank();
  }

  private static byte[] damage(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    return switch (random.nextInt(5)) {
      case 0 -> splice(bytes, at, 0, piece(random));
      case 1 -> splice(bytes, at, random.nextInt(8), new byte[0]);
      case 2 -> splice(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
      case 3 -> splice(bytes, at, 0, repeated(piece(random), 1 + random.nextInt(60)));
      default -> {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        yield splice(bytes, at, 0, Arrays.copyOfRange(bytes, from, to));
      }
    };
  }

  private static byte[] piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] repeated(byte[] piece, int times) {
    byte[] all = new byte[piece.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = piece[i % piece.length];
    }
    return all;
  }

  private static byte[] splice(byte[] bytes, int at, int cut, byte[] insert) {
    int rest = Math.min(bytes.length, at + cut);
    byte[] all = Arrays.copyOf(bytes, at + insert.length + bytes.length - rest);
    System.arraycopy(insert, 0, all, at, insert.length);
    System.arraycopy(bytes, rest, all, at + insert.length, bytes.length - rest);
    return all;
  }
}
