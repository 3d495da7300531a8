package dev.upheld.verdict;

import static dev.upheld.verdict.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for any heap of evidence. */
class VerdictsPropertyTest {
  private static final int ROUNDS = 20_000;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void withoutNewEvidenceAVerdictNeverGetsBetter() {
    for (int i = 0; i < ROUNDS; i++) {
      Claim claim = claim();
      List<Evidence> evidence = past();
      Verdict before = judge(claim, evidence, NOW).verdict();
      Verdict after = judge(claim, evidence, NOW.plus(hours(0, 120))).verdict();
      assertThat(after).as("seed %d: %s", seed, evidence).isLessThanOrEqualTo(before);
    }
  }

  @Test
  void theOrderOfTheEvidenceDoesNotMatter() {
    for (int i = 0; i < ROUNDS; i++) {
      Claim claim = claim();
      List<Evidence> evidence = past();
      Judgement one = judge(claim, evidence, NOW);
      Collections.shuffle(evidence, random);
      assertThat(judge(claim, evidence, NOW)).as("seed %d: %s", seed, evidence).isEqualTo(one);
    }
  }

  @Test
  void aCounterExampleIsNeverHiddenByAnythingButALaterCleanMeasurement() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Evidence> evidence = past();
      Instant at = NOW.minus(hours(0, 100));
      evidence.removeIf(e -> e.outcome() == Outcome.CLEAN && e.at().isAfter(at));
      evidence.add(random.nextInt(evidence.size() + 1), Samples.probe(Outcome.VIOLATED, at));
      assertThat(judge(claim(), evidence, NOW).verdict())
          .as("seed %d: %s", seed, evidence)
          .isEqualTo(Verdict.BROKEN);
    }
  }

  @Test
  void evidenceThatIsCleanNowIsTheOnlyWayToUpheld() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Evidence> evidence = past();
      evidence.removeIf(e -> e.outcome() == Outcome.CLEAN);
      assertThat(judge(claim(), evidence, NOW).verdict())
          .as("seed %d: %s", seed, evidence)
          .isNotEqualTo(Verdict.UPHELD);
    }
  }

  private static Judgement judge(Claim claim, List<Evidence> evidence, Instant now) {
    return Verdicts.judge(claim, evidence, now, Freshness.daily());
  }

  private Claim claim() {
    return new Claim(Samples.PROMISE, "d1", pick(Way.values()));
  }

  private List<Evidence> past() {
    List<Evidence> all = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Instant at = NOW.minus(hours(0, 100));
      Evidence.Source source = pick(Evidence.Source.values());
      Optional<Instant> until =
          source == Evidence.Source.ATTESTATION
              ? Optional.of(at.plus(hours(0, 200)))
              : Optional.empty();
      all.add(Samples.evidence(source, pick(Outcome.values()), at, until));
    }
    return all;
  }

  private Duration hours(int from, int to) {
    return Duration.ofHours(random.nextInt(from, to));
  }

  private <T> T pick(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
