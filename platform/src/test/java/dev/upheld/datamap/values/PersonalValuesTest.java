package dev.upheld.datamap.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are examples that authorities publish, or have wrong check digits. */
class PersonalValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 55 08 14 168 025 38",
        "255081416802538",
        "131052-308T",
        "12345678Z",
        "X1234567L",
        "RSSMRA85T10A562S",
        "078-05-1120"
      })
  void numbersOfPersonsAreKnownByTheirCheckDigits(String number) {
    assertThat(PersonalNumbers.isOne(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "255081416802539",
        "131052-308U",
        "12345678A",
        "RSSMRA85T10A562T",
        "000-05-1120",
        "2026-11-22",
        "20261122101500",
        "AB123456",
        ""
      })
  void othersAreNot(String number) {
    assertThat(PersonalNumbers.isOne(number)).isFalse();
  }

  @Test
  void versionsAndTextVectorsAreNoAddresses() {
    assertThat(IpText.isAddress("203.0.113.9")).isTrue();
    assertThat(IpText.isAddress("2001:db8::1/64")).isTrue();
    assertThat(IpText.isAddress("4.33.0")).isFalse();
    assertThat(IpText.isAddress("12:30")).isFalse();
    assertThat(IpText.isAddress("'academi':1 'battl':15")).isFalse();
  }

  @Test
  void tracesOfDevicesAreKnown() {
    assertThat(Traces.isMac("00:00:5e:00:53:af")).isTrue();
    assertThat(Traces.isMac("10:20:30")).isFalse();
    assertThat(Traces.isPosition("48.8583, 2.2945")).isTrue();
    assertThat(Traces.isPosition("1.5, 2.5")).isFalse();
    assertThat(Traces.isSecret("AKIAIOSFODNN7EXAMPLE")).isTrue();
    assertThat(Traces.isSecret("AKIA")).isFalse();
    assertThat(Traces.isVat("FR 40 303 265 045")).isTrue();
    assertThat(Traces.isVat("FRIDAY")).isFalse();
  }

  @Test
  void brokenDocumentsEndTheVisit() {
    StringBuilder seen = new StringBuilder();
    JsonStrings.visit(
        "{\"a\": \"x\\\"y\", \"b\": [1, \"z",
        (k, v) -> seen.append(k).append('=').append(v).append(' '));
    assertThat(seen.toString()).isEqualTo("a=x\\\"y b=1 b=z ");
  }
}
