package dev.upheld.datamap.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.0/24, ::ffff:192.0.2.1, true",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "192.0.2.7/32, 192.0.2.7, true",
    "192.0.2.7/32, 192.0.2.6, false",
    "127.0.0.0/8, 127.0.0.1, true",
    "::1/128, ::1, true",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8:0:1::/64, 2001:db8:0:1:ffff::, true",
    "2001:db8:0:1::/64, 2001:db8:0:2::, false",
    "fe80::/10, fe80::1%eth0, true",
    "::/0, 2001:db8::1, true",
    "2001:db8::/127, 2001:db8::1, true",
    "192.0.2.0/24, nonsense, false"
  })
  void contains(String network, String address, boolean expected) {
    assertThat(Network.parse(network).orElseThrow().contains(address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "192.0.2.0", "192.0.2.0/33", "192.0.2.1/24", "2001:db8::1/64", "a/8", "/8"})
  void refuses(String network) {
    assertThat(Network.parse(network)).isEmpty();
  }
}
