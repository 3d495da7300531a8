package dev.upheld.datamap.values;

import static dev.upheld.datamap.values.HalfIp.Finding.EMPTY;
import static dev.upheld.datamap.values.HalfIp.Finding.FULL;
import static dev.upheld.datamap.values.HalfIp.Finding.HALF;
import static dev.upheld.datamap.values.HalfIp.Finding.NOT_AN_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.values.HalfIp.Finding;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfIpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.0.0",
        "192.168.000.000",
        " 192.168.0.0 ",
        "192.168.0.0/16",
        "192.168.0.0/32",
        "192.168.0.0:443",
        "192.168",
        "192.168.",
        "192.168/16",
        "192.168.xxx.xxx",
        "192.168.XX.XX",
        "192.168.x.x",
        "192.168.*.*",
        "192.168.*",
        "192.168.###.###",
        "192.xxx.xxx.xxx",
        "*.*.*.*",
        "0.0.0.0",
        "3232235520",
        "-1062731776",
        "0xC0A80000",
        "2001:db8:1::",
        "2001:DB8:1:0:0:0:0:0",
        "2001:0db8:0001:0000:0000:0000:0000:0000",
        "2001:db8:1::/48",
        "2001:db8:1::%eth0",
        "[2001:db8:1::]:443",
        "[2001:db8:1::]",
        "[192.168.0.0]",
        "2001:db8:1:xxxx:xxxx:xxxx:xxxx:xxxx",
        "2001:db8:1:*:*:*:*:*",
        "::",
        "::ffff:192.168.0.0",
        "::ffff:c0a8:0",
        "0:0:0:0:0:ffff:c0a8:0000",
        "::192.168.0.0",
        "::ffff:0:192.168.0.0",
        "64:ff9b::192.168.0.0",
        "64:ff9b::c0a8:0",
        "2002:c0a8::",
        "192.168.0.0, 10.20.0.0",
        "192.168.0.0,2001:db8:1::",
        "[\"192.168.0.0\", \"2001:db8:1::\"]",
        "{192.168.0.0,10.1.0.0}"
      })
  void isHalf(String text) {
    assertThat(HalfIp.ofText(text)).isEqualTo(HALF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.0.1",
        "192.168.1.0",
        "192.168.1.0/24",
        "192.168.5.0/16",
        "192.168.1",
        "192.168.0",
        "192.168.1.xxx",
        "192.168.0.xxx",
        "192.168.x.1",
        "xxx.xxx.1.2",
        "192.168.0.1:443",
        "[192.168.0.1]:443",
        "3232235521",
        "-1",
        "0xC0A80001",
        "2001:db8:1:1::",
        "2001:db8:1::1",
        "2001:db8:1::1/48",
        "fe80::1%eth0",
        "[2001:db8:1::1]:443",
        "2001:db8:1:2:xxxx:xxxx:xxxx:xxxx",
        "2001:db8:1:0:xxxx:xxxx:xxxx:xxxx",
        "::1",
        "::ffff:192.168.0.1",
        "::ffff:c0a8:1",
        "64:ff9b::192.168.0.1",
        "2002:c0a8:0001::",
        "2002:c0a8:0:1::",
        "2002:c0a8::1",
        "192.168.0.0, 10.20.30.40",
        "10.20.30.40, 192.168.0.0",
        "unknown, 10.20.30.40",
        "[\"192.168.0.0\", \"2001:db8:1::5\"]",
        "{192.168.0.0,10.1.2.3}"
      })
  void isFull(String text) {
    assertThat(HalfIp.ofText(text)).isEqualTo(FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "-",
        "localhost",
        "192.168.0.256",
        "192.168.0.0/33",
        "192.168.0.0/abc",
        "192.168.0.0.0",
        "1..2.3",
        ".",
        "192.168.0.0x",
        "2001:db8:::1",
        "2001::db8::1",
        "1:2:3:4:5:6:7:8:9",
        "aa:bb:cc:dd:ee:ff",
        "2001:db8:1::/129",
        "12:34:56",
        "12345::",
        "192.168.0.0:http",
        "340282366920938463463374607431768211456",
        "0x",
        "１９２.168.0.0",
        "for=192.168.0.0"
      })
  void isNoAddress(String text) {
    assertThat(HalfIp.ofText(text)).isEqualTo(NOT_AN_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\t\n", "[]", "{}", ",", "\"\""})
  void holdsNothing(String text) {
    assertThat(HalfIp.ofText(text)).isEqualTo(EMPTY);
    assertThat(HalfIp.ofText(text).holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "3232235520, HALF",
    "3232235521, FULL",
    "0, HALF",
    "-1062731776, HALF",
    "-1062731775, FULL",
    "-2147483649, NOT_AN_ADDRESS",
    "4294967295, FULL",
    "4294967296, FULL",
    "42540766411283223938465490632011909384, FULL",
    "42540766411283801782723599580828532736, HALF",
    "281473913978880, HALF",
    "281473913978881, FULL",
    "340282366920938463463374607431768211456, NOT_AN_ADDRESS"
  })
  void judgesNumbers(BigInteger number, Finding expected) {
    assertThat(HalfIp.ofWhole(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "c0a80000, HALF",
    "c0a80001, FULL",
    "20010db8000100000000000000000000, HALF",
    "20010db8000100000000000000000001, FULL",
    "20010db8000000000000000000000000, HALF",
    "00000000000000000000ffffc0a80000, HALF",
    "00000000000000000000ffffc0a80507, FULL",
    "c0a80507000000000000000000000000, FULL",
    "c0a80000000000000000000000000000, HALF",
    "ff, NOT_AN_ADDRESS",
    "'', EMPTY"
  })
  void judgesBytes(String hex, Finding expected) {
    assertThat(HalfIp.ofBytes(HexFormat.of().parseHex(hex))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.0.0, HALF",
    "192.168.10.20, FULL",
    "2001:db8:1234::1, FULL",
    "192.168.000.0/16, HALF",
    "hello, NOT_AN_ADDRESS"
  })
  void judgesTextKeptAsBytes(String text, Finding expected) {
    byte[] padded = new byte[39];
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, padded, 0, bytes.length);
    assertThat(HalfIp.ofBytes(bytes)).isEqualTo(expected);
    assertThat(HalfIp.ofBytes(padded)).isEqualTo(expected);
  }

  @Test
  void everySpellingOfAnAddressIsJudgedAlike() throws UnknownHostException {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(bytes);
      if (bytes.length == 16) {
        bytes[0] = 0x20; // unicast, and neither mapped nor 6to4
        bytes[1] = 0x01;
      }
      boolean half = random.nextBoolean();
      for (int i = bytes.length == 4 ? 2 : 6; half && i < bytes.length; i++) {
        bytes[i] = 0;
      }
      boolean really = isZeroBeyondHalf(bytes);
      Finding expected = really ? HALF : FULL;
      String text = InetAddress.getByAddress(bytes).getHostAddress();
      assertThat(HalfIp.ofText(text)).as("seed %d text", seed).isEqualTo(expected);
      assertThat(HalfIp.ofText(dressed(text, random)))
          .as("seed %d dressed", seed)
          .isEqualTo(expected);
      assertThat(HalfIp.ofBytes(bytes)).as("seed %d bytes", seed).isEqualTo(expected);
      assertThat(HalfIp.ofWhole(new BigInteger(1, bytes))).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static boolean isZeroBeyondHalf(byte[] bytes) {
    for (int i = bytes.length == 4 ? 2 : 6; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static String dressed(String text, Random random) {
    boolean v6 = text.indexOf(':') >= 0;
    return switch (random.nextInt(5)) {
      case 0 -> text.toUpperCase(java.util.Locale.ROOT);
      case 1 -> text + (v6 ? "/64" : "/24");
      case 2 -> "[" + text + "]:8080";
      case 3 -> " " + text + ",";
      default -> v6 ? text + "%en0" : "::ffff:" + text;
    };
  }

  @Test
  void hostileTextIsJudgedInNoTime() {
    for (String part : new String[] {":", "1.", "1,", "::,", "[", "x", "0", "/", "%"}) {
      String text = part.repeat(1_000_000 / part.length());
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> HalfIp.ofText(text));
    }
  }

  @Test
  void printsNoAddress() {
    assertThat(IpAddress.parseV4("192.168.1.2")).get().hasToString("IpAddress[***]");
  }
}
