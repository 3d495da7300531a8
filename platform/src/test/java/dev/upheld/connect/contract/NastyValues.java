package dev.upheld.connect.contract;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Values made to slip through a coarse pattern: what the exact tests know, written in every way
 * they know, and then changed by a character or two. All are invented.
 */
final class NastyValues {
  private static final List<String> SEEDS =
      List.of(
          "",
          " ",
          "0",
          "0.0.0.0",
          "1.2.0.0",
          "192.168.0.0",
          "192.168.0.1",
          "192.168.1.0",
          "10.0.0.0",
          "010.001.0.0",
          "0001.2.0.0",
          "1.0002.0.0",
          "256.1.0.0",
          "1.2.0.0/16",
          "1.2.3.4/16",
          "1.2.0.0:80",
          "1.2.0.0, 1.2.3.4",
          "1.2.3.4 1.2.0.0",
          "x.0.0",
          ".0.0",
          "1.0.0",
          "1..0.0",
          "1.2.3.0.0",
          "a1.2.0.0",
          "192.168.xxx.xxx",
          "192.168.0.xxx",
          "192.168.*.*",
          "192.168",
          "-1.2.0.0",
          "1.2.0.0.",
          "\t1.2.0.0",
          "2001:db8:1::",
          "2001:DB8:1::",
          "2001:db8::",
          "2001:db8:1:2::",
          "2001:db8:1::1",
          "2002:102:304::",
          "2002:102::",
          " 2002:102:304::",
          "::",
          "::1",
          "::ffff:1.2.0.0",
          "::ffff:1.2.3.4",
          "2001:db8::1.2.0.0",
          "64:ff9b::1.2.0.0",
          "12345:db8::",
          "1::2::",
          "g::",
          "fe80::1%eth0",
          "[2001:db8:1::]:80",
          "3232235520",
          "3232235777",
          "-65536",
          "-1",
          "0x0A000000",
          "4294967295",
          "4294967296",
          "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
          "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
          "$2y$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
          "$2a$03$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
          "$2a$1a$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
          "$2c$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
          "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhW",
          "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhW!",
          "{bcrypt}$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
          "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQxMjM$RdescudvJCsgt3ub+b+RdescudvJCsgt3ub",
          "$argon2id$v=19$m=4,t=3,p=4$c29tZXNhbHQxMjM$RdescudvJCsgt3ub+b+RdescudvJCsgt3ub",
          "$argon2id$v=19$m=65536,t=3,p=4$c29t$RdescudvJCsgt3ub+b+RdescudvJCsgt3ub",
          "$scrypt$ln=15,r=8,p=1$c29tZXNhbHQxMjM$RdescudvJCsgt3ub+b+RdescudvJCsgt3ub",
          "$scrypt$ln=9,r=8,p=1$c29tZXNhbHQxMjM$RdescudvJCsgt3ub+b+RdescudvJCsgt3ub",
          "pbkdf2_sha256$260000$abcdefghijkl$RdescudvJCsgt3ubRdescudvJCsgt3ubRdescudvJCs=",
          "pbkdf2_sha256$260$abcdefghijkl$RdescudvJCsgt3ubRdescudvJCsgt3ubRdescudvJCs=",
          "$6$saltsalt$" + "a".repeat(86),
          "$6$rounds=5000$saltsalt$" + "a".repeat(86),
          "$6$$" + "a".repeat(86),
          "$6$saltsaltsaltsaltx$" + "a".repeat(86),
          "$6$rounds=5000$" + "a".repeat(86),
          "$5$saltsalt$" + "b".repeat(43),
          "$1$saltsalt$" + "b".repeat(22),
          "5f4dcc3b5aa765d61d8327deb882cf99",
          "hunter2",
          "!",
          "*",
          "correct horse battery staple",
          "4242424242424242",
          "4242 4242 4242 4242",
          "4242-4242-4242-4242",
          "4539 1488 0343 6467",
          "4539\u00a01488\u00a00343\u00a06467",
          "4539&nbsp;1488&nbsp;0343&nbsp;6467",
          "4539\\u00a01488\\u00a00343\\u00a06467",
          "\uff14\uff15\uff13\uff19\uff11\uff14\uff18\uff18\uff10\uff13\uff14\uff13\uff16\uff14\uff16\uff17",
          "card 4539148803436467, thanks",
          "{\"pan\":\"4539148803436467\"}",
          "4539_1488_0343_6467",
          "4539   1488   0343   6467",
          "4539\u200b14880343\u200b6467",
          "4539\u000114880343\u00026467",
          "371449635398431",
          "3714 496353 98431",
          "call +33 6 12 34 56 78 90 12",
          "2026-01-01 00:00:00.000000",
          "DE89370400440532013000",
          "DE89 3704 0044 0532 0130 00",
          "fr7630006000011234567890189",
          "FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189",
          "IBANDE89370400440532013000",
          "NO9386011117947",
          "NO93 8601 1117 947",
          "jane.doe@mail.example",
          "Jane Doe <jane@mail.example>, see",
          "{\"to\":\"jane\\u0040mail.example\"}",
          "https://shop.example/reset?for=jane%40mail.example&x=1",
          "j@\u00e9t\u00e9.example",
          "nothing here",
          "\u00e9\u00e8\u00ea \u4e2d\u6587 \ud83d\ude00");

