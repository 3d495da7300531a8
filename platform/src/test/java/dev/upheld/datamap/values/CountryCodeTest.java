package dev.upheld.datamap.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryCodeTest {

  @ParameterizedTest
  @CsvSource({
    "FR, FR",
    "fr, FR",
    "FRA, FR",
    "France, FR",
    "la France, FR",
    "DEU, DE",
    "Germany, DE",
    "Allemagne, DE",
    "l'Allemagne, DE",
    "Deutschland, DE",
    "États-Unis, US",
    "ETATS UNIS, US",
    "United States, US",
    "the United States, US",
    "USA, US",
    "U.S.A., US",
    "UK, GB",
    "United Kingdom, GB",
    "Royaume-Uni, GB",
    "Côte d’Ivoire, CI",
    "Cote d'Ivoire, CI",
    "Suomi, FI",
    "Maroc, MA",
    "España, ES",
    "Czech Republic, CZ",
    "Czechia, CZ",
    "XK, XK",
    "EL, GR",
    "Netherlands, NL",
    "Österreich, AT"
  })
  void knows(String written, String code) {
    assertThat(CountryCode.of(written)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "XX", "ZZ", "Atlantis", "Paris", "EU", "unknown", "250"})
  void doesNotGuess(String written) {
    assertThat(CountryCode.of(written)).isEmpty();
  }

  @Test
  void everyCountryIsKnownByItsCodesAndItsEnglishAndFrenchName() {
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      assertThat(CountryCode.of(code)).contains(code);
      assertThat(CountryCode.of(country.getISO3Country())).contains(code);
      assertThat(CountryCode.of(country.getDisplayCountry(Locale.ENGLISH))).contains(code);
      assertThat(CountryCode.of(country.getDisplayCountry(Locale.FRENCH))).contains(code);
    }
    assertThat(CountryCode.of("x".repeat(1_000_000))).isEmpty();
  }
}
