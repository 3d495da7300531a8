package dev.upheld.datamap.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

  /** The examples of SWIFT's registry. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AD1200012030200359100100",
        "AE070331234567890123456",
        "AL47212110090000000235698741",
        "AT611904300234573201",
        "BE68539007547034",
        "BG80BNBG96611020345678",
        "CH9300762011623852957",
        "CY17002001280000001200527600",
        "CZ6508000000192000145399",
        "DE89370400440532013000",
        "DK5000400440116243",
        "EE382200221020145685",
        "ES9121000418450200051332",
        "FI2112345600000785",
        "FR1420041010050500013M02606",
        "GB29NWBK60161331926819",
        "GE29NB0000000101904917",
        "GI75NWBK000000007099453",
        "GR1601101250000000012300695",
        "HR1210010051863000160",
        "HU42117730161111101800000000",
        "IE29AIBK93115212345678",
        "IL620108000000099999999",
        "IS140159260076545510730339",
        "IT60X0542811101000000123456",
        "LT121000011101001000",
        "LU280019400644750000",
        "LV80BANK0000435195001",
        "MC5811222000010123456789030",
        "MT84MALT011000012345MTLCAST001S",
        "MU17BOMM0101101030300200000MUR",
        "NL91ABNA0417164300",
        "NO9386011117947",
        "PL61109010140000071219812874",
        "PT50000201231234567890154",
        "RO49AAAA1B31007593840000",
        "SA0380000000608010167519",
        "SE4550000000058398257466",
        "SI56263300012039086",
        "SK3112000000198742637541",
        "SM86U0322509800000000270100",
        "TN5910006035183598478831",
        "TR330006100519786457841326",
        "FR76 3000 6000 0112 3456 7890 189",
        "fr76-3000-6000-0112-3456-7890-189",
        " DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 "
      })
  void accepts(String text) {
    assertThat(Iban.isIban(text)).isTrue();
    assertThat(Iban.isIn("pay to " + text.strip() + ", thanks")).isTrue();
    assertThat(Iban.isIn("{\"iban\":\"" + text.strip() + "\"}")).isTrue();
    assertThat(Iban.isIn("IBAN" + text.strip())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "DE",
        "DE89370400440532013001",
        "DE8937040044053201300",
        "DE893704004405320130000",
        "ZZ89370400440532013000",
        "XDE89370400440532013000",
        "DE8937040044053201300A",
        "FR7630006000011234567890190",
        "hello world"
      })
  void refuses(String text) {
    assertThat(Iban.isIban(text)).isFalse();
    assertThat(Iban.isIn("pay to " + text + ", thanks")).isFalse();
  }

  @Test
  void madeOnesAreFoundAndAnyChangedDigitIsNoticed() {
    String[] countries = {"DE", "FI", "ES", "PT", "BE", "PL"};
    int[] lengths = {18, 14, 20, 21, 12, 24};
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      int pick = random.nextInt(countries.length);
      StringBuilder national = new StringBuilder();
      for (int i = 0; i < lengths[pick]; i++) {
        national.append(random.nextInt(10));
      }
      String iban = countries[pick] + check(countries[pick], national.toString()) + national;
      assertThat(Iban.isIban(iban)).as("seed %d", seed).isTrue();
      int at = 4 + random.nextInt(lengths[pick]);
      char other = (char) ('0' + (iban.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      String wrong = iban.substring(0, at) + other + iban.substring(at + 1);
      assertThat(Iban.isIban(wrong)).as("seed %d wrong", seed).isFalse();
    }
  }

  private static String check(String country, String national) {
    String letters = (country.charAt(0) - 'A' + 10) + "" + (country.charAt(1) - 'A' + 10);
    BigInteger number = new BigInteger(national + letters + "00");
    return "%02d".formatted(98 - number.mod(BigInteger.valueOf(97)).intValue());
  }

  @Test
  void hostileTextIsSearchedInNoTime() {
    for (String part : new String[] {"DE89", "FR", "F R 7 6 ", "IBAN", "DE893704004405320130 "}) {
      String text = part.repeat(1_000_000 / part.length());
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> Iban.isIn(text));
    }
  }
}
