package dev.upheld.engine.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a text is looked up. */
class CandidateWordsTest {

  private static Set<String> of(String text) {
    Set<String> words = new TreeSet<>();
    Words.visit(
        text.getBytes(StandardCharsets.UTF_8),
        true,
        (b, from, to) -> words.add(new String(b, from, to - from, StandardCharsets.UTF_8)));
    return words;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Anna@People.example | anna@people.example
          Sent to ANNA@people.example. | anna@people.example
          <a href="mailto:anna@people.example">x</a> | anna@people.example
          ?to=anna@people.example&x=1 | anna@people.example
          ?to=anna%40people.example&x=1 | anna@people.example
          {"to":["anna+shop@people.example"]} | anna+shop@people.example
          ÉLODIE@exämple.example wrote | élodie@exämple.example
          ΑΝΝΑ@people.example wrote | αννα@people.example
          customer C-10023, again | c-10023
          /customers/C-10023/orders | c-10023
          call +33 6 12.34-56-78 now | 33612345678
          call 0033 (6) 12 34 56 78 now | 33612345678
          FR76 3000 6000 01 | fr763000600001
          on aa:bb:cc:00:11:22 since | aa:bb:cc:00:11:22
          number 123456789, that one | 123456789
          user anna.b_1. | anna.b_1
          """)
  void takesOut(String text, String word) {
    assertThat(of(text)).contains(word);
  }

  @Test
  void whatEverybodyMayBeCalledIsNoIdentifier() {
    String sentence = "Anna Martin and Jean-Paul bought 4711 lamps for 12345678 cents";
    assertThat(of(sentence)).isSubsetOf(sentence.toLowerCase(java.util.Locale.ROOT));
    assertThat(of("anna")).isEmpty();
    assertThat(of("marie")).isEmpty();
    assertThat(of("12345678")).isEmpty();
    assertThat(of("")).isEmpty();
    assertThat(of(" \n ")).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreTakenAsTheyAre() {
    byte[] noise = {(byte) 0xff, 0, (byte) 0xfe, 'A', '1', 'b', 'c', 'd', 'e', 0, (byte) 0xc3};
    Set<String> words = new TreeSet<>();
    Words.visit(
        noise,
        false,
        (b, from, to) -> words.add(new String(b, from, to - from, StandardCharsets.ISO_8859_1)));
    assertThat(words).anyMatch(w -> w.contains("a1bcde"));
  }
}
