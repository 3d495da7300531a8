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
        "078-05-1120",
        "86095742719",
        "47 036 892 816"
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
        "86095742718",
        "12345678903",
        "11122233344",
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
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FR 40 303 265 045",
        "DE136695976",
        "IT00743110157",
        "ESA28015865",
        "ES12345678Z",
        "BE0428759497",
        "NL004495445B01",
        "NL000099998B57",
        "FI20774740",
        "SE556012579001"
      })
  void vatNumbersAreHeldToTheirCheckDigits(String number) {
    assertThat(VatNumbers.isOne(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FRIDAY",
        "FR 41 303 265 045",
        "DE136695977",
        "IT00743110158",
        "ESA28015866",
        "ES12345678A",
        "BE0428759498",
        "NL004495446B01",
        "FI20774741",
        "XX123456789",
        ""
      })
  void whatOnlyLooksLikeAVatNumberIsNone(String text) {
    assertThat(VatNumbers.isOne(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GA1.2.1033501218.1368477899",
        "fb.1.1596403881668.1116446470",
        "ExponentPushToken[xxxxxxxxxxxxxxxxxxxxxx]",
        "490154203237518",
        "35-209900-176148-1"
      })
  void idsOfDevicesCarryTheirMark(String text) {
    assertThat(DeviceIds.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "490154203237519",
        "120154203237518",
        "GA1.2",
        "fb.1.short.x",
        "550e8400-e29b-41d4-a716-446655440000"
      })
  void otherIdsDoNot(String text) {
    assertThat(DeviceIds.isOne(text)).isFalse();
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
