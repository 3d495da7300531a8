package dev.upheld.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents that agree with the code and with each other. */
class DocsTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z/*]+)` \\|[^|]*\\| ([^|]+) \\|");

  private static final Pattern SHOWN = Pattern.compile("`(?:([A-Z]\\w+)\\.?)?([a-z]\\w+)?`");

  private final Checkout checkout = Checkout.find();

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<Path> documents = checkout.files(".md");
    assertThat(documents).isNotEmpty();
    for (Path document : documents) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        String target = link.group(1);
        if (!target.contains("://") && !target.startsWith("mailto:")) {
          assertThat(document.resolveSibling(target)).as("linked from " + document).exists();
        }
      }
    }
  }

  @Test
  void theTableInArchitectureIsTheTableThatIsHeld() throws IOException {
    String text = Files.readString(checkout.root().resolve("ARCHITECTURE.md"));
    Map<String, String> documented = new LinkedHashMap<>();
    Matcher row = ROW.matcher(text);
    while (row.find()) {
      documented.put(row.group(1), row.group(2));
    }
    Map<String, String> held = ImportTable.ofTheHouse().wording();
    assertThat(List.copyOf(documented.entrySet())).isEqualTo(List.copyOf(held.entrySet()));
  }

  @Test
  void everyDecisionHasItsNumberAndSaysWhatWasDecided() throws IOException {
    Path folder = checkout.root().resolve("docs/decisions");
    List<Path> decisions =
        checkout.files(".md").stream().filter(file -> file.startsWith(folder)).toList();
    assertThat(decisions).isNotEmpty();
    for (Path decision : decisions) {
      String name = folder.relativize(decision).toString();
      assertThat(name).matches("\\d{4}-[a-z0-9-]+\\.md");
      int number = Integer.parseInt(name.substring(0, 4));
      assertThat(Files.readString(decision))
          .as(name)
          .matches(Pattern.compile("# 0*" + number + "[.:] .*", Pattern.DOTALL))
          .contains("**Decision.**");
    }
    assertThat(decisions.stream().map(d -> folder.relativize(d).toString().substring(0, 4)))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyRequirementOfSecurityNamesTestsThatThereAre() throws IOException {
    Map<String, String> tests = new LinkedHashMap<>();
    for (Path file : checkout.files("Test.java")) {
      tests.merge(
          file.getFileName().toString().replace(".java", ""),
          Files.readString(file),
          String::concat);
    }
    List<String> rows =
        Files.readAllLines(checkout.root().resolve("docs/security.md")).stream()
            .filter(line -> line.matches("\\| [0-9]+\\..*"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(40);
    for (String row : rows) {
      String cell = row.substring(row.lastIndexOf('|', row.length() - 2));
      Matcher shown = SHOWN.matcher(cell);
      String in = "";
      assertThat(cell).as(row).containsPattern(SHOWN);
      while (shown.find()) {
        in = shown.group(1) == null ? in : shown.group(1);
        String method = shown.group(2) == null ? "" : " " + shown.group(2) + "(";
        assertThat(tests.getOrDefault(in, "")).as(in + " in " + row).isNotEmpty().contains(method);
      }
    }
  }
}
