package dev.upheld.examples;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.upheld.charter.CharterReading;
import dev.upheld.charter.Charters;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Answer;
import dev.upheld.charter.promise.Way;
import dev.upheld.examples.Clauses.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every clause of the five source policies stands in the charter made after it. */
class ClausesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

  /** What a charter says, once read. */
  private record Said(List<Promise> promises, List<Finding> findings) {
    Set<String> clauses() {
      return Stream.concat(
              promises.stream().flatMap(p -> p.header().clauses().stream()),
              findings.stream().flatMap(f -> f.clauses().stream()))
          .collect(toSet());
    }

    boolean has(Line line) {
      return line.isFinding()
          ? findings.stream()
              .anyMatch(
                  f -> f.clauses().contains(line.clause()) && f.code().code().equals(line.kind()))
          : promises.stream()
              .anyMatch(
                  p ->
                      p.header().clauses().contains(line.clause())
                          && p.kind().equals(line.kind())
                          && p.header().way().id().equals(line.way())
                          && p.duty().id().equals(line.duty()));
    }
  }

  private static Said said(String example) {
    CharterReading reading = Charters.read(EXAMPLES.resolve(example), DAY);
    assertThat(reading.problems()).isEmpty();
    Charter charter = reading.charter().orElseThrow();
    return new Said(Charters.promises(charter), Charters.findings(charter));
  }

  private static List<Line> lines(String example) {
    return Clauses.all().stream().filter(line -> line.example().equals(example)).toList();
  }

  @Test
  void theTableHasAllHundredClauses() {
    Map<String, Long> byPolicy =
        Clauses.all().stream()
            .map(Line::clause)
            .distinct()
            .collect(groupingBy(c -> c.substring(0, 2), TreeMap::new, counting()));
    assertThat(byPolicy)
        .isEqualTo(new TreeMap<>(Map.of("CC", 39L, "MA", 5L, "CT", 19L, "LB", 14L, "CO", 23L)));
    assertThat(Clauses.all()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clever-cloud", "clever-cloud-morocco", "cloud-temple", "cloud-pbs", "clouder"})
  void everyClauseStandsOnWhatTheTableSays(String example) {
    Said said = said(example);
    assertThat(lines(example)).isNotEmpty().allMatch(said::has);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clever-cloud", "clever-cloud-morocco", "cloud-temple", "cloud-pbs", "clouder"})
  void noCharterNamesAClauseThatTheTableDoesNot(String example) {
    Set<String> known = lines(example).stream().map(Line::clause).collect(toSet());
    assertThat(new TreeSet<>(said(example).clauses())).isEqualTo(new TreeSet<>(known));
  }

  /** What can be measured must not be merely signed; the table decides what cannot. */
  @ParameterizedTest
  @ValueSource(
      strings = {"clever-cloud", "clever-cloud-morocco", "cloud-temple", "cloud-pbs", "clouder"})
  void nothingIsAttestedThatTheTableWantsMeasured(String example) {
    Set<String> attested =
        lines(example).stream()
            .filter(line -> line.way().equals(Way.ATTEST.id()))
            .map(Line::clause)
            .collect(toSet());
    assertThat(said(example).promises())
        .filteredOn(p -> p.header().way() == Way.ATTEST)
        .allSatisfy(p -> assertThat(p.header().clauses()).containsAnyElementsOf(attested));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clever-cloud", "clever-cloud-morocco", "cloud-temple", "cloud-pbs", "clouder"})
  void sentencesArePlain(String example) {
    assertThat(said(example).promises())
        .allSatisfy(
            p ->
                assertThat(p.header().sentence())
                    .matches("(?s)\\p{Lu}.*\\.")
                    .doesNotContain("null", "Optional[", "[", "  "));
    assertThat(said(example).promises()).extracting(p -> p.id().toString()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clever-cloud", "clever-cloud-morocco", "cloud-temple", "cloud-pbs", "clouder"})
  void everythingIsFictionalAndSaysSo(String example) {
    for (Path file : files(EXAMPLES.resolve(example))) {
      String text = text(file);
      assertThat(MAIL.matcher(text).results().map(m -> m.group()))
          .as(file.toString())
          .allMatch(mail -> mail.endsWith(".example"));
    }
    assertThat(text(EXAMPLES.resolve(example).resolve("README.md")))
        .contains("Fictional data, no statement about the named compan");
  }

  /** The law changes with the pack, the duties do not. */
  @Test
  void theMoroccanTwinPromisesRightsThatItsLawDoesNotGive() {
    List<Answer> rights =
        said("clever-cloud-morocco").promises().stream()
            .filter(Answer.class::isInstance)
            .map(Answer.class::cast)
            .toList();
    assertThat(rights)
        .filteredOn(a -> a.header().clauses().contains("MA-04"))
        .extracting(Answer::right, Answer::byLaw)
        .containsExactly(
            tuple("restriction", false),
            tuple("portability", false),
            tuple("post-mortem", false),
            tuple("destruction-after-death", false));
    assertThat(rights)
        .filteredOn(Answer::byLaw)
        .extracting(Answer::right)
        .containsExactly("access", "rectification", "objection", "erasure");
    assertThat(said("clever-cloud").promises())
        .filteredOn(Answer.class::isInstance)
        .extracting(p -> ((Answer) p).right())
        .containsExactlyElementsOf(rights.stream().map(Answer::right).toList());
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
