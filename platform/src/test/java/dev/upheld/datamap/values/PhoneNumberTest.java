package dev.upheld.datamap.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+33 6 12 34 56 78",
        "+33612345678",
        "(+33) 612345678",
        "0033 6 12 34 56 78",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "0612345678",
        "(040) 123 456 78",
        "0401/2345678",
        "+1 (780) 428-9482",
        "(780) 428-9482",
        "780-428-9482",
        "1-780-428-9482",
        "+358 40 1234567",
        "612 34 56 78",
        "347 123 4567",
        "+212 612-345678",
        "0033612345678",
        "01511234567"
      })
  void accepts(String text) {
    assertThat(PhoneNumber.isPhone(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345678",
        "2026-11-22",
        "01.02.2026",
        "05/11/1990",
        "1732270272",
        "+12",
        "+1234567890123456",
        "12.50",
        "192.168.0.1",
        "call 0612345678",
        "06+12345678",
        "0.12345678",
        "09.30-17.00",
        "0000012345",
        "0001234567890",
        "0012345678",
        "+0123456789",
        "+999 123 456 789",
        "+33 6 12 34",
        "+33612345678901",
        "0099912345678",
        "612 345 678",
        "112 34 56 78",
        "000012345678"
      })
  void refuses(String text) {
    assertThat(PhoneNumber.isPhone(text)).isFalse();
  }
}
