package dev.upheld.datamap.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the page on data maps is sound, and its lists are complete. */
class DocumentationTest {
  private static final Pattern BLOCK = Pattern.compile("```yaml (\\w+)\n(.*?)```", Pattern.DOTALL);
  private static final Names NAMES =
      new Names(
          Set.of("accounts", "newsletter", "support", "billing", "recruitment"),
          Set.of("customers"),
          Set.of("email", "name", "country", "ip"),
          Set.of("active", "archive"),
          Set.of(),
          Set.of("shop", "chatline"));

  /** What a lone place may refer to. */
  private static final String AROUND =
      """
        message: {activity: support}
        account: {activity: accounts, technical: [id]}
      """;

  private static final String BILLING =
      """
      system: billing
      places:
        customer: {activity: billing, key: number}
        order: {activity: billing, key: [shop, number]}
      """;

  @TempDir Path root;

  private static String page() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path file = Path.of("docs", "data-map.md");
    Path found = Files.exists(here.resolve(file)) ? here : here.resolve("..").normalize();
    return Files.readString(found.resolve(file));
  }

  private List<Problem> read(String kind, String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return switch (kind) {
      case "systems" ->
          SystemsReader.read(
                  root,
                  YamlReader.read("systems.yaml", bytes),
                  References.machine().overlaid(Map.of()),
                  NAMES)
              .faults();
      case "datamap" -> {
        String system = yaml.lines().findFirst().orElseThrow().replace("system: ", "");
        yield DataMapReader.read(
                system, YamlReader.read("datamap/" + system + ".yaml", bytes), NAMES, others())
            .faults();
      }
      case "place" ->
          read("datamap", "system: shop-db\nplaces:\n" + AROUND + "  p:\n" + yaml.indent(4));
      default -> throw new AssertionError("a block of an unknown kind: " + kind);
    };
  }

  /** A system that examples may point at. */
  private static DataMap others() {
    DataMapReader.Result billing =
        DataMapReader.read(
            "billing",
            YamlReader.read("datamap/billing.yaml", BILLING.getBytes(StandardCharsets.UTF_8)),
            NAMES);
    Map<String, SystemEntry> systems =
        SystemsReader.read(
                Path.of("").toAbsolutePath(),
                YamlReader.read(
                    "systems.yaml",
                    "systems: {billing: {kind: partner}}".getBytes(StandardCharsets.UTF_8)),
                References.machine(),
                NAMES)
            .systems();
    return new DataMap(systems, Map.of("billing", billing.places()), Map.of());
  }

  @Test
  void everyExampleIsSound() throws IOException {
    List<String> kinds = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(page());
    while (blocks.find()) {
      kinds.add(blocks.group(1));
      assertThat(read(blocks.group(1), blocks.group(2))).as(blocks.group(2)).isEmpty();
    }
    assertThat(kinds).contains("systems", "datamap", "place").hasSizeGreaterThan(5);
  }

  @Test
  void listsAreComplete() throws IOException {
    String page = page();
    for (EndAction action : EndAction.values()) {
      assertThat(page).contains("`" + action.id() + "`");
    }
    assertThat(row(page, "not yet")).containsExactlyInAnyOrderElementsOf(Events.notYet());
    assertThat(row(page, "unknown")).containsAll(Events.unknown());
  }

  private static List<String> row(String page, String title) {
    return page.lines()
        .filter(line -> line.startsWith("| " + title + " |"))
        .findFirst()
        .map(line -> line.split("\\|", -1)[2].strip())
        .map(cell -> List.of(cell.split(", ", -1)))
        .or(Optional::empty)
        .orElseThrow();
  }
}
