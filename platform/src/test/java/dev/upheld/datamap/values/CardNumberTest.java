package dev.upheld.datamap.values;

import static dev.upheld.datamap.values.CardNumber.Sighting.NONE;
import static dev.upheld.datamap.values.CardNumber.Sighting.REAL;
import static dev.upheld.datamap.values.CardNumber.Sighting.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No number here was issued: each was made from a prefix, ascending digits and its check digit. */
class CardNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4539123456789017",
        "4539 1234 5678 9017",
        "4539-1234-5678-9017",
        "4539.1234.5678.9017",
        "4539_1234_5678_9017",
        "4539\u00a01234\u00a05678\u00a09017",
        "4539\u20091234\u20095678\u20099017",
        "4539\\u00a01234\\u00a05678\\u00a09017",
        "4539&nbsp;1234&nbsp;5678&nbsp;9017",
        "4539  1234  5678  9017",
        "4539 - 1234 - 5678 - 9017",
        "4539\u20131234\u20135678\u20139017",
        "４５３９１２３４５６７８９０１７",
        "٤٥٣٩١٢٣٤٥٦٧٨٩٠١٧",
        "4539\u200b1234\u200b5678\u200b9017",
        "45391234 56789017",
        "45 39 12 34 56 78 90 17",
        "4 5 3 9 1 2 3 4 5 6 7 8 9 0 1 7",
        "my card is 4539123456789017, please",
        "card4539123456789017x",
        "Karte:4539 1234 5678 9017.",
        "{\"pan\":\"4539123456789017\",\"cvc\":\"123\"}",
        "{\"pan\":4539123456789017}",
        "[\"a\",\"4539 1234 5678 9017\"]",
        "4539123456789017.00",
        "2026-01-15 4539 1234 5678 9017",
        "4539 1234 5678 9017 12/29",
        "4539 1234 5678 9017 123",
        "453912345678-9017",
        "ref 12 4539 1234 5678 9017",
        "4242424242424242 and 4539123456789017",
        "+4539123456789017",
        "371234567890120",
        "3712 345678 90120",
        "5212345678901734567890 5212345678901739",
        "5212 3456 7890 1234",
        "2221001234567896",
        "2720991234567894",
        "6011123456789019",
        "6441234567890123",
        "6212345678901232",
        "3528123456789012",
        "36123456789013",
        "3612 345678 9013",
        "30012345678907",
        "2200123456789019",
        "6759123456789015",
        "501812345673",
        "4333123456783",
        "4539123456789012340"
      })
  void findsCards(String text) {
    assertThat(CardNumber.inText(text)).isEqualTo(REAL);
    assertThat(CardNumber.inBytes(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(REAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424242",
        "4242 4242 4242 4242",
        "4111-1111-1111-1111",
        "5555 5555 5555 4444",
        "3782 822463 10005",
        "4000000000000002",
        "pay with 4242424242424242 or 5555555555554444",
        "6205500000000000004",
        "30569309025904"
      })
  void tellsTestNumbers(String text) {
    assertThat(CardNumber.inText(text)).isEqualTo(TEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no digits at all",
        "4539123456789013",
        "**** **** **** 9017",
        "4539 12** **** 9017",
        "XXXX-XXXX-XXXX-9017",
        "1234567890173452",
        "4539123456789017345678901",
        "94539123456789017",
        "45391234567890171",
        "0.4539123456789017",
        "{\"lat\":48.4539123456789017}",
        "4.539123456789017",
        "453.9123456789017",
        "40.712776 -74.005974",
        "+4915112345678",
        "+33 6 12 34 56 78",
        "2026-11-22T10:11:12.123456789Z",
        "1732270272123456789",
        "1732270272123",
        "b4539123-4567-4890-9125-4539123456789",
        "00000000-4539-1234-5678-901700000000",
        "e3b0c4539123456789017ab855a1b2c3",
        "FR76 3000 6000 0112 3456 7890 189",
        "DE89370400440532013000",
        "36252187900034",
        "4006381333931",
        "4539123456785",
        "38012345500012",
        "b4539123-4567-4890-9125-501812345673",
        "127.0.0.1 192.168.100.200",
        "4539\t1234\t5678\t9017",
        "4539,1234,5678,9017",
        "4539 1234-5678 9017 1",
        "89330123456789017345"
      })
  void passesOverTheRest(String text) {
    assertThat(CardNumber.inText(text)).isEqualTo(NONE);
  }

  @Test
  void searchesNumbers() {
    assertThat(CardNumber.inWhole(new BigInteger("4539123456789017"))).isEqualTo(REAL);
    assertThat(CardNumber.inWhole(new BigInteger("4242424242424242"))).isEqualTo(TEST);
    assertThat(CardNumber.inWhole(new BigInteger("-4539123456789017"))).isEqualTo(NONE);
    assertThat(CardNumber.inWhole(BigInteger.TEN.pow(30))).isEqualTo(NONE);
  }

  @Test
  void noWholeNumberOutsideItsRangesIsACard() {
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      String card = withCheckDigit(digits(random, 11 + random.nextInt(8)));
      BigInteger number = new BigInteger(card);
      if (CardNumber.inWhole(number) != NONE && number.bitLength() < 64) {
        assertThat(CardNumber.wholeRanges())
            .as(card.length() + " digits, seed %d", seed)
            .anyMatch(r -> r.least() <= number.longValue() && number.longValue() <= r.most());
      }
    }
    long milliseconds = 1_763_796_000_000L;
    assertThat(CardNumber.wholeRanges())
        .noneMatch(r -> r.least() <= milliseconds && milliseconds <= r.most());
  }

  @Test
  void everyNumberWithACheckDigitIsFoundHoweverWrittenAndNoneWithAWrongOne() {
    String[] heads = {"4539", "5212", "2300", "6011", "6211", "3530", "2201"};
    for (long seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      String card = withCheckDigit(heads[random.nextInt(heads.length)] + digits(random, 11));
      String written = "text " + grouped(card, random) + " text";
      assertThat(CardNumber.inText(written)).as("seed %d", seed).isNotEqualTo(NONE);
      char last = (char) ('0' + (card.charAt(15) - '0' + 1 + random.nextInt(9)) % 10);
      String wrong = card.substring(0, 15) + last;
      assertThat(CardNumber.inText(wrong)).as("seed %d wrong", seed).isEqualTo(NONE);
    }
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static String withCheckDigit(String head) {
    for (int check = 0; check < 10; check++) {
      String whole = head + check;
      byte[] digits = new byte[whole.length()];
      for (int i = 0; i < digits.length; i++) {
        digits[i] = (byte) (whole.charAt(i) - '0');
      }
      if (CardNumber.hasCheckDigit(digits, digits.length)) {
        return whole;
      }
    }
    throw new AssertionError("one of ten digits fits");
  }

  private static String grouped(String card, Random random) {
    String[] separators = {"", " ", "-", ".", "\u00a0", "\\u00a0", " - "};
    String by = separators[random.nextInt(separators.length)];
    return String.join(
        by, card.substring(0, 4), card.substring(4, 8), card.substring(8, 12), card.substring(12));
  }

  @Test
  void hostileTextIsSearchedInNoTime() {
    String[] parts = {
      "4",
      "4 ",
      "4539 ",
      "4.",
      "4-",
      "4539123456789017",
      "4539 1234 5678 9013 ",
      "\\u00a",
      "&nbsp;4",
      "4539123456789013-",
      "f4",
      "FR7",
      "4242424242424242 "
    };
    for (String part : parts) {
      String text = part.repeat(1_000_000 / part.length());
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> CardNumber.inText(text));
    }
  }
}
