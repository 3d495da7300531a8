package dev.upheld.duty.retention;

import static dev.upheld.probe.memory.TestPlace.isNull;
import static dev.upheld.probe.memory.TestPlace.notNull;
import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise.Extension;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.charter.promise.Term;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.MemoryTable;
import dev.upheld.probe.memory.TestPlace;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Verdict;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Now is 2026-11-22T12:00Z in all of these; 180 days before is 2026-05-26T12:00+02:00. */
class KeepProberTest {
  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem system = workspace.system("eu-main");
  private final MemoryTable visits =
      system.table("visit").whole("id").time("at", "left").text("ip", "agent").key("id");
  private final TestPlace place =
      place("visit", "visits").clock("collected", "at").field("ip", "ip").field("agent", "browser");

  @Test
  void nothingPastItsTimeIsUpheld() {
    visits.row(1L, "2026-11-01T00:00:00Z").row(2L, "2026-05-27T00:00:00Z");
    PromiseResult result = measure(keep(days(180)));
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(evidence(result).summary())
        .isEqualTo(
            "No row past 180 days after collected among 2 rows in 1 of 1 mapped places; oldest 2026-05-27.");
    assertThat(figure(result, "next due")).isEqualTo("2026-11-23T01:00:00Z");
  }

  @Test
  void oneRowPastItsTimeIsBroken() {
    visits.row(1L, "2026-11-01T00:00:00Z").row(2L, "2026-05-25T00:00:00Z");
    PromiseResult result = measure(keep(days(180)));
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(evidence(result).summary())
        .isEqualTo(
            "1 of 2 rows in eu-main/visit is kept past 180 days after collected; oldest 2026-05-25.");
    assertThat(figure(result, "rows past their time")).isEqualTo("1");
    assertThat(evidence(result).asked()).hasSize(1);
  }

