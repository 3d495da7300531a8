package dev.upheld.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KEYS = List.of("purpose", "basis", "keep", "recipients");

  @ParameterizedTest
  @CsvSource({
    "purpos,purpose",
    "puprose,purpose",
    "basiss,basis",
    "kep,keep",
    "recipient,recipients"
  })
  void typingErrorsFindTheirWord(String written, String meant) {
    assertThat(Nearest.to(written, KEYS)).contains(meant);
  }

  @Test
  void whatIsFarFindsNothing() {
    assertThat(Nearest.to("subjects", KEYS)).isEmpty();
    assertThat(Nearest.to("", KEYS)).isEmpty();
    assertThat(Nearest.to("k".repeat(100_000), KEYS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"abc,abc,0", "abc,acb,1", "abc,ab,1", "abc,xbc,1", "'',abc,3", "kitten,sitting,3"})
  void distanceCountsEdits(String a, String b, int distance) {
    assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    assertThat(Nearest.distance(b, a)).isEqualTo(distance);
  }
}
