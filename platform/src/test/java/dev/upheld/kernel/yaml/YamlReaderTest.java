package dev.upheld.kernel.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import dev.upheld.kernel.yaml.YamlResult.Document;
import dev.upheld.kernel.yaml.YamlResult.Faulty;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private static YamlResult read(String text) {
    return YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static YamlNode root(String text) {
    return switch (read(text)) {
      case Document(YamlNode root) -> root;
      case Faulty(List<Problem> problems) -> fail("unexpected problems: " + problems);
    };
  }

  /** Every problem as {@code code@line:column}. */
  private static List<String> faults(YamlResult result) {
    return switch (result) {
      case Document d -> List.of();
      case Faulty(List<Problem> problems) ->
          problems.stream()
              .map(p -> p.code().code() + "@" + p.where().orElseThrow().toString().substring(7))
              .toList();
    };
  }

  private static List<String> faults(String text) {
    return faults(read(text));
  }

  @Test
  void keepsOrderTextAndPlaces() {
    Mapping root = (Mapping) root("# why\nb: 180\na:\n  - no\n  - \"null\"\n  -\n");
    assertThat(root.entries().keySet()).containsExactly("b", "a");
    Scalar b = (Scalar) root.get("b").orElseThrow();
    assertThat(b.text()).isEqualTo("180");
    assertThat(b.at()).hasToString("f.yaml:2:4");
    assertThat(root.entries().values())
        .extracting(e -> e.keyAt().toString())
        .containsExactly("f.yaml:2:1", "f.yaml:3:1");
    Sequence a = (Sequence) root.get("a").orElseThrow();
    assertThat(a.items()).extracting(i -> ((Scalar) i).text()).containsExactly("no", "null", "");
    assertThat(a.items())
        .extracting(i -> ((Scalar) i).isNull())
        .containsExactly(false, false, true);
    assertThat(a.items().get(1).at()).hasToString("f.yaml:5:5");
  }

  @Test
  void readsBlockText() {
    Mapping root = (Mapping) root("t: |\n  one\n  two\nf: >-\n  one\n  two\n");
    assertThat(((Scalar) root.get("t").orElseThrow()).text()).isEqualTo("one\ntwo\n");
    assertThat(((Scalar) root.get("f").orElseThrow()).text()).isEqualTo("one two");
  }

  @Test
  void nodesCannotBeChanged() {
    Mapping root = (Mapping) root("a: [b]");
    assertThat(root.entries()).isUnmodifiable();
    assertThat(((Sequence) root.get("a").orElseThrow()).items()).isUnmodifiable();
  }

  @Test
  void followsAliases() {
    Mapping root = (Mapping) root("a: &x {k: v}\nb: *x\n");
    assertThat(root.get("b")).isEqualTo(root.get("a"));
  }

  @Test
  void dropsTheByteOrderMarkOfUtf8() {
    assertThat(((Mapping) root("\uFEFFa: b")).entries()).containsKey("a");
  }

  @Test
  void countsColumnsInCharactersPeopleSee() {
    assertThat(faults("\"\uD83D\uDE00é\": 1\n😀: x\n😀: y"))
        .containsExactly("yaml-duplicate-key@3:1");
    Mapping root = (Mapping) root("😀: x");
    assertThat(root.get("😀").orElseThrow().at().column()).isEqualTo(4);
  }

  @Test
  void tellsEveryDuplicateKeyWithBothPlaces() {
    YamlResult result = read("a: 1\nb: 2\na: 3\nc:\n  d: 1\n  \"d\": 2\nb: 4\n");
    assertThat(faults(result))
        .containsExactly(
            "yaml-duplicate-key@3:1", "yaml-duplicate-key@6:3", "yaml-duplicate-key@7:1");
    assertThat(((Faulty) result).problems().getFirst().what()).contains("\"a\"", "f.yaml:1:1");
  }

  @Test
  void tellsFaultsOfSeveralKindsAtOnce() {
    assertThat(faults("a: !!java.net.URL [x]\n<<: {b: c}\n? [k]\n: v\n*no : w\nz: *no\n~: empty\n"))
        .containsExactly(
            "yaml-tag@1:4",
            "yaml-merge-key@2:1",
            "yaml-key-not-text@3:3",
            "yaml-key-not-text@5:1",
            "yaml-alias@6:4",
            "yaml-key-not-text@7:1");
  }

  @Test
  void keepsFaultsFoundBeforeASyntaxError() {
    assertThat(faults("a: 1\na: 2\nb: [\n")).startsWith("yaml-duplicate-key@2:1").hasSize(2);
  }

  @Test
  void stopsTellingAtTheLimit() {
    assertThat(faults("a: 1\n".repeat(5_000))).hasSize(YamlLimits.DEFAULT.maxProblems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: [1", "a:\n\tb: c", "a: b: c", "'x", "a: @b", "%YAML 9.0\n---\na", "}"})
  void saysWhereTheSyntaxIsWrong(String text) {
    assertThat(faults(text)).singleElement().asString().startsWith("yaml-syntax@");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThat(faults(YamlReader.read("f.yaml", latin1("a: b\nc: d\u00E9 e"))))
        .containsExactly("yaml-encoding@2:5");
    for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")) {
      YamlResult result = YamlReader.read("f.yaml", "a: b".getBytes(Charset.forName(name)));
      assertThat(((Faulty) result).problems())
          .extracting(Problem::code)
          .as(name)
          .containsExactly(YamlCode.ENCODING);
    }
    byte[] loneSurrogate = {'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
    assertThat(faults(YamlReader.read("f.yaml", loneSurrogate)))
        .containsExactly("yaml-encoding@1:4");
    byte[] cutShort = {'a', ':', ' ', (byte) 0xC3};
    assertThat(faults(YamlReader.read("f.yaml", cutShort))).containsExactly("yaml-encoding@1:4");
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void refusesControlCharacters() {
    assertThat(faults("a: b\r\nc: \u0000")).containsExactly("yaml-character@2:4");
    assertThat(faults("a: \u001B[31m")).containsExactly("yaml-character@1:4");
    assertThat(faults("a: \uFFFE")).containsExactly("yaml-character@1:4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\0\"", "\"\\uD800\"", "\"\\x1b\"", "\"\\uDC00\\uD800\""})
  void refusesCharactersHiddenInEscapes(String text) {
    assertThat(faults("a: " + text)).hasSize(1);
  }

  @Test
  void refusesMoreThanOneDocument() {
    assertThat(faults("a: b\n---\nc: d\n")).containsExactly("yaml-several-documents@2:1");
    assertThat(root("---\na: b\n...\n")).isInstanceOf(Mapping.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n", "   "})
  void refusesAFileThatSaysNothing(String text) {
    assertThat(((Faulty) read(text)).problems())
        .extracting(Problem::code)
        .containsExactly(YamlCode.FILE_EMPTY);
  }

  @Test
  void namesFilesRelativeToTheRoot(@TempDir Path root) throws IOException {
    Files.createDirectory(root.resolve("datamap"));
    Path file = Files.writeString(root.resolve("datamap/crm.yaml"), "a: 1\na: 2\n");
    Faulty inside = (Faulty) YamlReader.read(root, file);
    assertThat(inside.problems().getFirst().where().orElseThrow())
        .hasToString("datamap/crm.yaml:2:1");
    Faulty relative = (Faulty) YamlReader.read(root, Path.of("datamap", "crm.yaml"));
    assertThat(relative).isEqualTo(inside);
  }

  @Test
  void tellsMissingUnreadableAndLargeFiles(@TempDir Path root) throws IOException {
    Files.write(root.resolve("large.yaml"), new byte[50]);
    Files.createDirectory(root.resolve("folder.yaml"));
    YamlLimits small = new YamlLimits(49, 8, 100, 10);
    assertThat(code(YamlReader.read(root, Path.of("none.yaml"))))
        .isEqualTo("none.yaml yaml-file-missing");
    assertThat(code(YamlReader.read(root, Path.of("folder.yaml"))))
        .isEqualTo("folder.yaml yaml-file-unreadable");
    assertThat(code(YamlReader.read(root, Path.of("large.yaml"), small)))
        .isEqualTo("large.yaml yaml-file-too-large");
  }

  private static String code(YamlResult result) {
    Problem only = ((Faulty) result).problems().getFirst();
    return only.where().orElseThrow() + " " + only.code().code();
  }
}