  @Test
  void ofARangeTheLongestCounts() {
    visits.row(1L, "2026-07-01T00:00:00Z");
    Limit range =
        new Limit.After(calendar(Period.ofDays(180)), calendar(Period.ofDays(30)), "collected");
    assertThat(measure(keep(range)).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void untilAnEventThatHasNotHappenedNothingIsDue() {
    place.maybe("left", "left");
    visits
        .row(1L, "2000-01-01T00:00:00Z", null)
        .row(2L, "2000-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    assertThat(measure(keep(new Limit.Until("left"))).verdict()).isEqualTo(Verdict.UPHELD);
    visits.row(3L, "2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z");
    assertThat(measure(keep(new Limit.Until("left"))).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void earliestAndLatest() {
    place.maybe("left", "left");
    Limit both = new Limit.Latest(List.of(days(180), new Limit.Until("left")));
    Limit either = new Limit.Earliest(List.of(days(180), new Limit.Until("left")));
    visits.row(1L, "2000-01-01T00:00:00Z", null); // long ago, not left
    assertThat(measure(keep(both)).verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(measure(keep(either)).verdict()).isEqualTo(Verdict.BROKEN);
    visits.row(2L, "2000-01-01T00:00:00Z", "2001-01-01T00:00:00Z");
    assertThat(measure(keep(both)).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void oneSideOfTheEarlierCanBreakButNotUphold() {
    Limit either = new Limit.Earliest(List.of(days(180), new Limit.Until("decided")));
    PromiseResult clean = measure(keep(either));
    assertThat(clean.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(evidence(clean).reasons()).anyMatch(r -> r.contains("no clock to decided"));
    visits.row(1L, "2000-01-01T00:00:00Z");
    assertThat(measure(keep(either)).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void oneSideOfTheLaterSaysNothing() {
    visits.row(1L, "2000-01-01T00:00:00Z");
    Limit later = new Limit.Latest(List.of(days(180), new Limit.Until("decided")));
    assertThat(measure(keep(later)).verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(system.asked).isEmpty();
  }

  @Test
  void rowsWithoutAClockCannotBeJudged() {
    visits.row(1L, null).row(2L, "2026-11-01T00:00:00Z");
    PromiseResult result = measure(keep(days(180)));
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(evidence(result).reasons()).anyMatch(r -> r.contains("1 row has no value"));
    visits.row(3L, "2026-01-01T00:00:00Z"); // a counter-example stands all the same
    assertThat(measure(keep(days(180))).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aClockInTheFutureCannotBeTrusted() {
    visits.row(1L, "2026-11-24T00:00:00Z");
    PromiseResult result = measure(keep(days(180)));
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(evidence(result).reasons()).anyMatch(r -> r.contains("in the future"));
  }

  @Test
  void aContractMayEndNextYear() {
    place.maybe("contract-end", "left");
    visits.row(1L, "2026-01-01T00:00:00Z", "2027-06-30T00:00:00Z");
    Limit limit = new Limit.Until("contract-end");
    assertThat(measure(keep(limit)).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void whatIsKeptUntilSomethingHappensWaitsForIt() {
    place.clock("token-expired", "at");
    visits.row(1L, "2027-06-30T00:00:00Z");
    assertThat(measure(keep(new Limit.Until("token-expired"))).verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(measure(keep(days(180))).verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void aWishKeepsARowWhereTheMapBindsIt() {
    visits.row(1L, "2026-01-01T00:00:00Z", null, "x", "stay");
    Keep keep = with(keep(days(180)), new Extension("own-wish", Optional.empty()));
    PromiseResult unbound = measure(keep);
    assertThat(unbound.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(evidence(unbound).reasons()).anyMatch(r -> r.contains("own-wish"));
    place.exempt("own-wish", notNull("agent"));
    PromiseResult bound = measure(keep);
    assertThat(bound.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(figure(bound, "rows past their time that may stay")).isEqualTo("1");
    assertThat(evidence(bound).summary()).contains("1 older may stay");
  }

  @Test
  void anUnboundReasonDoesNotMatterWhileNothingIsPast() {
    visits.row(1L, "2026-11-01T00:00:00Z");
    Keep keep = with(keep(days(180)), new Extension("dispute", Optional.empty()));
    assertThat(measure(keep).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void aReasonWithItsOwnLimitEndsThere() {
    place.exempt("own-wish", notNull("agent"));
    Keep keep =
        with(
            keep(days(180)),
            new Extension("own-wish", Optional.of(after(Period.ofYears(2), "collected"))));
    visits.row(1L, "2026-01-01T00:00:00Z", null, "x", "stay");
    assertThat(measure(keep).verdict()).isEqualTo(Verdict.UPHELD);
    visits.row(2L, "2024-01-01T00:00:00Z", null, "x", "stay");
    PromiseResult result = measure(keep);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(evidence(result).summary()).contains("kept for own-wish").contains("2 years");
  }

  @Test
  void aReasonThatEndedEarlierDoesNotShortenThePromise() {
    place.exempt("dispute", notNull("agent")).maybe("settled", "left");
    Keep keep =
        with(
            keep(days(180)),
            new Extension("dispute", Optional.of(new Limit.Until("settled"))),
            new Extension("offence", Optional.of(after(Period.ofYears(6), "collected"))));
    place.exempt("offence", new dev.upheld.datamap.Condition.In("agent", List.of("crime"), false));
    visits.row(1L, "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", "x", "settled at once");
    visits.row(2L, "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", "x", "crime");
    assertThat(measure(keep).verdict()).isEqualTo(Verdict.UPHELD);
    visits.row(3L, "2019-01-01T00:00:00Z", "2024-01-02T00:00:00Z", "x", "crime");
    PromiseResult result = measure(keep);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(evidence(result).summary())
        .contains("1 of 2 rows")
        .contains("kept for dispute and offence");
  }

  @Test
  void aStateHasItsOwnPeriodAndIsLeftOutOfTheOther() {
    place.state("unverified", isNull("agent"));
    visits.row(1L, "2026-01-01T00:00:00Z", null, "x", null);
    visits.row(2L, "2026-11-01T00:00:00Z", null, "x", "yes");
    Keep all = keep(days(180));
    Keep unverified = unverified(days(1000));
    assertThat(measure(all).verdict()).isEqualTo(Verdict.BROKEN);
    workspace.promise(unverified);
    assertThat(measure(all).verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(measure(unverified).verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(measure(unverified(days(30))).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void anUnboundStateIsAGap() {
    PromiseResult result = measure(unverified(days(30)));
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(result.cause()).isEqualTo(ExitCode.Cause.NOT_SEEN);
    assertThat(evidence(result).reasons()).anyMatch(r -> r.contains("which rows are unverified"));
  }

  @Test
  void clearedAndRedactedRowsAreDone() {
    visits.row(1L, "2026-01-01T00:00:00Z", null, null, null);
    assertThat(measure(keep(days(180), EndAction.DELETE)).verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(measure(keep(days(180), EndAction.CLEAR)).verdict()).isEqualTo(Verdict.UPHELD);
    visits.row(2L, "2026-01-01T00:00:00Z", null, null, "[redacted]");
    PromiseResult unbound = measure(keep(days(180), EndAction.REDACT));
    assertThat(unbound.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(evidence(unbound).reasons()).anyMatch(r -> r.contains("bind the state redacted"));
    place.state(
        "redacted", new dev.upheld.datamap.Condition.In("agent", List.of("[redacted]"), false));
    assertThat(measure(keep(days(180), EndAction.REDACT)).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void aPartOfADocumentThatGoesWhileItsRowStaysAsksForAState() {
    place.field("agent->os", "os");
    visits.row(1L, "2026-01-01T00:00:00Z", null, null, "{}");
    assertThat(measure(keep(days(180), EndAction.DELETE)).verdict()).isEqualTo(Verdict.BROKEN);
    PromiseResult hidden = measure(keep(days(180), EndAction.CLEAR));
    assertThat(hidden.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(evidence(hidden).reasons())
        .anyMatch(r -> r.contains("agent->os") && r.contains("Bind the state cleared"));
    place.state("cleared", new dev.upheld.datamap.Condition.In("agent", List.of("{}"), false));
    assertThat(measure(keep(days(180), EndAction.CLEAR)).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void ofAKeyValueTableAWordMeansTheRowsOfItsKeys() {
    TestPlace attributes =
        place("visit", "visits")
            .clock("collected", "at")
            .field("ip[agent=mail]", "email")
            .field("ip[agent=phone]", "phone");
    visits.row(1L, "2000-01-01T00:00:00Z", null, "dark", "theme");
    assertThat(only("email", attributes).verdict()).isEqualTo(Verdict.UPHELD);
    visits.row(2L, "2000-01-01T00:00:00Z", null, "1", "phone");
    assertThat(only("email", attributes).verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(only("phone", attributes).verdict()).isEqualTo(Verdict.BROKEN);
    visits.row(3L, "2000-01-01T00:00:00Z", null, "a@b.example", "mail");
    assertThat(only("email", attributes).verdict()).isEqualTo(Verdict.BROKEN);
  }

  private PromiseResult only(String word, TestPlace bound) {
    Keep all = keep(days(180));
    return measure(
        new Keep(
            all.header(),
            Set.of(word),
            all.stage(),
            all.state(),
            all.limit(),
            false,
            List.of(),
            all.then()),
        bound);
  }

  @Test
  void stagesAndWordsChooseThePlaces() {
    visits.row(1L, "2000-01-01T00:00:00Z");
    place.stage("archive");
    assertThat(measure(staged("archive", Set.of())).verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(measure(staged("archive", Set.of("ip"))).verdict()).isEqualTo(Verdict.BROKEN);
    PromiseResult backup = measure(staged("backup", Set.of()));
    assertThat(backup.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(evidence(backup).reasons().getFirst()).contains("in the stage backup");
    assertThat(measure(staged("archive", Set.of("salary"))).verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void onlyTheRowsThePlaceMeans() {
    visits.row(1L, "2000-01-01T00:00:00Z", null, "x", "bot");
    place.only(new dev.upheld.datamap.Condition.In("agent", List.of("bot"), true));
    assertThat(measure(keep(days(180))).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void aCriterionIsForThePeopleWhoReview() {
    Limit criterion = new Limit.Criterion("as long as needed", calendar(Period.ofYears(1)));
    PromiseResult result = measure(keep(criterion));
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(result.cause()).isEqualTo(ExitCode.Cause.NO_DUTY);
    assertThat(evidence(result).summary()).contains("every 1 year");
    Limit silent = new Limit.Criterion("as long as needed", Optional.empty());
    assertThat(evidence(measure(keep(silent))).summary())
        .contains("review it (how often is not stated)");
  }

  @Test
  void thatNothingIsMissingIsNotClaimed() {
    visits.row(1L, "2026-11-01T00:00:00Z");
    Keep keep = keep(days(180));
    Keep atLeast =
        new Keep(
            keep.header(),
            keep.words(),
            keep.stage(),
            keep.state(),
            keep.limit(),
            true,
            keep.extensions(),
            keep.then());
    PromiseResult result = measure(atLeast);
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(result.cause()).isEqualTo(ExitCode.Cause.NO_DUTY);
    visits.row(2L, "2000-01-01T00:00:00Z");
    assertThat(measure(atLeast).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void everyPlaceCounts() {
    visits.row(1L, "2026-11-01T00:00:00Z");
    MemorySystem other = workspace.system("us-main");
    other.table("visit").time("at").text("ip").row("2000-01-01T00:00:00Z");
    workspace.map("us-main", place("visit", "visits").clock("collected", "at").field("ip", "ip"));
    PromiseResult result = measure(keep(days(180)));
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(evidence(result).summary()).contains("us-main/visit").doesNotContain("eu-main");
    assertThat(evidence(result).coverage().places()).isEqualTo(2);
  }

  @Test
  void aTableSeenInPartProvesNothing() {
    visits.row(1L, "2026-11-01T00:00:00Z").blind("Row-level security hides rows.");
    PromiseResult result = measure(keep(days(180)));
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(evidence(result).reasons()).anyMatch(r -> r.contains("Row-level security"));
  }

  @Test
  void aTableThatIsGoneIsUnproven() {
    system.drop("visit");
    PromiseResult result = measure(keep(days(180)));
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(evidence(result).reasons()).anyMatch(r -> r.contains("no table visit"));
  }

  private PromiseResult measure(Keep keep) {
    return measure(keep, place);
  }

  private PromiseResult measure(Keep keep, TestPlace bound) {
    workspace.promise(keep).map("eu-main", bound);
    return workspace.run(Retention.probers()).results().stream()
        .filter(r -> r.promise().id().equals(keep.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Evidence evidence(PromiseResult result) {
    return result.evidence().getFirst();
  }

  private static String figure(PromiseResult result, String name) {
    return evidence(result).figures().stream()
        .filter(f -> f.name().equals(name))
        .map(Figure::value)
        .findFirst()
        .orElse("none");
  }

  private static Keep keep(Limit limit) {
    return keep(limit, EndAction.DELETE);
  }

  private static Keep keep(Limit limit, EndAction then) {
    return new Keep(
        header("visits", "keep"),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        limit,
        false,
        List.of(),
        then);
  }

  private static Keep unverified(Limit limit) {
    return new Keep(
        header("visits", "keep-2"),
        Set.of(),
        Optional.empty(),
        Optional.of("unverified"),
        limit,
        false,
        List.of(),
        EndAction.DELETE);
  }

  private static Keep staged(String stage, Set<String> words) {
    return new Keep(
        header("visits", "keep"),
        words,
        Optional.of(stage),
        Optional.empty(),
        days(180),
        false,
        List.of(),
        EndAction.DELETE);
  }

  private static Keep with(Keep k, Extension... extensions) {
    return new Keep(
        k.header(),
        k.words(),
        k.stage(),
        k.state(),
        k.limit(),
        k.atLeast(),
        List.of(extensions),
        k.then());
  }

  private static Limit days(int days) {
    return after(Period.ofDays(days), "collected");
  }

  private static Limit after(Period period, String event) {
    return new Limit.After(calendar(period), calendar(period), event);
  }

  private static Term calendar(Period period) {
    return new Term.Calendar(period);
  }
}
