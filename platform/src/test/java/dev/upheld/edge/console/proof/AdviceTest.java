package dev.upheld.edge.console.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Duty;
import dev.upheld.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page repeats neither its banner nor the words of the duty. */
class AdviceTest {
  private static final String GRANT = "eu-main/visit: The account may not read it. Grant it.";
  private static final String MAP = "eu-main/log: No place is bound. Bind it.";
  private static final String KIND = "Switch encryption on at the system.";

  @Test
  void ofAnUnprovenPromiseWhatTheBannerLeavesOut() {
    String why = "No violation seen in 1 of 3 places, but not everything was seen: " + GRANT;
    assertThat(Advice.of(Verdict.UNPROVEN, why, Duty.RETENTION, List.of(GRANT, MAP)))
        .containsExactly(MAP);
    assertThat(Advice.of(Verdict.UNPROVEN, "", Duty.RETENTION, List.of())).isEmpty();
  }

  @Test
  void ofABrokenPromiseWhatItsKindNeedsWhereTheDutyHasSeveral() {
    assertThat(Advice.of(Verdict.BROKEN, "", Duty.SAFEGUARD, List.of(MAP, KIND)))
        .containsExactly(KIND, MAP);
    assertThat(Advice.of(Verdict.BROKEN, "", Duty.RETENTION, List.of(MAP, KIND)))
        .containsExactly(MAP);
    assertThat(Advice.of(Verdict.BROKEN, "", Duty.RETENTION, List.of())).isEmpty();
  }
}
