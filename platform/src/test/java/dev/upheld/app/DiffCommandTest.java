package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code upheld diff} prints, against files that a person has read line by line. */
class DiffCommandTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "dev", "upheld", "edge", "cli", "diff");
  private static final String FRANCE = "examples/clever-cloud";
  private static final String MOROCCO = "examples/clever-cloud-morocco";

  @TempDir Path folder;

  private final Terminal terminal = new Terminal(ROOT, Map.of());

  @ParameterizedTest
  @CsvSource({
    FRANCE + "," + MOROCCO + ",table,france-morocco.txt",
    MOROCCO + "," + FRANCE + ",table,morocco-france.txt",
    FRANCE + "," + MOROCCO + ",json,france-morocco.json",
    MOROCCO + "," + FRANCE + ",json,morocco-france.json"
  })
  void theTwinsDifferAsRead(String a, String b, String format, String golden) throws IOException {
    Run run = terminal.run("diff", a, b, "--format", format);
    assertThat(run.out()).isEqualTo(Files.readString(GOLDEN.resolve(golden)));
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void theArticlesAreListedWhenAskedFor() {
    assertThat(terminal.run("diff", FRANCE, MOROCCO, "--all").out())
        .contains("GDPR Art. 15 -> 09-08 Art. 7: rights-access/answer")
        .contains("GDPR Art. 18 -> the promise alone: rights-restriction/answer");
  }

  /** One promise is told in the singular, whether it says the same or not. */
  @Test
  void oneMovedPromiseIsToldAsOne() throws IOException {
    assertThat(moved("then: delete, law: fr/FR-ACCOUNTING", "then: delete"))
        .contains("1 promise rests on other articles and says the same.");
    assertThat(
            moved(
                "role: processor, dpa: not-stated, transfer: not-stated",
                "role: controller, transfer: not-stated"))
        .contains("1 promise rests on other articles and says something else.");
  }

  private String moved(String from, String to) throws IOException {
    Path copy = Files.createTempDirectory(folder, "b");
    try (Stream<Path> files = Files.walk(ROOT.resolve(FRANCE))) {
      for (Path file : files.toList()) {
        Path there = copy.resolve(ROOT.resolve(FRANCE).relativize(file).toString());
        if (!Files.isDirectory(there)) {
          Files.copy(file, there);
        }
      }
    }
    Path charter = copy.resolve("charter.yaml");
    String text = Files.readString(charter);
    assertThat(text).contains(from);
    Files.writeString(charter, text.replace(from, to));
    return terminal.run("diff", FRANCE, copy.toString()).out();
  }

  @Test
  void theSameCharterHasNoDifference() {
    Run run = terminal.run("diff", FRANCE, FRANCE);
    assertThat(run.out()).endsWith("no difference\n");
    assertThat(run.exit()).isZero();
    assertThat(terminal.run("diff", FRANCE, FRANCE, "--format", "json").out())
        .contains("\"equal\" : true", "\"differences\" : [ ]");
  }

  @Test
  void aWorkspaceThatIsMissingOrFaultyIsSaid() throws IOException {
    Run missing = terminal.run("diff", FRANCE, "examples/nowhere");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.out()).isEmpty();
    assertThat(missing.err()).contains("examples/nowhere/charter.yaml");

    Files.writeString(folder.resolve("charter.yaml"), "upheld: 1\ncompny: {}\n");
    Run faulty = terminal.run("diff", folder.toString(), FRANCE);
    assertThat(faulty.exit()).isEqualTo(2);
    assertThat(faulty.err()).contains("charter.yaml:2:1", "compny");
    assertThat(terminal.run("diff", FRANCE).exit()).isEqualTo(2);
  }

  @Test
  void thePageShowsWhatIsReallyPrinted() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/comparing-charters.md"));
    String printed = Files.readString(GOLDEN.resolve("france-morocco.txt"));
    List<String> blocks = Arrays.asList(page.split("```", -1));
    assertThat(blocks).hasSizeGreaterThan(4);
    String excerpt = blocks.get(3).strip();
    assertThat(excerpt.lines().toList()).hasSizeGreaterThan(10);
    for (String part : excerpt.split("\\n\\.\\.\\.\\n", -1)) {
      assertThat(printed).contains(part.strip());
    }
  }
}
