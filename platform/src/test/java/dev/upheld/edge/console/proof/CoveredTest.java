package dev.upheld.edge.console.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.Way;
import dev.upheld.edge.console.view.Coverage;
import dev.upheld.edge.console.view.Coverage.Clause;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Backing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page of coverage shows, and what its filter leaves. */
class CoveredTest {
  private static final String EXAMPLE = "clever-cloud";

  private static Coverage page(CoverageDoor.Query query) {
    return CoverageLooks.of(
        CoverageLooks.clauses(EXAMPLE, CoverageLooks.listed(EXAMPLE)), query.filter());
  }

  @Test
  void unfilteredItHasEveryClauseAndTheTotalsAddUp() {
    Coverage all = page(new CoverageDoor.Query(null, "", " ", "no-such-state"));
    assertThat(all.filter().isAll()).isTrue();
    assertThat(all.clauses()).extracting(Clause::id).isEqualTo(CoverageLooks.listed(EXAMPLE));
    assertThat(all.totals().standing()).isEqualTo(39);
    assertThat(all.totals().states().values().stream().mapToInt(n -> n).sum()).isEqualTo(39);
    assertThat(all.totals().verdicts().all()).isEqualTo(39);
    assertThat(all.findings()).isNotEmpty();
  }

  @Test
  void aFilterOfPromisesLeavesThoseThatFitAndTheirClausesAndTheTotalsAsTheyAre() {
    Coverage some = page(new CoverageDoor.Query("probe", "retention", null, null));
    assertThat(some.clauses()).isNotEmpty().hasSizeLessThan(39);
    assertThat(some.clauses())
        .allSatisfy(
            c ->
                assertThat(c.promises())
                    .isNotEmpty()
                    .allMatch(p -> p.way() == Way.PROBE && p.duty() == Duty.RETENTION));
    assertThat(some.clauses()).extracting(Clause::id).contains("CC-05").doesNotContain("CC-06");
    assertThat(some.totals())
        .isEqualTo(page(new CoverageDoor.Query(null, null, null, null)).totals());
  }

  @Test
  void theWayFiltersByItself() {
    Coverage attested = page(new CoverageDoor.Query("attest", null, null, null));
    assertThat(attested.clauses()).extracting(Clause::id).contains("CC-14").doesNotContain("CC-13");
    assertThat(attested.clauses().stream().flatMap(c -> c.promises().stream()))
        .isNotEmpty()
        .allMatch(p -> p.way() == Way.ATTEST);
  }

  @Test
  void verdictAndStateFilterToo() {
    Coverage broken = page(new CoverageDoor.Query(null, null, "broken", null));
    assertThat(broken.clauses())
        .isNotEmpty()
        .allSatisfy(
            c ->
                assertThat(c.promises()).isNotEmpty().allMatch(p -> p.verdict() == Verdict.BROKEN));
    Coverage waiting = page(new CoverageDoor.Query(null, null, null, "waiting"));
    assertThat(waiting.clauses()).isNotEmpty().allMatch(c -> c.state() == Backing.WAITING);
    assertThat(waiting.clauses().stream().flatMap(c -> c.promises().stream()))
        .noneMatch(Coverage.Carrier::built);
  }

  @Test
  void clausesThatNothingCarriesAreNamedAndShown() {
    Coverage page =
        CoverageLooks.of(
            CoverageLooks.clauses(EXAMPLE, List.of("CC-05", "XX-01")),
            new Coverage.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Backing.MISSING)));
    assertThat(page.totals().missing()).containsExactly("XX-01");
    assertThat(page.totals().unlisted()).hasSize(38).doesNotContain("CC-05");
    assertThat(page.clauses())
        .singleElement()
        .satisfies(c -> assertThat(c.rows()).isEqualTo(1))
        .extracting(Clause::id)
        .isEqualTo("XX-01");
  }
}
