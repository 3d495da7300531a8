package dev.upheld.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.LockoutRules.Failures;
import dev.upheld.access.PasswordRules.Weakness;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pure rules of sign-in. */
class RulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final LockoutRules NAME = LockoutRules.OF_NAME;

  private static Failures fail(int times) {
    Failures failures = Failures.NONE;
    for (int i = 0; i < times; i++) {
      failures = NAME.after(failures, NOW);
    }
    return failures;
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "4, 0", "5, 15", "6, 30", "7, 60", "10, 480", "11, 900", "500, 900"})
  void theWaitGrowsAndHasALimit(int failures, long seconds) {
    assertThat(NAME.heardFrom(fail(failures)).isAfter(NOW)).isEqualTo(seconds > 0);
    assertThat(NAME.heardFrom(fail(failures)).isAfter(NOW.plusSeconds(seconds))).isFalse();
    if (seconds > 0) {
      assertThat(NAME.heardFrom(fail(failures))).isEqualTo(NOW.plusSeconds(seconds));
    }
  }

  @Test
  void aDayWithoutFailureForgets() {
    Failures many = fail(20);
    assertThat(NAME.after(many, NOW.plus(Duration.ofHours(25))).count()).isEqualTo(1);
    assertThat(NAME.after(many, NOW.plus(Duration.ofHours(23))).count()).isEqualTo(21);
  }

  @Test
  void theWaitNeverShrinksWithFailures() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      int failures = random.nextInt(2_000);
      assertThat(NAME.heardFrom(new Failures(failures + 1, NOW)))
          .as("seed %d, %d failures", seed, failures)
          .isAfterOrEqualTo(NAME.heardFrom(new Failures(failures, NOW)));
    }
  }

  @Test
  void aSessionEndsIdleAndEndsAtLast() {
    SessionRules rules = SessionRules.USUAL;
    assertThat(rules.over(true, NOW, NOW, NOW.plusSeconds(1799))).isFalse();
    assertThat(rules.over(true, NOW, NOW, NOW.plusSeconds(1800))).isTrue();
    Instant evening = NOW.plus(Duration.ofHours(12));
    assertThat(rules.over(true, NOW, evening.minusSeconds(2), evening.minusSeconds(1))).isFalse();
    assertThat(rules.over(true, NOW, evening.minusSeconds(2), evening)).isTrue();
    assertThat(rules.over(false, NOW, NOW.plusSeconds(599), NOW.plusSeconds(599))).isFalse();
    assertThat(rules.over(false, NOW, NOW.plusSeconds(599), NOW.plusSeconds(600))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'Short-pass1', TOO_SHORT",
    "'passwordpassword', COMMON",
    "'Password1234567', COMMON",
    "'p@ssw0rd-2026', COMMON",
    "'correct horse battery staple', COMMON",
    "'MonkeyMonkey', COMMON",
    "'aaaaaaaaaaab', SIMPLE",
    "'efghijklmnopq', SIMPLE",
    "'Lindgren2026!', PERSONAL",
    "'lindgren@shop', PERSONAL"
  })
  void refusesWhatGuessersTryFirst(String password, Weakness weakness) {
    assertThat(
            PasswordRules.usual()
                .weakness(password, List.of("Astrid Lindgren", "astrid@lindgren.example")))
        .contains(weakness);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "violet kettle marches",
        "nur kleine buchstaben hier",
        "8 Enten im Nebel",
        "ключ от старой двери",
        "密码学很有趣而且重要得很呢真的"
      })
  void acceptsAnyLongPhraseWhateverItsCharacters(String password) {
    assertThat(PasswordRules.usual().weakness(password, List.of("Astrid Lindgren"))).isEmpty();
  }

  @Test
  void aPasswordOfMoreThanTheLimitIsRefusedAndOneAtTheLimitIsNot() {
    String phrase = "violet kettle marches ".repeat(20);
    PasswordRules rules = PasswordRules.usual();
    assertThat(rules.weakness(phrase.substring(0, 256), List.of())).isEmpty();
    assertThat(rules.weakness(phrase.substring(0, 257), List.of())).contains(Weakness.TOO_LONG);
  }

  @Test
  void theSamePasswordFromAnotherKeyboardIsTheSame() {
    assertThat(PasswordRules.canonical("e\u0301te\u0301")).isEqualTo("\u00e9t\u00e9");
  }

  @Test
  void secretsAreLongAndNeverRepeat() {
    RandomSecret secrets = new RandomSecret(new SecureRandom());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(secrets.token().reveal()).matches("[A-Za-z0-9_-]{43}");
      assertThat(secrets.code().reveal()).matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){5}");
      assertThat(seen.add(secrets.token().reveal())).isTrue();
    }
  }

  @Test
  void aRecoveryCodeIsTakenHoweverItIsTyped() {
    assertThat(RandomSecret.hashOfCode("abcd efgh-IJKL"))
        .isEqualTo(RandomSecret.hashOfCode("ABCD-EFGH-IJKL"));
    assertThat(RandomSecret.hashOfCode("ABCD-EFGH-IJKM"))
        .isNotEqualTo(RandomSecret.hashOfCode("ABCD-EFGH-IJKL"));
  }
}
