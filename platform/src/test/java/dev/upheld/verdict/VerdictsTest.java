package dev.upheld.verdict;

import static dev.upheld.verdict.Samples.ATTESTED;
import static dev.upheld.verdict.Samples.NOW;
import static dev.upheld.verdict.Samples.PROBED;
import static dev.upheld.verdict.Samples.ago;
import static dev.upheld.verdict.Samples.attestation;
import static dev.upheld.verdict.Samples.probe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Way;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictsTest {
  private static final Evidence ACT =
      Samples.evidence(Evidence.Source.ACT, Outcome.CLEAN, ago(1), Optional.empty());

  static Stream<Arguments> probes() {
    return Stream.of(
        Arguments.of("nothing at all", List.of(), Verdict.UNPROVEN),
        Arguments.of("clean just now", List.of(clean(0)), Verdict.UPHELD),
        Arguments.of("clean at 26 h", List.of(clean(26)), Verdict.UPHELD),
        Arguments.of("clean at 27 h", List.of(clean(27)), Verdict.AT_RISK),
        Arguments.of("clean at 72 h", List.of(clean(72)), Verdict.AT_RISK),
        Arguments.of("clean at 73 h", List.of(clean(73)), Verdict.UNPROVEN),
        Arguments.of("violated just now", List.of(violated(0)), Verdict.BROKEN),
        Arguments.of("violated long ago", List.of(violated(10_000)), Verdict.BROKEN),
        Arguments.of("healed", List.of(violated(10), clean(2)), Verdict.UPHELD),
        Arguments.of("clean before", List.of(clean(10), violated(2)), Verdict.BROKEN),
        Arguments.of("both at once", List.of(clean(2), violated(2)), Verdict.BROKEN),
        Arguments.of("unseen heals nothing", List.of(violated(9), unseen(1)), Verdict.BROKEN),
        Arguments.of("doubt heals nothing", List.of(violated(9), doubtful(1)), Verdict.BROKEN),
        Arguments.of("part heals nothing", List.of(violated(9), part(1)), Verdict.BROKEN),
        Arguments.of("healed, then aged", List.of(violated(99), clean(80)), Verdict.UNPROVEN),
        Arguments.of("unseen after clean", List.of(clean(9), unseen(1)), Verdict.UNPROVEN),
        Arguments.of("clean after unseen", List.of(unseen(9), clean(1)), Verdict.UPHELD),
        Arguments.of("clean of a part", List.of(part(1)), Verdict.UNPROVEN),
        Arguments.of("doubtful", List.of(doubtful(1)), Verdict.AT_RISK),
        Arguments.of("doubt after clean", List.of(clean(2), doubtful(1)), Verdict.AT_RISK),
        Arguments.of("doubt forgotten", List.of(doubtful(73)), Verdict.UNPROVEN),
        Arguments.of("clean, dated tomorrow", List.of(clean(-24)), Verdict.UNPROVEN),
        Arguments.of("violated, dated tomorrow", List.of(violated(-24)), Verdict.BROKEN),
        Arguments.of(
            "tomorrow's clean heals nothing", List.of(violated(2), clean(-24)), Verdict.BROKEN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("probes")
  void probesSpeakByAge(String name, List<Evidence> evidence, Verdict expected) {
    assertThat(judge(PROBED, evidence).verdict()).as(name).isEqualTo(expected);
  }

  @Test
  void clocksMayDifferByMinutes() {
    Evidence slightlyAhead = probe(Outcome.CLEAN, NOW.plus(Duration.ofMinutes(4)));
    assertThat(judge(PROBED, List.of(slightlyAhead)).verdict()).isEqualTo(Verdict.UPHELD);
  }

  static Stream<Arguments> attestations() {
    return Stream.of(
        Arguments.of("valid", ATTESTED, List.of(attested(999, -1)), Verdict.UPHELD),
        Arguments.of("on its last instant", ATTESTED, List.of(attested(999, 0)), Verdict.UPHELD),
        Arguments.of("ended", ATTESTED, List.of(attested(999, 1)), Verdict.UNPROVEN),
        Arguments.of("not allowed", PROBED, List.of(attested(9, -1)), Verdict.UNPROVEN),
        Arguments.of(
            "hides no probe", ATTESTED, List.of(violated(9), attested(1, -1)), Verdict.BROKEN),
        Arguments.of(
            "hides no failure", ATTESTED, List.of(unseen(9), attested(1, -1)), Verdict.UNPROVEN),
        Arguments.of(
            "no end",
            ATTESTED,
            List.of(
                Samples.evidence(
                    Evidence.Source.ATTESTATION, Outcome.CLEAN, ago(1), Optional.empty())),
            Verdict.UNPROVEN),
        Arguments.of(
            "taken back",
            ATTESTED,
            List.of(attested(9, -1), attestation(Outcome.VIOLATED, ago(1), ago(-9))),
            Verdict.BROKEN),
        Arguments.of(
            "act ages like a probe",
            new Claim(PROBED.promise(), "d1", Way.ACT),
            List.of(ACT),
            Verdict.UPHELD));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attestations")
  void attestationsCountUntilTheyEnd(
      String name, Claim claim, List<Evidence> evidence, Verdict expected) {
    assertThat(judge(claim, evidence).verdict()).as(name).isEqualTo(expected);
  }

  @Test
  void evidenceOfAnotherWordingDoesNotCountAndIsSaid() {
    Claim reworded = new Claim(PROBED.promise(), "d2", Way.PROBE);
    Judgement judgement = judge(reworded, List.of(clean(1), violated(2)));
    assertThat(judgement.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(judgement.restsOn()).isEmpty();
    assertThat(judgement.why()).contains("changed");
  }

  @Test
  void aVerdictNamesTheEvidenceItRestsOn() {
    assertThat(judge(PROBED, List.of(clean(3), violated(2), unseen(1))).restsOn())
        .containsExactly(violated(2));
    assertThat(judge(PROBED, List.of(clean(3), clean(2))).restsOn()).containsExactly(clean(2));
  }

  @Test
  void worstFirst() {
    assertThat(Verdicts.worst(List.of(Verdict.UPHELD, Verdict.AT_RISK))).hasValue(Verdict.AT_RISK);
    assertThat(Verdicts.worst(List.of(Verdict.AT_RISK, Verdict.UNPROVEN)))
        .hasValue(Verdict.UNPROVEN);
    assertThat(Verdicts.worst(List.of(Verdict.UNPROVEN, Verdict.BROKEN, Verdict.UPHELD)))
        .hasValue(Verdict.BROKEN);
    assertThat(Verdicts.worst(List.of())).isEmpty();
  }

  private static Judgement judge(Claim claim, List<Evidence> evidence) {
    return Verdicts.judge(claim, evidence, NOW, Freshness.daily());
  }

  private static Evidence clean(long hoursAgo) {
    return probe(Outcome.CLEAN, ago(hoursAgo));
  }

  private static Evidence violated(long hoursAgo) {
    return probe(Outcome.VIOLATED, ago(hoursAgo));
  }

  private static Evidence unseen(long hoursAgo) {
    return probe(Outcome.UNSEEN, ago(hoursAgo));
  }

  private static Evidence doubtful(long hoursAgo) {
    return probe(Outcome.DOUBTFUL, ago(hoursAgo));
  }

  private static Evidence part(long hoursAgo) {
    Evidence whole = clean(hoursAgo);
    return new Evidence(
        whole.promise(),
        whole.digest(),
        whole.source(),
        whole.outcome(),
        whole.summary(),
        whole.figures(),
        new Coverage(1, 2, 5),
        whole.at(),
        whole.took(),
        whole.asked(),
        whole.reasons(),
        whole.until());
  }

  private static Evidence attested(long hoursAgo, long endedHoursAgo) {
    return attestation(Outcome.CLEAN, ago(hoursAgo), ago(endedHoursAgo));
  }
}
