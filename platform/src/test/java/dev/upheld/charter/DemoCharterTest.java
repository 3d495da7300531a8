package dev.upheld.charter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Way;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The charter of the demo company reads without fault and promises what it should. */
class DemoCharterTest {
  private static final Path DEMO = Path.of("..", "examples", "demo");

  private final Charter charter = demo();
  private final List<Promise> promises = Charters.promises(charter);

  private static Charter demo() {
    CharterReading reading = Charters.read(DEMO, LocalDate.of(2026, 11, 22));
    assertThat(reading.problems()).isEmpty();
    return reading.charter().orElseThrow();
  }

  private Promise promise(String id) {
    return promises.stream()
        .filter(p -> p.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no promise " + id));
  }

  @Test
  void namesAreStableAndDiffer() {
    assertThat(promises).extracting(p -> p.id().toString()).doesNotHaveDuplicates();
    assertThat(promises)
        .extracting(p -> p.id().toString())
        .containsSubsequence(
            "nimbus/audience-measurement/keep",
            "nimbus/audience-measurement/hold-only",
            "nimbus/audience-measurement/form",
            "nimbus/audience-measurement/share-only",
            "nimbus/audience-measurement/declare",
            "nimbus/audience-measurement/declare-2",
            "nimbus/audience-measurement/declare-3",
            "nimbus/audience-measurement/refuse",
            "nimbus/accounts/keep",
            "nimbus/accounts/keep-2",
            "nimbus/newsletter/ask-first",
            "nimbus/security-log/watch",
            "nimbus/card-numbers/absent",
            "nimbus/transport/encrypt",
            "nimbus/request-log-apart/apart",
            "nimbus/second-factor/offer",
            "nimbus/eu-customers/locate",
            "nimbus/rights-access/answer",
            "nimbus/breach/tell",
            "nimbus/breach/tell-2",
            "nimbus/supplier-changes/tell",
            "nimbus/notice/publish",
            "nimbus/undeclared/hold-only");
  }

  @Test
  void visitsGoAfter180Days() {
    Promise.Keep keep = (Promise.Keep) promise("nimbus/audience-measurement/keep");
    Term term = new Term.Calendar(Period.ofDays(180));
    assertThat(keep.limit()).isEqualTo(new Limit.After(term, term, "collected"));
    assertThat(keep.then()).isEqualTo(EndAction.DELETE);
    assertThat(keep.header().clauses()).containsExactly("CC-05");
    assertThat(keep.header().way()).isEqualTo(Way.PROBE);
    assertThat(keep.header().owner()).contains("dpo@nimbus.example");
    assertThat(keep.header().at().toString()).startsWith("charter.yaml:").endsWith(":5");
    assertThat(keep.header().law())
        .extracting(l -> l.citation() + " " + l.confidence())
        .containsExactly("GDPR Art. 5(1)(e) primary");
    assertThat(keep.header().sentence())
        .isEqualTo(
            "Audience measurement: data is deleted no later than 180 days after collection.");
  }

  @Test
  void accountsMoveToTheArchiveThatTheLawNames() {
    Promise.Keep active = (Promise.Keep) promise("nimbus/accounts/keep");
    assertThat(active.stage()).contains("active");
    assertThat(active.limit()).isEqualTo(new Limit.Until("contract-end"));
    assertThat(active.then()).isEqualTo(EndAction.ARCHIVE);
    Promise.Keep archive = (Promise.Keep) promise("nimbus/accounts/keep-2");
    assertThat(archive.stage()).contains("archive");
    assertThat(archive.then()).isEqualTo(EndAction.DELETE);
    assertThat(archive.header().law().getFirst().citation()).contains("2021-1362");
    assertThat(archive.header().clauses()).containsExactly("CC-12");
    assertThat(promise("nimbus/accounts/declare-5").header().way()).isEqualTo(Way.ATTEST);
  }

  @Test
  void whicheverComesFirstAndLastAreKeptApart() {
    assertThat(((Promise.Keep) promise("nimbus/recruitment/keep")).limit())
        .isInstanceOf(Limit.Earliest.class);
    assertThat(((Promise.Keep) promise("nimbus/support/keep")).limit())
        .isInstanceOf(Limit.Latest.class);
    assertThat(((Promise.Keep) promise("nimbus/recruitment/keep")).extensions())
        .extracting(Promise.Extension::reason)
        .containsExactly("own-wish");
  }

  @Test
  void groupsOfCountriesAreExpanded() {
    Promise.Locate locate = (Promise.Locate) promise("nimbus/eu-customers/locate");
    assertThat(locate.countries()).hasSize(27).contains("FR", "FI").doesNotContain("EU", "GB");
    assertThat(((Promise.Locate) promise("nimbus/us-customers/locate")).countries())
        .containsExactly("US");
  }

  @Test
  void rightsSayWhetherLawGivesThem() {
    assertThat(((Promise.Answer) promise("nimbus/rights-access/answer")).byLaw()).isTrue();
    assertThat(((Promise.Answer) promise("nimbus/rights-post-mortem/answer")).byLaw()).isTrue();
  }

  @Test
  void everyClauseNamedInTheFileSupportsAPromise() {
    Set<String> clauses =
        promises.stream().flatMap(p -> p.header().clauses().stream()).collect(Collectors.toSet());
    assertThat(clauses)
        .contains(
            "CC-03", "CC-04", "CC-05", "CC-06", "CC-07", "CC-08", "CC-09", "CC-11", "CC-12",
            "CC-13", "CC-15", "CC-16", "CC-17", "CC-18", "CC-21", "CC-22", "CC-24", "CC-27",
            "CC-28", "CC-29", "CC-30", "CC-31", "CC-32", "CC-35", "CO-05", "CO-23", "LB-06",
            "LB-08", "LB-13");
  }

  @Test
  void everySentenceIsOne() {
    assertThat(promises)
        .allSatisfy(
            p ->
                assertThat(p.header().sentence())
                    .endsWith(".")
                    .matches("[A-Z].*")
                    .doesNotContain("null", "Optional", "[", "  "));
  }
}
