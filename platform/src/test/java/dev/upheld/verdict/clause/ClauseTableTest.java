package dev.upheld.verdict.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import dev.upheld.kernel.Location;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.ClauseTable.Known;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clauses stand on, and how far it can be proved. */
class ClauseTableTest {
  private static final Location AT = new Location("charter.yaml", 1, 1);

  private static Promise promise(String name, String... clauses) {
    return new Promise.HoldOnly(
        new Header(
            new PromiseId("nimbus", "visits", name),
            List.of(clauses),
            Optional.of("visits"),
            "Nothing else is held.",
            List.of(),
            Way.PROBE,
            AT,
            Optional.empty()),
        Set.of("ip"));
  }

  private static Finding finding(String... clauses) {
    return new Finding(
        FindingCode.NOT_STATED, AT, "Silent.", Optional.empty(), List.of(clauses), List.of());
  }

  private static ClauseTable table(
      List<Promise> promises, List<Finding> findings, Optional<List<String>> listed) {
    return ClauseTable.of(
        promises, findings, listed, Known.unasked(p -> p.id().toString().endsWith("built")));
  }

  @Test
  void aClauseIsLiveOnlyWhenEveryPromiseItStandsOnCanBeProved() {
    ClauseTable table =
        table(
            List.of(
                promise("a-built", "C1", "C2"), promise("b-built", "C1"), promise("c", "C2", "C3")),
            List.of(finding("C1"), finding("C4")),
            Optional.of(List.of("C1", "C2", "C3", "C4", "C5")));
    assertThat(table.clauses())
        .extracting(Clause::id, Clause::backing)
        .containsExactly(
            tuple("C1", Backing.LIVE),
            tuple("C2", Backing.PARTLY),
            tuple("C3", Backing.WAITING),
            tuple("C4", Backing.FINDING),
            tuple("C5", Backing.MISSING));
    assertThat(table.missing()).containsExactly("C5");
    assertThat(table.unlisted()).isEmpty();
    assertThat(table.tally().standing()).isEqualTo(4);
    assertThat(table.tally().clauses()).isEqualTo(5);
    for (Backing backing : Backing.values()) {
      assertThat(table.tally().of(backing)).as(backing.id()).isEqualTo(1);
    }
  }

  @Test
  void clausesKeepTheOrderOfTheListAndThoseItLacksComeLastAndDoNotCount() {
    ClauseTable table =
        table(
            List.of(promise("a-built", "C1", "C9", "C0", "C2")),
            List.of(),
            Optional.of(List.of("C2", "C1")));
    assertThat(table.clauses()).extracting(Clause::id).containsExactly("C2", "C1", "C0", "C9");
    assertThat(table.unlisted()).containsExactly("C0", "C9");
    assertThat(table.tally().clauses()).isEqualTo(2);
  }

  /** A list may be as long as its file may be; each look at it goes through it once. */
  @Test
  @Timeout(20)
  void aLongListTakesNoLongerThanItsLength() {
    int many = 150_000;
    ClauseTable table =
        table(
            List.of(promise("a-built", "C0", "X")),
            List.of(),
            Optional.of(IntStream.range(0, many).mapToObj(i -> "C" + i).toList()));
    assertThat(table.missing()).hasSize(many - 1);
    assertThat(table.unlisted()).containsExactly("X");
    assertThat(table.tally().clauses()).isEqualTo(many);
  }

  @Test
  void withoutAListAllThatTheCharterNamesCountsAndNothingIsMissing() {
    ClauseTable table =
        table(List.of(promise("a", "C2"), promise("b")), List.of(finding("C1")), Optional.empty());
    assertThat(table.counted()).extracting(Clause::id).containsExactly("C1", "C2");
    assertThat(table.missing()).isEmpty();
    assertThat(table.unlisted()).isEmpty();
  }

  @Test
  void aClauseHasTheVerdictOfItsWorstPromiseAndNoneWhileOneWasNotAsked() {
    Map<String, Verdict> verdicts =
        Map.of(
            "good-built",
            Verdict.UPHELD,
            "bad-built",
            Verdict.BROKEN,
            "old-built",
            Verdict.AT_RISK);
    ClauseTable table =
        ClauseTable.of(
            List.of(
                promise("good-built", "C1", "C2", "C3"),
                promise("bad-built", "C1"),
                promise("old-built", "C1", "C2"),
                promise("unasked-built", "C3")),
            List.of(finding("C4")),
            Optional.empty(),
            new Known(p -> true, id -> Optional.ofNullable(verdicts.get(id.statement()))));
    assertThat(table.clauses())
        .extracting(Clause::verdict)
        .containsExactly(
            Optional.of(Verdict.BROKEN),
            Optional.of(Verdict.AT_RISK),
            Optional.empty(),
            Optional.empty());
    assertThat(table.tally().of(Verdict.BROKEN)).isEqualTo(1);
    assertThat(table.tally().of(Verdict.UPHELD)).isZero();
  }

  @Test
  void ofTwoVersionsOfACharterTheWorseVerdictIsKnown() {
    Known good = new Known(p -> true, id -> Optional.of(Verdict.UPHELD));
    Known bad = new Known(p -> true, id -> Optional.of(Verdict.BROKEN));
    Known unasked = Known.unasked(p -> false);
    PromiseId id = new PromiseId("nimbus", "visits", "a");
    assertThat(Known.together(List.of(good, bad)).verdicts().apply(id)).hasValue(Verdict.BROKEN);
    assertThat(Known.together(List.of(bad, good)).verdicts().apply(id)).hasValue(Verdict.BROKEN);
    assertThat(Known.together(List.of(good, unasked)).verdicts().apply(id))
        .hasValue(Verdict.UPHELD);
    assertThat(Known.together(List.of(good, unasked)).built().test(promise("a"))).isFalse();
  }
}
