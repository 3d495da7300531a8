package dev.upheld.duty.request;

import static dev.upheld.probe.memory.TestWorkspace.header;
import static dev.upheld.store.generated.Tables.REQUEST_RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.Answer;
import dev.upheld.charter.promise.Way;
import dev.upheld.engine.residue.Finding;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.engine.residue.SystemResidue;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.register.Deferral;
import dev.upheld.register.Deferrals;
import dev.upheld.register.ResiduePasses;
import dev.upheld.register.Tombstone;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The promise to answer, from real requests on 22 November 2026. */
class AnswerProberTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  private PromiseResult measured(String right) {
    Answer answer =
        new Answer(header("rights-" + right, "answer", Way.ACT), right, Optional.empty(), true);
    return new TestWorkspace().promise(answer).result(house.requests.probers());
  }

  private PromiseResult measured() {
    return measured("access");
  }

  @Test
  void asLongAsNobodyAskedNothingIsShownAndThatIsSaid() {
    PromiseResult result = measured();
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(result.cause()).isNotEqualTo(ExitCode.Cause.NOT_SEEN);
    assertThat(result.evidence().getFirst().summary())
        .contains("Nobody has made such a request yet");
  }

  @Test
  void aRequestWithTimeLeftHoldsAndOneForAnotherRightSaysNothing() {
    house.letter(TODAY.minusDays(5), "access");
    PromiseResult result = measured();
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(result.evidence().getFirst().summary()).contains("1 came, 1 open");
    assertThat(measured("erasure").verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void anOpenRequestPastItsDayBreaksIt() {
    house.letter(TODAY.minusDays(5), "access");
    CaseRef late = house.letter(TODAY.minusMonths(1).minusDays(1), "access");
    PromiseResult result = measured();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.evidence().getFirst().summary())
        .isEqualTo("1 request is open past its last day: " + late + ".");
  }

  @Test
  void theLastDayItselfIsStillInTimeAndAtRisk() {
    house.letter(TODAY.minusMonths(1), "access");
    assertThat(measured().verdict()).isEqualTo(Verdict.AT_RISK);
  }

  @Test
  void threeDaysBeforeItIsAtRiskAndFourNot() {
    house.letter(TODAY.plusDays(4).minusMonths(1), "access");
    assertThat(measured().verdict()).isEqualTo(Verdict.UPHELD);
    house.letter(TODAY.plusDays(3).minusMonths(1), "access");
    assertThat(measured().verdict()).isEqualTo(Verdict.AT_RISK);
  }

  @Test
  void anAnswerThatCameLateIsSaidForAYear() {
    CaseRef late = house.letter(TODAY.minusMonths(1).minusDays(9), "access");
    house.requests.handling().forward(late, "Acme", House.OFFICER);
    assertThat(measured().evidence().getFirst().summary())
        .isEqualTo("No request is late: 1 came, 0 open. 1 answered late in the last 12 months.");
    house
        .store
        .dsl()
        .update(REQUEST_RIGHT)
        .set(REQUEST_RIGHT.DUE, TODAY.minusDays(400))
        .set(REQUEST_RIGHT.ENDED, TODAY.minusDays(380))
        .execute();
    assertThat(measured().evidence().getFirst().summary()).doesNotContain("answered late");
  }

  @Test
  void whatMustBeDoneAtOnceIsLateByItselfAndNotTheRest() {
    CaseRef ref = house.letter(TODAY.minusDays(2), "access", "withdraw-consent");
    assertThat(house.file(ref).line().due()).isEqualTo(TODAY.minusDays(2));
    assertThat(measured("withdraw-consent").verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(measured("access").verdict()).isEqualTo(Verdict.UPHELD);
    house.requests.handling().prove(ref, "account", House.OFFICER);
    house.requests.handling().keep(ref, "withdraw-consent", House.OFFICER);
    assertThat(measured("withdraw-consent").verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(house.file(ref).line().due()).isEqualTo(TODAY.minusDays(2).plusMonths(1));
  }

  @Test
  void theAnswerHealsIt() {
    CaseRef ref = house.letter(TODAY.minusMonths(1).minusDays(40), "access");
    assertThat(measured().verdict()).isEqualTo(Verdict.BROKEN);
    house.requests.handling().forward(ref, "Acme", House.OFFICER);
    assertThat(measured().verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void anErasureThatLeftSomethingIsBrokenUntilASearchFindsNothing() {
    house.letter(TODAY.minusDays(5), "erasure");
    searched(3);
    PromiseResult result = measured("erasure");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.evidence().getFirst().summary())
        .isEqualTo("3 rows of people who were erased are still there: shop/public.log.line.");
    assertThat(measured("access").verdict()).isEqualTo(Verdict.UNPROVEN);
    searched(0);
    assertThat(measured("erasure").verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void whatCouldNotGoOnItsDayIsADoubtThatSaysWhy() {
    house.letter(TODAY.minusDays(5), "erasure");
    Deferrals deferrals = new Deferrals(house.store, house.journal);
    Tombstone who =
        new Tombstone(
            "ab".repeat(32),
            "shop",
            "customers",
            "cd".repeat(32),
            house.clock.instant(),
            new Tombstone.Reach("promise", Set.of(), Set.of()),
            house.clock.instant());
    Deferral rest =
        new Deferral("ab".repeat(32), "shop", TODAY, List.of(who), Map.of("public.invoice", 12L));
    deferrals.keep(List.of(rest));
    assertThat(measured("erasure").verdict()).isEqualTo(Verdict.UPHELD);
    deferrals.stopped(rest, "It is away.");
    PromiseResult result = measured("erasure");
    assertThat(result.verdict()).isEqualTo(Verdict.AT_RISK);
    assertThat(result.evidence().getFirst().summary())
        .contains("12 rows of shop were kept until 2026-11-22", "It is away.");
  }

  private void searched(long left) {
    Instant now = house.clock.instant();
    ResiduePasses passes = new ResiduePasses(house.store, house.journal);
    ResiduePasses.Pass pass = passes.begin(now, now);
    Finding finding = new Finding("public.log", "line", left, 0, Optional.empty(), List.of(), 0, 0);
    ResidueReport report =
        new ResidueReport(
            now,
            now,
            2,
            Optional.empty(),
            List.of(new SystemResidue("shop", 1, 1, 9, List.of(), List.of(), List.of(finding))));
    passes.end(
        pass,
        new ResiduePasses.Ended(now, now, report.left(), report.keep(), "{}"),
        Map.of("left", left));
  }
}
