package dev.upheld.datamap.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@mail.example",
        " ada.lovelace+news@mail.example ",
        "ADA@MAIL.EXAMPLE",
        "o'neil@mail.example",
        "zoé@exämple.de",
        "a@b.xn--p1ai",
        "x_y-z@sub.sub2.mail.example"
      })
  void accepts(String text) {
    assertThat(EmailAddress.isAddress(text)).isTrue();
    assertThat(EmailAddress.isIn("Write to " + text.strip() + ".")).isTrue();
    assertThat(EmailAddress.isIn("<" + text.strip() + ">,")).isTrue();
    assertThat(EmailAddress.isIn("{\"to\":\"" + text.strip() + "\"}")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@mail.example",
        "ada@",
        "ada@mail",
        "ada@.example",
        "ada@mail.e",
        "ada@mail.123",
        "logo@2x.png",
        "@scope/package",
        "a @ b.example",
        "ada at mail.example",
        "ada@mail..example"
      })
  void refuses(String text) {
    assertThat(EmailAddress.isAddress(text)).isFalse();
    assertThat(EmailAddress.isIn(text)).isFalse();
  }

  @Test
  void oneAddressIsNotTwo() {
    assertThat(EmailAddress.isAddress("a@mail.example b@mail.example")).isFalse();
    assertThat(EmailAddress.isAddress("a@mail.example,b@mail.example")).isFalse();
    assertThat(EmailAddress.isIn("a@mail.example,b@mail.example")).isTrue();
  }

  @Test
  void hostileTextIsSearchedInNoTime() {
    for (String part : new String[] {"@", "a", "a@", "a.", "a@a.", ".@", "a@b.1"}) {
      String text = part.repeat(1_000_000 / part.length());
      Assertions.assertTimeout(Duration.ofSeconds(5), () -> EmailAddress.isIn(text));
    }
  }
}
