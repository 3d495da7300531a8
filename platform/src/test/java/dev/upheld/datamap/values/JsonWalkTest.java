package dev.upheld.datamap.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.Inside.Path;
import dev.upheld.datamap.Inside.Step;
import dev.upheld.datamap.values.JsonWalk.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWalkTest {
  private final List<String> seen = new ArrayList<>();

  private Ending walk(String text) {
    seen.clear();
    return JsonWalk.walk(
        text,
        (path, kind, value) ->
            seen.add((path.isEmpty() ? "" : new Path(path)) + " " + kind + " " + value));
  }

  @Test
  void everyValueWithItsPath() {
    String text =
        """
        {"a": {"b": ["x", {"c": 1.5e3}, []]}, "d\\u00e9\\"": true, "e": null, "f": {}, "g": -7,
         "h": "a\\\\b\\n\\/\\ud83d\\ude00"}
        """;
    assertThat(walk(text)).isEqualTo(Ending.WHOLE);
    assertThat(seen)
        .containsExactly(
            "a.b[] TEXT x",
            "a.b[].c NUMBER 1.5e3",
            "\"dé\"\"\" FLAG true",
            "e NULL null",
            "g NUMBER -7",
            "h TEXT a\\b\n/\ud83d\ude00");
  }

  @Test
  void aDocumentMayBeOneValue() {
    assertThat(walk(" \"x\" ")).isEqualTo(Ending.WHOLE);
    assertThat(walk("12")).isEqualTo(Ending.WHOLE);
    assertThat(seen).containsExactly(" NUMBER 12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "{a: 1}",
        "{\"a\" 1}",
        "{\"a\": 1,}",
        "[1,,2]",
        "[1]]",
        "{\"a\": 1} x",
        "[1}",
        "{\"a\": 1]",
        "[NaN]",
        "'x'",
        "[tru]",
        "01:02",
        "{,}",
        "[-]"
      })
  void whatIsNoDocumentIsSaid(String text) {
    assertThat(walk(text)).as(text).isEqualTo(Ending.BROKEN);
  }

  @Test
  void aDocumentCutAnywhereShowsWhatStandsBefore() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      List<String> expected = new ArrayList<>();
      String text = container(random, "", expected, 4);
      assertThat(walk(text)).as("seed %d: %s", seed, text).isEqualTo(Ending.WHOLE);
      assertThat(seen).as("seed %d: %s", seed, text).isEqualTo(expected);
      String cut = text.substring(0, random.nextInt(text.length()));
      assertThat(walk(cut)).as("seed %d: %s", seed, cut).isEqualTo(Ending.CUT);
      assertThat(expected.subList(0, seen.size())).as("seed %d: %s", seed, cut).isEqualTo(seen);
    }
  }

  /** Writes a document and, on the way, what it holds. */
  private static String container(Random random, String path, List<String> expected, int depth) {
    boolean object = random.nextBoolean();
    StringBuilder out = new StringBuilder(object ? "{" : "[");
    int n = random.nextInt(4);
    for (int i = 0; i < n; i++) {
      out.append(i == 0 ? "" : random.nextBoolean() ? "," : " ,\n");
      String key = "k" + random.nextInt(3);
      out.append(object ? '"' + key + "\": " : "");
      String here = object ? (path.isEmpty() ? "" : path + ".") + key : path + "[]";
      out.append(value(random, here, expected, depth));
    }
    return out.append(object ? '}' : ']').toString();
  }

  private static String value(Random random, String here, List<String> expected, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> {
        expected.add(here + " NUMBER 42");
        yield "42";
      }
      case 1 -> {
        expected.add(here + " FLAG false");
        yield "false";
      }
      case 2 -> {
        expected.add(here + " NULL null");
        yield "null";
      }
      case 3 -> {
        expected.add(here + " TEXT {\"]}, \\");
        yield "\"{\\\"]}, \\\\\"";
      }
      default -> container(random, here, expected, depth - 1);
    };
  }

  @Test
  void anyTextIsRead() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String signs = "{}[]\":,\\ u0e-1tfn";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int n = random.nextInt(20);
      for (int j = 0; j < n; j++) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(walk(text.toString())).as("seed %d: %s", seed, text).isNotNull();
    }
  }

  @Test
  void depthIsNoLimit() {
    String deep = "[".repeat(200_000) + "\"x\"" + "]".repeat(200_000);
    assertThat(JsonWalk.walk(deep, (path, kind, value) -> seen.add(value))).isEqualTo(Ending.WHOLE);
    assertThat(seen).containsExactly("x");
  }

  @Test
  void pathsAreThoseOfTheMap() {
    List<List<Step>> paths = new ArrayList<>();
    JsonWalk.walk("{\"a\": [1]}", (path, kind, value) -> paths.add(List.copyOf(path)));
    assertThat(paths).containsExactly(List.of(new Step.Key("a"), new Step.Each()));
  }
}
