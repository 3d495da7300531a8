package dev.upheld.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.crypto.Passwords.Cost;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are recognised, never readable, and cost what they should. */
class PasswordsTest {
  private final Passwords passwords = new Passwords(new Cost(64, 1));

  @Test
  void recognisesThePasswordAndNoOther() {
    String stored = passwords.hash(Secret.of("correct horse"));

    assertThat(stored).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain("horse");
    assertThat(passwords.matches(Secret.of("correct horse"), Optional.of(stored))).isTrue();
    assertThat(passwords.matches(Secret.of("correct horsf"), Optional.of(stored))).isFalse();
    assertThat(passwords.hash(Secret.of("correct horse"))).isNotEqualTo(stored);
  }

  /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -m 16}. */
  @Test
  void readsWhatTheReferenceImplementationWrote() {
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(passwords.matches(Secret.of("password"), Optional.of(reference))).isTrue();
    assertThat(passwords.matches(Secret.of("Password"), Optional.of(reference))).isFalse();
  }

  @Test
  void nobodyHasNoPassword() {
    assertThat(passwords.matches(Secret.of(""), Optional.empty())).isFalse();
  }

  @Test
  void takesTheSameKeysOnAnotherKeyboard() {
    String stored = passwords.hash(Secret.of("caf\u00e9"));
    assertThat(passwords.matches(Secret.of("cafe\u0301"), Optional.of(stored))).isTrue();
  }

  @Test
  void theUsualCostIsOwasps() {
    Passwords usual = new Passwords();
    assertThat(usual.hash(Secret.of("a"))).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(usual.isOutdated(passwords.hash(Secret.of("a")))).isTrue();
    assertThat(passwords.isOutdated(passwords.hash(Secret.of("a")))).isFalse();
  }

  @Test
  void refusesPasswordsWithoutEnd() {
    Secret<String> endless = Secret.of("a".repeat(Passwords.LONGEST + 1));
    assertThatThrownBy(() -> passwords.hash(endless)).isInstanceOf(ProblemException.class);
    assertThat(passwords.matches(endless, Optional.empty())).isFalse();
  }

  /** Each takes megabytes: without a limit, whoever asks often enough takes all there are. */
  @Test
  void onlyAFewAreLookedAtAtOnceAndTheOthersWaitNotForEver() {
    Semaphore turns = new Semaphore(1);
    Passwords one = new Passwords(new Cost(64, 1), turns, Duration.ofMillis(20));
    String stored = one.hash(Secret.of("correct horse"));
    turns.acquireUninterruptibly();
    for (Optional<String> known : List.of(Optional.of(stored), Optional.<String>empty())) {
      assertThatThrownBy(() -> one.matches(Secret.of("correct horse"), known))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problems().getFirst().code()).isEqualTo(CryptoProblem.BUSY));
    }
    turns.release();
    assertThat(one.matches(Secret.of("correct horse"), Optional.of(stored))).isTrue();
    assertThat(turns.availablePermits()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "$2y$10$abcdefghijklmnopqrstuv",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=99,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTF"
      })
  void whatIsNoHashMatchesNothing(String stored) {
    assertThat(passwords.matches(Secret.of("password"), Optional.of(stored))).isFalse();
  }
}
