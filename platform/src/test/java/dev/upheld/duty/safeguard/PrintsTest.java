package dev.upheld.duty.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.duty.safeguard.Prints.Pass;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrintsTest {
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  /** Even with a filter far too small, what comes out is exactly what is shared. */
  @Test
  void findsExactlyWhatIsShared() {
    for (int expected : List.of(1, 3_000_000)) {
      Prints prints = new Prints(expected);
      Set<String> right = values(200_000, 1_000_000_000);
      Set<String> left = values(50_000, 1_000_000_000);
      run(prints, right, left);
      Set<String> both = new HashSet<>(left);
      both.retainAll(right);
      assertThat(prints.shared().getOrDefault("left", java.util.Map.of()).getOrDefault("right", 0L))
          .as("seed %d", seed)
          .isEqualTo(both.size());
    }
  }

  @Test
  void mostStrangersAreTurnedAwayAtOnce() {
    Prints prints = new Prints(200_000);
    values(200_000, Integer.MAX_VALUE).forEach(v -> test(prints, Pass.FILL, "right", "r" + v));
    values(200_000, Integer.MAX_VALUE).forEach(v -> test(prints, Pass.COMPARE, "left", "l" + v));
    assertThat(prints.suspects()).as("seed %d", seed).isFalse();
  }

  @Test
  void whatStandsForNothingJoinsNobody() {
    Prints prints = new Prints(10);
    run(prints, Set.of("", "-", "null", "unknown"), Set.of("", "-", "null", "unknown"));
    assertThat(prints.suspects()).isFalse();
  }

  @Test
  void saysWhenThereIsTooMuchToRemember() {
    Prints prints = new Prints(10);
    for (int i = 0; i < 600_000; i++) {
      test(prints, Pass.FILL, "right", "v" + i);
    }
    int i = 0;
    while (test(prints, Pass.COMPARE, "left", "v" + i)) {
      i++;
    }
    assertThat(i).isEqualTo(500_000);
    assertThat(prints.overflowed()).isTrue();
  }

  private static void run(Prints prints, Set<String> right, Set<String> left) {
    right.forEach(v -> test(prints, Pass.FILL, "right", v));
    left.forEach(v -> test(prints, Pass.COMPARE, "left", v));
    right.forEach(v -> test(prints, Pass.CONFIRM, "right", v));
  }

  private static boolean test(Prints prints, Pass pass, String column, String value) {
    return new Prints.Sink(prints, pass, column).test(md5(value));
  }

  private Set<String> values(int n, int below) {
    Set<String> values = new HashSet<>();
    while (values.size() < n) {
      values.add("v" + random.nextInt(below));
    }
    return values;
  }

  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
