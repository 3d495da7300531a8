package dev.upheld.demo.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardsTest {

  @Test
  void theCardNumberHasARightCheckDigit() {
    assertThat(Cards.number()).hasSize(16);
    assertThat(Cards.grouped()).matches("(\\d{4} ){3}\\d{4}");
    int sum = 0;
    for (int i = 0; i < 16; i++) {
      int digit = Cards.number().charAt(i) - '0';
      int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += i % 2 == 0 ? doubled : digit;
    }
    assertThat(sum % 10).isZero();
  }
}
