package dev.upheld.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** One way only to write each value: RFC 8785, with its own samples. */
class CanonicalTest {

  /** RFC 8785, appendix B, by their IEEE 754 bits. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void numbersAsInTheStandard(String bits, String text) {
    double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(Canonical.text(Map.of("n", number))).isEqualTo("{\"n\":" + text + "}");
  }

  /** RFC 8785, 3.2.2 and 3.2.3: escapes, and names in the order of their UTF-16 units. */
  @Test
  void textAndNamesAsInTheStandard() {
    assertThat(Canonical.text(Map.of("s", "€$\u000F\nA'B\"\\\\\"/")))
        .isEqualTo("{\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    assertThat(
            Canonical.text(
                Map.of("\u20ac", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "\u0080", 6)))
        .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    assertThat(Canonical.text(Map.of("e", List.of(), "m", Map.of(), "b", List.of(true, false))))
        .isEqualTo("{\"b\":[true,false],\"e\":[],\"m\":{}}");
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        Object back =
            JsonMapper.shared().readValue(Canonical.text(Map.of("n", number)), Map.class).get("n");
        assertThat(((Number) java.util.Objects.requireNonNull(back)).doubleValue())
            .as("seed %d", seed)
            .isEqualTo(number == 0 ? 0.0 : number);
      }
    }
  }
}
