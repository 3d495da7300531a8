package dev.upheld.store;

import static dev.upheld.store.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who runs the server: as root somebody else, otherwise we ourselves. */
class AccountTest {

  @Test
  void commandsRunAsTheChosenUser() {
    try (TestHome home = TestHome.empty()) {
      Account account = home.account();
      Command.Result id = account.run(Duration.ofSeconds(20), List.of("id", "-u"));
      assertThat(id.output().strip()).isEqualTo(Long.toString(account.uid())).isNotEqualTo("0");
    }
  }

  @Test
  void wordsReachTheCommandUnchanged() {
    try (TestHome home = TestHome.empty()) {
      for (Account way : ways(home.account())) {
        Command.Result said =
            way.run(
                Duration.ofSeconds(20), List.of("printf", "%s|", "a b", "it's", "$HOME", "\"*"));
        assertThat(said.output()).isEqualTo("a b|it's|$HOME|\"*|");
      }
    }
  }

  /** Every tool we may have to rely on, not only the first that is installed. */
  private static List<Account> ways(Account chosen) {
    if (!TestHome.ROOT) {
      return List.of(chosen);
    }
    return List.of(
        chosen,
        new Account(chosen.name(), chosen.uid(), List.of("runuser", "-u", chosen.name(), "--")),
        new Account(
            chosen.name(), chosen.uid(), List.of("su", "-s", "/bin/sh", chosen.name(), "-c")));
  }

  @Test
  void rootIsNeverChosen() {
    Path nowhere = Path.of("/nonexistent");
    if (TestHome.ROOT) {
      assertThat(problem(() -> Account.choose(Optional.of("root"), nowhere)))
          .isEqualTo(StoreProblem.ACCOUNT);
      assertThat(problem(() -> Account.choose(Optional.empty(), Path.of("/etc"))))
          .isEqualTo(StoreProblem.ACCOUNT);
      assertThat(problem(() -> Account.choose(Optional.of("nobody-of-that-name"), nowhere)))
          .isEqualTo(StoreProblem.ACCOUNT);
    } else {
      assertThat(Account.choose(Optional.of("root"), nowhere).uid()).isEqualTo(Account.self());
    }
  }

  @Test
  void theOwnerOfTheDataRunsTheServer() {
    try (TestHome home = TestHome.withData()) {
      assertThat(Account.choose(Optional.empty(), home.instance().data()))
          .isEqualTo(home.account());
    }
  }

  @Test
  void theCallersEnvironmentDoesNotReachTheCommand() {
    Command.Result environment = Command.run(Duration.ofSeconds(20), List.of("env"));
    assertThat(environment.output().lines().map(l -> l.replaceFirst("=.*", "")))
        .contains("LC_ALL", "PATH")
        .doesNotContain("HOME", "JAVA_HOME", "USER");
  }

  @Test
  void aCommandThatHangsIsEnded() {
    Command.Result result = Command.run(Duration.ofMillis(200), List.of("tail", "-f", "/dev/null"));
    assertThat(result.exit()).isEqualTo(124);
    assertThat(Command.run(Duration.ofSeconds(1), List.of("no-such-program")).exit())
        .isEqualTo(127);
  }
}
