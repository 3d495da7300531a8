package dev.upheld.datamap.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane.doe@mail.example",
        "JANE@MAIL.EXAMPLE",
        "see Jane <jane.doe@mail.example>.",
        "{\"by\": \"jane\\u0040mail.example\"}",
        "https://shop.example/reset?email=jane%40mail.example",
        "https://shop.example/users/jane@mail.example/orders",
        "ssh://git@host.example and jane@mail.example",
        "no-reply@shop.example, jane@shop.example",
        "email=jane@mail.example",
        "zo\u00e9@mail.example",
        "jean.dupont1985@mail.example",
        "inform@mail.example",
        "supporter.anna@mail.example",
        "anna+support@mail.example"
      })
  void findsSomebodysMailAddress(String text) {
    assertThat(Mark.in(text)).contains(Mark.EMAIL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-reply@shop.example",
        "noreply-4711@shop.example",
        "support@shop.example",
        "Support+fr@shop.example",
        "info2@shop.example",
        "bounce+af32c.jane=mail@shop.example",
        "git@github.com:acme/shop.git",
        "https://deploy:secret@registry.example:5000/v2",
        "postgres://shop:x@db.example/shop",
        "lodash@4.17.21",
        "react@18.2.0-beta.rc",
        "actions/checkout@v4.1.beta",
        "logo@2x.png",
        "user@1000.service",
        "<20260102104512.4711.mail@host.example>",
        "java.lang.Object@1f2e3d",
        "@media print",
        "jane at mail.example",
        "jane@mail",
        ""
      })
  void leavesAloneWhatMachinesWrite(String text) {
    assertThat(Mark.in(text)).isEmpty();
  }

  @Test
  void findsAccountsAndCards() {
    assertThat(Mark.in("pay to DE89 3704 0044 0532 0130 00")).containsExactly(Mark.IBAN);
    assertThat(Mark.in("card 4539 1488 0343 6467")).containsExactly(Mark.CARD);
    assertThat(Mark.in("DE89370400440532013000")).containsExactly(Mark.IBAN);
    assertThat(Mark.in("4539148803436467")).containsExactly(Mark.CARD);
    assertThat(Mark.in("card 4242 4242 4242 4242")).as("published for tests").isEmpty();
    assertThat(Mark.in("DE88 3704 0044 0532 0130 00")).as("wrong check digits").isEmpty();
  }

  @Test
  void readsTextInBytes() {
    assertThat(Mark.in(bytes("jane@mail.example"))).containsExactly(Mark.EMAIL);
    assertThat(Mark.in(bytes("\u00e9t\u00e9: jane@mail.example"))).containsExactly(Mark.EMAIL);
    assertThat(Mark.in(bytes("IBAN DE89370400440532013000"))).containsExactly(Mark.IBAN);
    byte[] picture = new byte[4_000];
    Arrays.fill(picture, (byte) 0xFE);
    byte[] author = bytes("Author (jane.doe@mail.example)");
    System.arraycopy(author, 0, picture, 2_000, author.length);
    assertThat(Mark.in(picture)).containsExactly(Mark.EMAIL);
  }

  @Test
  void findsNothingInNoise() {
    Random random = new Random(20261122);
    for (int i = 0; i < 40; i++) {
      byte[] noise = new byte[100_000];
      random.nextBytes(noise);
      assertThat(Mark.in(noise)).as("block " + i).isEmpty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