  private static final String LETTERS =
      "0123456789.:-/ xX*$abcfgzABG,=_&;\\u\u00a0\u2013\uff15\u0665\u200b{}[]%'\"+!@";

  private final Random random;

  NastyValues(long seed) {
    random = new Random(seed);
  }

  /** The seeds, each changed a few times, and card numbers in random dress. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(SEEDS);
    for (String seed : SEEDS) {
      for (int i = 0; i < 12; i++) {
        texts.add(changed(seed));
      }
    }
    for (int i = 0; i < 300; i++) {
      texts.add(card());
      texts.add(address());
    }
    return texts;
  }

  /** Numbers around every limit that matters. */
  List<BigInteger> numbers() {
    List<BigInteger> numbers = new ArrayList<>();
    for (int bit : new int[] {0, 8, 15, 16, 17, 31, 32, 33, 36, 37, 40, 53, 60, 62}) {
      BigInteger power = BigInteger.ONE.shiftLeft(bit);
      for (int add : new int[] {-65536, -1, 0, 1, 65536}) {
        numbers.add(power.add(BigInteger.valueOf(add)));
        numbers.add(power.add(BigInteger.valueOf(add)).negate());
      }
    }
    for (int i = 0; i < 200; i++) {
      numbers.add(new BigInteger(digits()));
      numbers.add(BigInteger.valueOf(random.nextInt() & 0xFFFF0000L));
    }
    numbers.removeIf(n -> n.bitLength() > 63);
    return numbers;
  }

  /** Byte strings: addresses of 4 and 16 bytes, whole and halved, and text of such lengths. */
  List<String> hexadecimal() {
    List<String> all = new ArrayList<>();
    HexFormat hex = HexFormat.of();
    for (int i = 0; i < 200; i++) {
      byte[] four = new byte[4];
      random.nextBytes(four);
      all.add(hex.formatHex(four));
      all.add(hex.formatHex(four).substring(0, 4) + "0000");
      byte[] sixteen = new byte[16];
      random.nextBytes(sixteen);
      sixteen[0] = (byte) (random.nextBoolean() ? 0x20 + random.nextInt(32) : random.nextInt(256));
      all.add(hex.formatHex(sixteen));
      all.add(hex.formatHex(sixteen).substring(0, 12) + "0".repeat(20));
    }
    for (String text :
        List.of("1.2.3", " 1.2.3", "12345", "*.*.1", "::1234", "1.2.3.4", "x", "2002", "10.1")) {
      byte[] padded =
          java.util.Arrays.copyOf(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), 16);
      all.add(hex.formatHex(padded));
      all.add(hex.formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
    all.add("20022002200200000000000000000000");
    all.add("2a003132333400000000000000000000");
    all.add("");
    return all;
  }

  private String changed(String seed) {
    StringBuilder changed = new StringBuilder(seed);
    for (int times = 1 + random.nextInt(2); times > 0; times--) {
      int at = random.nextInt(changed.length() + 1);
      char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
      switch (random.nextInt(3)) {
        case 0 -> changed.insert(at, letter);
        case 1 -> changed.replace(Math.max(0, at - 1), at, "");
        default -> changed.replace(Math.max(0, at - 1), at, String.valueOf(letter));
      }
    }
    String text = changed.toString();
    return isSound(text) ? text : seed; // a cut pair of surrogates is no text
  }

  private static boolean isSound(String text) {
    return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private String digits() {
    StringBuilder digits = new StringBuilder("4");
    while (digits.length() < 15) {
      digits.append(random.nextInt(10));
    }
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int digit = (digits.charAt(14 - i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return digits.append((10 - sum % 10) % 10).toString();
  }

  private String card() {
    String[] gaps = {
      "", " ", "-", ".", "_", "\u00a0", "\u2013", "  ", " - ", "&nbsp;", "\\u2007", "\u200d"
    };
    String gap = gaps[random.nextInt(gaps.length)];
    String digits = digits();
    int zero = new int[] {'0', 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10}[random.nextInt(7)];
    StringBuilder card = new StringBuilder(random.nextBoolean() ? "" : "x: ");
    for (int i = 0; i < 16; i++) {
      card.append(i > 0 && i % 4 == 0 ? gap : "").append((char) (zero + digits.charAt(i) - '0'));
    }
    return card.append(random.nextBoolean() ? "" : " y").toString();
  }

  private String address() {
    if (random.nextBoolean()) {
      return String.join(
          ".",
          String.valueOf(random.nextInt(300)),
          String.valueOf(random.nextInt(300)),
          String.valueOf(random.nextInt(2)),
          String.valueOf(random.nextInt(2)));
    }
    StringBuilder groups = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      groups.append(Integer.toHexString(random.nextInt(0x12000))).append(':');
    }
    return groups.append(random.nextInt(4) == 0 ? ":1" : ":").toString();
  }
}
