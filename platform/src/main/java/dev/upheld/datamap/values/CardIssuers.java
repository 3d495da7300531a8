package dev.upheld.datamap.values;

import java.util.Arrays;
import java.util.Set;

/** Who issues which card numbers, and which of them are published for tests. */
final class CardIssuers {
  /** From and to as six leading digits, then the lengths that exist. */
  private record Range(int from, int to, int shortest, int longest) {
    boolean has(int lead, int length) {
      return lead >= from && lead <= to && isAsLongAs(length);
    }

    boolean isAsLongAs(int length) {
      return length >= shortest && length <= longest;
    }
  }

  private static final Range[] RANGES = {
    range(340000, 349999, 15, 15), // American Express
    range(370000, 379999, 15, 15),
    range(510000, 559999, 16, 16), // Mastercard
    range(222100, 272099, 16, 16),
    range(220000, 220499, 16, 19), // Mir
    range(300000, 305999, 14, 19), // Diners Club
    range(309500, 309599, 14, 19),
    range(360000, 369999, 14, 19),
    range(380000, 399999, 14, 19),
    range(352800, 358999, 16, 19), // JCB
    range(180000, 180099, 15, 15),
    range(213100, 213199, 15, 15),
    range(601100, 601199, 16, 19), // Discover
    range(644000, 659999, 16, 19),
    range(620000, 629999, 16, 19), // UnionPay
    range(817100, 817199, 16, 19),
    range(508500, 508999, 16, 16), // RuPay
    range(606985, 608499, 16, 16),
    range(501800, 501999, 12, 19), // Maestro and its national kin
    range(502000, 502099, 12, 19),
    range(503800, 503899, 12, 19),
    range(561200, 561299, 12, 19),
    range(589300, 589399, 12, 19),
    range(630400, 630499, 12, 19),
    range(639000, 639099, 12, 19),
    range(670300, 670399, 12, 19),
    range(675900, 676399, 12, 19),
    range(677100, 677199, 12, 19),
    range(506099, 506198, 16, 19), // Verve
    range(506700, 506799, 16, 16), // Elo
    range(636297, 636368, 16, 16),
    range(606282, 606282, 16, 16), // Hipercard
    range(979200, 979299, 16, 16), // Troy
    range(860000, 860099, 16, 16), // UzCard
    range(986000, 986099, 16, 16), // Humo
  };

  /** As published in the test pages of Stripe, Adyen, PayPal, Braintree and Worldpay. */
  private static final Set<String> FOR_TESTS =
      Set.of(
          "4242424242424242",
          "4111111111111111",
          "4012888888881881",
          "4222222222222",
          "4222222222222220",
          "4012000033330026",
          "4012000077777777",
          "4217651111111119",
          "4500600000000061",
          "4009348888881881",
          "4005519200000004",
          "4988438843884305",
          "4166676667666746",
          "4646464646464644",
          "4111111145551142",
          "4444333322221111",
          "4917610000000000",
          "4917300800000000",
          "4462030000000000",
          "4484070000000000",
          "4462000000000003",
          "4508750015741019",
          "4263982640269299",
          "4263970000005262",
          "5555555555554444",
          "5105105105105100",
          "5200828282828210",
          "2223003122003222",
          "5454545454545454",
          "5555341244441115",
          "5577000055770004",
          "5136333333333335",
          "5585558555855583",
          "5100060000000002",
          "2222400070000005",
          "2222410740360010",
          "2222400010000008",
          "2223000048410010",
          "2222400060000007",
          "2223520443560010",
          "2222400030000004",
          "2222400050000009",
          "5425233430109903",
          "2223000010309703",
          "378282246310005",
          "371449635398431",
          "378734493671000",
          "370000000000002",
          "370000000100018",
          "343434343434343",
          "346827630435344",
          "374245455400126",
          "6011111111111117",
          "6011000990139424",
          "6011000400000000",
          "6011981111111113",
          "6011601160116611",
          "6445644564456445",
          "36148900647913",
          "3056930009020004",
          "36227206271667",
          "30569309025904",
          "38520000023237",
          "36006666333344",
          "36700102000000",
          "3566002020360505",
          "3530111333300000",
          "3569990010095841",
          "3528000700000000",
          "6200000000000005",
          "6200000000000047",
          "6205500000000000004",
          "6771798021000008",
          "6759649826438453",
          "6799990100000000019",
          "6304000000000000",
          "6250941006528599",
          "6282000123842342",
          "6283875070985593",
          "5413330089099999",
          "5413330089999990",
          "5413330089020037",
          "5520330000000001",
          "36259600000004",
          "2223000048400011",
          "6759411100000008",
          "6555900000604105");

  private CardIssuers() {}

  private static Range range(int from, int to, int shortest, int longest) {
    return new Range(from, to, shortest, longest);
  }

  /** Whether an issuer hands out numbers of this length that begin like this. */
  static boolean issued(byte[] digits) {
    int length = digits.length;
    if (digits[0] == 4) {
      return length == 13 || length == 16 || length == 19; // Visa
    }
    int lead = 0;
    for (int i = 0; i < 6; i++) {
      lead = lead * 10 + digits[i];
    }
    for (Range range : RANGES) {
      if (range.has(lead, length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any issued number of this length begins with this digit. */
  static boolean mayBegin(int digit, int length) {
    if (digit == 4) {
      return length == 13 || length == 16 || length == 19; // Visa
    }
    int from = digit * 100_000;
    return Arrays.stream(RANGES)
        .anyMatch(r -> r.from <= from + 99_999 && r.to >= from && r.isAsLongAs(length));
  }

  /** Published for tests, or beginning with 400000, which Stripe uses for tests and no bank has. */
  static boolean isForTests(byte[] digits) {
    StringBuilder number = new StringBuilder(digits.length);
    for (byte digit : digits) {
      number.append((char) ('0' + digit));
    }
    String text = number.toString();
    return FOR_TESTS.contains(text) || (text.length() == 16 && text.startsWith("400000"));
  }
}
