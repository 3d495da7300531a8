package dev.upheld.charter.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.Charters;
import dev.upheld.charter.Workspaces;
import dev.upheld.charter.check.Events;
import dev.upheld.charter.shape.ReferencePage;
import dev.upheld.charter.shape.SchemaAndReader;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about the language: every example reads, and the reference is what the code says. */
class CharterDocsTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path REFERENCE = DOCS.resolve("reference").resolve("charter.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml (\\w+)\\n(.*?)^```");
  private static final Pattern SECTION = Pattern.compile("(?ms)^([a-z-]+):.*?(?=^[a-z-]+:|\\z)");

  @TempDir Path folder;

  /** The blocks of the page of one kind. */
  private static List<String> blocks(String kind) throws IOException {
    String page = Files.readString(DOCS.resolve("charter-language.md"));
    return BLOCK
        .matcher(page)
        .results()
        .filter(block -> block.group(1).equals(kind))
        .map(block -> block.group(2))
        .toList();
  }

  /** All examples of the page together are one charter. */
  private static Map<String, String> charter() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String block : blocks("charter")) {
      for (MatchResult section : SECTION.matcher(block).results().toList()) {
        String before = sections.put(section.group(1), section.group());
        assertThat(before).as("section shown twice: " + section.group(1)).isNull();
      }
    }
    return sections;
  }

  private List<Problem> problems(Map<String, String> sections) {
    Workspaces.with(folder, String.join("\n", sections.values()));
    delete("texts/fr.yaml");
    delete("texts/en.yaml");
    return Workspaces.read(folder).problems();
  }

  private void delete(String file) {
    try {
      Files.deleteIfExists(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theExamplesTogetherAreACharter() throws IOException {
    assertThat(problems(charter())).isEmpty();
  }

  @Test
  void everyWayToKeepReads() throws IOException {
    List<String> ways = ways("keep");
    assertThat(ways).hasSizeGreaterThan(10);
    for (String way : ways) {
      assertThat(problems(withActivity(way + "    recipients: []\n"))).as(way).isEmpty();
    }
  }

  @Test
  void everyWayToShareReads() throws IOException {
    List<String> ways = ways("recipients");
    assertThat(ways).hasSize(4);
    for (String way : ways) {
      assertThat(problems(withActivity(way + "    keep: not-stated\n"))).as(way).isEmpty();
    }
  }

  private static List<String> ways(String key) throws IOException {
    List<String> ways = new ArrayList<>();
    for (String block : blocks(key)) {
      for (String way : block.split("(?m)^(?=" + key + ":)", -1)) {
        if (!way.isBlank()) {
          ways.add(way.indent(4));
        }
      }
    }
    return ways;
  }

  private static Map<String, String> withActivity(String lines) throws IOException {
    Map<String, String> sections = new LinkedHashMap<>(charter());
    String another =
        """
          another:
            role: controller
            purpose: keep-books
            basis: contract
            subjects: [customers]
            data: {only: [name, invoice]}
        """;
    sections.merge("activities", another + lines, String::concat);
    return sections;
  }

  @Test
  void textsReadBesideTheCharter() throws IOException {
    Workspaces.with(folder, String.join("\n", charter().values()));
    delete("texts/fr.yaml");
    Files.writeString(folder.resolve("texts/en.yaml"), blocks("texts").getFirst());
    assertThat(Workspaces.read(folder).problems()).isEmpty();
  }

  @Test
  void theReferenceIsWhatTheCodeSays() throws IOException {
    String page =
        "<!-- Generated from the shapes of the language; a test holds it and, with"
            + " -Dupheld.docs.write=true, writes it. -->\n\n"
            + ReferencePage.write("charter.yaml", CharterLanguage.charter())
            + "\n"
            + ReferencePage.write("texts/&lt;language&gt;.yaml", CharterLanguage.texts());
    if (Boolean.getBoolean("upheld.docs.write")) {
      Files.writeString(REFERENCE, page);
    }
    assertThat(Files.readString(REFERENCE)).isEqualTo(page);
  }

  @Test
  void theEventsOnThePageAreTheKnownOnes() throws IOException {
    String page = Files.readString(DOCS.resolve("charter-language.md"));
    assertThat(Events.known()).allSatisfy(event -> assertThat(page).contains("`" + event + "`"));
  }

  @Test
  void schemasHaveTheirNames() {
    assertThat(Charters.schemas()).containsOnlyKeys("charter.schema.json", "texts.schema.json");
    assertThat(SchemaAndReader.tree(Charters.schemas().values().iterator().next()))
        .isInstanceOf(Mapping.class);
  }
}
