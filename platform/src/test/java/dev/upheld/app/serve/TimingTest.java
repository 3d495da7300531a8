package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long the sign-in takes does not tell whether somebody exists. */
class TimingTest {
  private static final int ROUNDS = 11;
  private static final int TRIES = 3;

  @Test
  void knownAndUnknownNamesTakeTheSameTime() {
    try (RunningServer server = new RunningServer(Map.of())) {
      Someone officer =
          Someone.joins(server, server.browser(), server.wayIn(), "first@nimbus.example");
      double[] ratios = new double[TRIES];
      for (int i = 0; i < TRIES; i++) {
        ratios[i] = ratio(server, officer.email);
      }
      assertThat(Arrays.stream(ratios).boxed())
          .as("known to unknown: a busy machine spoils a try, a difference would spoil all")
          .anyMatch(r -> r > 0.7 && r < 1.4);
    }
  }

  private static double ratio(RunningServer server, String email) {
    long[] known = new long[ROUNDS];
    long[] unknown = new long[ROUNDS];
    Browser browser = server.browser();
    for (int i = 0; i < ROUNDS; i++) {
      known[i] = nanos(server, browser, email);
      unknown[i] = nanos(server, browser, "nobody@nimbus.example");
    }
    return (double) median(known) / median(unknown);
  }

  /** The clock of the server moves on, so that no try has to wait. */
  private static long nanos(RunningServer server, Browser browser, String email) {
    server.clock.pass(Duration.ofMinutes(16));
    long start = System.nanoTime();
    browser.post("/sign-in", "email", email, "password", "not the right one");
    return System.nanoTime() - start;
  }

  private static long median(long... times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
