package dev.upheld.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal;
import dev.upheld.app.Terminal.Run;
import dev.upheld.examples.Clauses.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code upheld coverage} over the examples, held against the reviewed table. */
class CoverageTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> EXAMPLES =
      List.of("clever-cloud", "clever-cloud-morocco", "cloud-pbs", "cloud-temple", "clouder");

  /** Kinds of promises whose excuse of an unbuilt duty is not open; attested ones besides. */
  private static final Set<String> BUILT =
      Set.of(
          "keep",
          "hold-only",
          "form",
          "absent",
          "encrypt",
          "apart",
          "locate",
          "declare",
          "offer",
          "answer");

  @TempDir
  @SuppressWarnings("NullAway.Init") // set before each test
  private Path folder;

  private Run coverage(String... words) {
    return run(ROOT, Stream.concat(Stream.of("coverage"), Stream.of(words)).toArray(String[]::new));
  }

  private Run run(Path from, String... words) {
    return new Terminal(from, Map.of("UPHELD_HOME", folder.resolve("home").toString())).run(words);
  }

  private JsonNode json(String... more) {
    List<String> words = new ArrayList<>(EXAMPLES.stream().map(e -> "examples/" + e).toList());
    words.addAll(List.of("--format", "json"));
    words.addAll(List.of(more));
    Run run = coverage(words.toArray(String[]::new));
    assertThat(run.exit()).as(run.all()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode clause(JsonNode json, String example, String id) {
    return each(json.get("workspaces"))
        .filter(w -> w.get("workspace").asString("").equals("examples/" + example))
        .flatMap(w -> each(w.get("clauses")))
        .filter(c -> c.get("id").asString("").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(example + " has no " + id));
  }

  @Test
  void itShowsUnderEachClauseWhatTheReviewedTableSays() {
    JsonNode json = json();
    assertThat(Clauses.all()).hasSizeGreaterThan(100);
    for (Line line : Clauses.all()) {
      JsonNode clause = clause(json, line.example(), line.clause());
      boolean found =
          line.isFinding()
              ? each(clause.get("findings")).anyMatch(f -> f.asString("").equals(line.kind()))
              : each(clause.get("promises")).anyMatch(p -> fits(p, line));
      assertThat(found).as(line.toString()).isTrue();
    }
  }

  private static boolean fits(JsonNode promise, Line line) {
    boolean built = line.way().equals("attest") || BUILT.contains(line.kind());
    return promise.get("kind").asString("").equals(line.kind())
        && promise.get("way").asString("").equals(line.way())
        && promise.get("duty").asString("").equals(line.duty())
        && promise.get("built").asBoolean() == built;
  }

  @Test
  void allHundredClausesStandAndNoVerdictIsToldThatNobodyMeasured() {
    JsonNode json = json();
    assertThat(json.at("/totals/clauses").asInt()).isEqualTo(100);
    assertThat(json.at("/totals/standing").asInt()).isEqualTo(100);
    assertThat(json.get("missing")).isEmpty();
    assertThat(json.get("unlisted")).isEmpty();
    assertThat(json.get("asked").asBoolean()).isFalse();
    assertThat(json.toString()).doesNotContain("\"verdict\"", "UPHELD");
  }

  /** Each example's own list is the table's: who drops a clause from both is found out here. */
  @Test
  void theListsOfTheExamplesHaveTheClausesOfTheReviewedTable() {
    for (String example : EXAMPLES) {
      Set<String> listed =
          each(json().get("workspaces"))
              .filter(w -> w.get("workspace").asString("").equals("examples/" + example))
              .flatMap(w -> each(w.get("clauses")))
              .map(c -> c.get("id").asString(""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(listed)
          .isEqualTo(
              Clauses.all().stream()
                  .filter(line -> line.example().equals(example))
                  .map(Line::clause)
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void theReadmeSaysTheLiveCountOfToday() throws IOException {
    JsonNode totals = json().get("totals");
    Matcher said =
        Pattern.compile(
                "(\\d+) of (\\d+) clauses[^.]*?: (\\d+) live, (\\d+) partly, (\\d+) waiting")
            .matcher(Files.readString(ROOT.resolve("README.md")).replace("**", ""));
    assertThat(said.find()).isTrue();
    assertThat(said.group(1)).isEqualTo(totals.get("standing").asString());
    assertThat(said.group(2)).isEqualTo(totals.get("clauses").asString());
    assertThat(said.group(3)).isEqualTo(totals.get("live").asString());
    assertThat(said.group(4)).isEqualTo(totals.get("partly").asString());
    assertThat(said.group(5)).isEqualTo(totals.get("waiting").asString());
  }

  @Test
  void theDemoHasNoListAndFillsNoGapOfTheOthers() {
    Run run = coverage("examples/clever-cloud-morocco", "examples/demo");
    assertThat(run.out().substring(run.out().indexOf("Together")))
        .contains("5 of 5 clauses stand on promises or findings:")
        .contains("Not counted, without a list of clauses: examples/demo.")
        .contains("No system was asked");
    assertThat(run.exit()).isZero();
  }

  @Test
  void aWorkspaceNamedTwiceCountsOnce() {
    Run run =
        coverage("examples/clever-cloud-morocco", "./examples/../examples/clever-cloud-morocco/");
    assertThat(run.out()).contains("5 of 5 clauses stand").doesNotContain("Together", "10 of 10");
  }

  /** The turned reading order of a name, and an escape in the name of a folder. */
  @Test
  void noNameForgesAPageOrATerminal() throws IOException {
    Path copy = copied("clever-cloud-morocco");
    Path charter = copy.resolve("charter.yaml");
    String text = Files.readString(charter);
    Files.writeString(
        charter,
        text.replace("name: Clever Cloud Morocco,", "name: \"Clever <b>x</b> \\u202eduolC\","));
    Path odd = folder.resolve("a\u001b[31mb");
    Files.move(copy, odd);
    Run html = run(folder, "coverage", odd.getFileName().toString(), "--format", "html");
    assertThat(html.exit()).as(html.all()).isZero();
    assertThat(html.out())
        .contains("Clever &lt;b&gt;x&lt;/b&gt; duolC")
        .doesNotContain("\u202e", "<b>x");
    assertThat(run(folder, "coverage", odd.getFileName().toString()).out())
        .contains("a[31mb")
        .doesNotContain("\u202e", "\u001b");
  }

  @Test
  void aClauseThatNothingCarriesIsNamed() throws IOException {
    Path copy = copied("clever-cloud-morocco");
    Path charter = copy.resolve("charter.yaml");
    String text = Files.readString(charter);
    Files.writeString(charter, text.replaceAll("MA-05", "MA-55"));
    Run run = run(folder, "coverage", "clever-cloud-morocco");
    assertThat(run.out())
        .contains("4 of 5 clauses stand on promises or findings:")
        .containsPattern("MA-05 +missing +nothing carries it")
        .containsPattern("MA-55 +unlisted")
        .contains("Missing: MA-05.", "Not in the list: MA-55.", "Exit 1:");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run(folder, "coverage", "clever-cloud-morocco", "--format", "html").out())
        .contains("Missing</b> MA-05", "Nothing carries it");
  }

  @Test
  void anExpectedListIsMeasuredAgainstAllTogether() throws IOException {
    String table = "platform/src/test/resources/dev/upheld/examples/clauses.csv";
    List<String> words = new ArrayList<>(EXAMPLES.stream().map(e -> "examples/" + e).toList());
    words.addAll(List.of("--expect", table));
    Run all = coverage(words.toArray(String[]::new));
    assertThat(all.out()).contains("100 of 100 clauses stand");
    assertThat(all.exit()).as(all.all()).isZero();

    Run one = coverage("examples/cloud-pbs", "--expect", table, "--format", "json");
    assertThat(one.exit()).isEqualTo(1);
    JsonNode json = JsonMapper.shared().readTree(one.out());
    assertThat(json.get("missing")).hasSize(86);
    assertThat(json.at("/totals/standing").asInt()).isEqualTo(14);
  }

  @Test
  void faultsAreToldWithTheirPlaceAndAWrongFileIsWrongUsage() throws IOException {
    Path copy = copied("clever-cloud-morocco");
    Files.writeString(copy.resolve("clauses.txt"), "MA-01\n!\n");
    Run fault = run(folder, "coverage", "clever-cloud-morocco");
    assertThat(fault.exit()).isEqualTo(2);
    assertThat(fault.err()).contains("clever-cloud-morocco/clauses.txt:2:1", "clause-list");
    assertThat(run(folder, "check", "clever-cloud-morocco").exit()).isEqualTo(2);
    assertThat(coverage("examples/clouder", "--expect", "none.csv").exit()).isEqualTo(2);
    assertThat(coverage("examples/nowhere").exit()).isEqualTo(2);
  }

  /** Its systems are nowhere: what they hold stays unproven, what the charter itself says holds. */
  @Test
  void provingSaysVerdictsAsMeasuredAndEndsAsProveDoes() {
    Run run = coverage("examples/clever-cloud-morocco", "--prove", "--format", "json");
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(json.get("asked").asBoolean()).isTrue();
    assertThat(json.at("/workspaces/0/at").asString("")).isNotEmpty();
    assertThat(json.at("/totals/verdicts/unproven").asInt()).isEqualTo(4);
    assertThat(json.at("/totals/verdicts/upheld").asInt()).isEqualTo(1);
    JsonNode promises = clause(json, "clever-cloud-morocco", "MA-01").get("promises");
    assertThat(each(promises))
        .allMatch(p -> p.has("verdict"))
        .filteredOn(p -> p.get("verdict").asString("").equals("UPHELD"))
        .isNotEmpty()
        .allMatch(p -> p.get("kind").asString("").equals("declare"));
  }

  @Test
  void thePageToPrintIsWholeAndEscaped() throws IOException {
    Path copy = copied("clever-cloud-morocco");
    Path charter = copy.resolve("charter.yaml");
    Files.writeString(
        charter, Files.readString(charter).replaceFirst("name: [^,\n}]+", "name: A <b> & Co"));
    String html = run(folder, "coverage", "clever-cloud-morocco", "--format", "html").out();
    assertThat(html)
        .startsWith("<!doctype html>")
        .endsWith("</html>\n")
        .contains("<h2>A &lt;b&gt; &amp; Co</h2>", "size: A4", "table-header-group", "MA-04")
        .contains("5 of 5 clauses stand on promises or findings: ", "not asked")
        .doesNotContain("<b> &", "http", "<script", "UPHELD");
  }

  @Test
  void allListsPromisesOneByOne() {
    assertThat(coverage("examples/clever-cloud-morocco").out()).doesNotContain("/answer");
    assertThat(coverage("examples/clever-cloud-morocco", "--all").out())
        .containsPattern("(?m)^ +clever-cloud-morocco/rights-portability/answer$");
  }

  private Path copied(String example) {
    Path from = ROOT.resolve("examples").resolve(example);
    Path to = folder.resolve(example);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to;
  }
}
