package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static Pace pace(long perSecond) {
    return new Pace(new Pace.Way(Duration.ofMillis(500), 50_000, perSecond, d -> {}));
  }

  @Test
  void aBatchHoldsNoMoreThanMayGoInSixSeconds() {
    Pace slow = pace(100);
    assertThat(slow.rows()).isEqualTo(600);
    slow.took(600, Duration.ofMillis(1));
    assertThat(slow.rows()).isEqualTo(600);
    assertThat(pace(1).rows()).isEqualTo(6);
    assertThat(pace(Long.MAX_VALUE).rows()).isEqualTo(1_000);
  }

  @Test
  void whatTakesTooLongIsHalvedHoweverSlowItIsToBe() {
    Pace slow = pace(100);
    slow.took(600, Duration.ofMillis(501));
    assertThat(slow.rows()).isEqualTo(300);
  }

  @Test
  void withoutABoundItGrows() {
    Pace fast = pace(0);
    fast.took(1_000, Duration.ofMillis(1));
    assertThat(fast.rows()).isEqualTo(2_000);
  }
}
