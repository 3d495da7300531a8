package dev.upheld.datamap.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTallyTest {

  @Test
  void tellsWhatMostValuesAre() {
    assertThat(of("a.b@mail.example", "c@mail.example", "d@mail.example", "none").most())
        .contains(Content.EMAIL);
    assertThat(of("10.1.2.3", "10.1.2.4", "192.168.7.9").most()).contains(Content.IP);
    assertThat(of("+33 6 12 34 56 78", "+33 6 12 34 56 79", "06.12.34.56.70").most())
        .contains(Content.PHONE);
  }

  @Test
  void fewValuesTellNothing() {
    assertThat(of("a.b@mail.example", "c@mail.example").most()).isEmpty();
    assertThat(
            of("a.b@mail.example", "b", "c@mail.example", "d", "e", "f@mail.example", "g").most())
        .isEmpty();
  }

  @Test
  void codesAndDesksAreNothing() {
    assertThat(of("0012345678", "0012345679", "0012345680").most()).isEmpty();
    assertThat(of("info@a.example", "support@a.example", "no-reply@a.example").most()).isEmpty();
  }

  @Test
  void aFewWordsAgainAndAgainAreNoNames() {
    assertThat(of("Florence", "Florence", "Victoria", "Victoria", "Florence").most()).isEmpty();
    assertThat(of("Jane Smith", "Anna Schmidt", "Marie Martin", "John Brown", "Maria Rossi").most())
        .contains(Content.NAME);
  }

  @Test
  void saysHowManyAreIt() {
    ContentTally tally = of("a.b@mail.example", "c@mail.example", "d@mail.example", "none");
    assertThat(tally.percent(Content.EMAIL)).isEqualTo(75);
    assertThat(tally.count()).isEqualTo(4);
    assertThat(new ContentTally().percent(Content.EMAIL)).isZero();
  }

  private static ContentTally of(String... values) {
    ContentTally tally = new ContentTally();
    List.of(values).forEach(tally::text);
    return tally;
  }
}
