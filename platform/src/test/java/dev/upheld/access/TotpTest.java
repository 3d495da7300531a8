package dev.upheld.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One-time codes: the vectors of the RFCs, the window, and that no code serves twice. */
class TotpTest {
  private static final Secret<byte[]> SECRET = ascii("12345678901234567890");
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:10Z");

  private static Secret<byte[]> ascii(String text) {
    return Secret.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** RFC 6238, appendix B; its secrets are as long as the hash. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082, 46119246, 90693936",
    "1111111109, 07081804, 68084774, 25091201",
    "1111111111, 14050471, 67062674, 99943326",
    "1234567890, 89005924, 91819424, 93441116",
    "2000000000, 69279037, 90698825, 38618901",
    "20000000000, 65353130, 77737706, 47863826"
  })
  void givesTheCodesOfTheRfc(long second, String sha1, String sha256, String sha512) {
    long step = Totp.step(Instant.ofEpochSecond(second));
    String digits = "1234567890".repeat(7);
    assertThat(new Totp("HmacSHA1", 8).code(ascii(digits.substring(0, 20)), step)).isEqualTo(sha1);
    assertThat(new Totp("HmacSHA256", 8).code(ascii(digits.substring(0, 32)), step))
        .isEqualTo(sha256);
    assertThat(new Totp("HmacSHA512", 8).code(ascii(digits.substring(0, 64)), step))
        .isEqualTo(sha512);
  }

  /** RFC 4226, appendix D: six digits by count. */
  @ParameterizedTest
  @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "9, 520489"})
  void givesTheCodesOfTheOlderRfc(long count, String code) {
    assertThat(Totp.USUAL.code(SECRET, count)).isEqualTo(code);
  }

  @Test
  void acceptsOneStepEitherWayAndNoMore() {
    long now = Totp.step(NOW);
    for (long step = now - 3; step <= now + 3; step++) {
      OptionalLong accepted = Totp.USUAL.accepted(SECRET, Totp.USUAL.code(SECRET, step), NOW, -1);
      if (Math.abs(step - now) <= 1) {
        assertThat(accepted).hasValue(step);
      } else {
        assertThat(accepted).isEmpty();
      }
    }
  }

  @Test
  void neverAcceptsAStepTwiceNorAnEarlierOne() {
    long now = Totp.step(NOW);
    String code = Totp.USUAL.code(SECRET, now);
    assertThat(Totp.USUAL.accepted(SECRET, code, NOW, now - 1)).hasValue(now);
    assertThat(Totp.USUAL.accepted(SECRET, code, NOW, now)).isEmpty();
    assertThat(Totp.USUAL.accepted(SECRET, code, NOW, now + 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "12345", "1234567", "abcdef", "'０１２３４５'", "' 755224'"})
  void refusesWhatIsNoCode(String code) {
    assertThat(Totp.USUAL.accepted(SECRET, code, Instant.EPOCH, -1)).isEmpty();
  }

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB"})
  void writesBase32(String text, String encoded) {
    assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }
}
