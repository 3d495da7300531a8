package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static Pace pace(long perSecond) {
    return new Pace(new Pace.Way(Duration.ofMillis(500), 50_000, perSecond, d -> {}));
  }

  @Test
  void aBatchHoldsNoMoreThanMayGoInItsTime() {
    Pace slow = pace(100);
    assertThat(slow.rows()).isEqualTo(50);
    slow.took(50, Duration.ofMillis(1));
    assertThat(slow.rows()).isEqualTo(50);
    assertThat(pace(1).rows()).isOne();
  }

  @Test
  void withoutABoundItGrows() {
    Pace fast = pace(0);
    fast.took(1_000, Duration.ofMillis(1));
    assertThat(fast.rows()).isEqualTo(2_000);
  }
}
