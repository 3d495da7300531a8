package dev.upheld.edge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, in good typography. */
class WordsTest {
  private static final Pattern HOLE = Pattern.compile("\\{\\d}");

  private final Words english = Words.of(Language.EN);
  private final Words french = Words.of(Language.FR);

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(new TreeSet<>(french.keys())).isEqualTo(new TreeSet<>(english.keys()));
  }

  @Test
  void bothLanguagesFillTheSameHoles() {
    for (String key : english.keys()) {
      assertThat(holes(french, key)).as(key).isEqualTo(holes(english, key));
    }
  }

  @Test
  void everyTextIsSaidAndTypographic() {
    for (Words words : new Words[] {english, french}) {
      for (String key : words.keys()) {
        assertThat(words.say(key)).as(key).isNotBlank().doesNotContain("'", "\"", "...", "  ");
      }
    }
  }

  @Test
  void frenchCountsZeroAsOneAndEnglishDoesNot() {
    assertThat(english.count("lasting.days", 0)).isEqualTo("0 days");
    assertThat(english.count("lasting.days", 1)).isEqualTo("1 day");
    assertThat(french.count("lasting.days", 0)).isEqualTo("0 jour");
    assertThat(french.count("lasting.days", 2)).isEqualTo("2 jours");
  }

  @Test
  void thousandsAreSetApartAsTheLanguageDoes() {
    assertThat(english.number(0)).isEqualTo("0");
    assertThat(english.number(214_880)).isEqualTo("214,880");
    assertThat(english.number(-1_000)).isEqualTo("-1,000");
    assertThat(french.number(1_214_880)).isEqualTo("1\u202f214\u202f880");
  }

  @Test
  void aMissingKeyIsAFault() {
    assertThatThrownBy(() -> english.say("no.such.key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such.key");
  }

  @Test
  void whatIsFilledInIsNotReadAsAText() {
    assertThat(english.say("account.factorOn", "{0} {1}")).isEqualTo("On since {0} {1}");
  }

  private static Set<String> holes(Words words, String key) {
    Set<String> holes = new TreeSet<>();
    HOLE.matcher(words.say(key)).results().map(MatchResult::group).forEach(holes::add);
    return holes;
  }
}
