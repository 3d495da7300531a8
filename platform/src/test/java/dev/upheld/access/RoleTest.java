package dev.upheld.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The matrix of roles and permissions, written out so that a change is seen. */
class RoleTest {
  /** Columns: officer, operator, engineer, auditor. */
  private static final String MATRIX =
      """
      PROMISES_READ        O P E A
      PROMISES_ACKNOWLEDGE O P E .
      PROMISES_ASSIGN      O P . .
      PROMISES_COMMENT     O P E .
      PROMISES_ATTEST      O . . .
      PROMISES_PROVE       O . E .
      MAP_REVIEW           O . E .
      MAP_VALUES           O . . .
      REQUESTS_READ        O P . .
      REQUESTS_WORK        O P . .
      REQUESTS_APPROVE     O . . .
      REQUESTS_LINKS       O . E .
      RESTRICTIONS_READ    O . E .
      HOLDS_READ           O P . .
      HOLDS_MANAGE         O . . .
      RETENTION_MANAGE     O . E .
      RETENTION_RELEASE    O . . .
      JOURNAL_READ         O . . A
      JOURNAL_EXPORT       O . . A
      PEOPLE_READ          O . . A
      PEOPLE_MANAGE        O . . .
      TOKENS_OWN           O . E .
      METRICS_READ         O . E A
      ACCOUNT_OWN          O P E A
      """;

  private static final Map<Role, String> LETTERS =
      Map.of(Role.OFFICER, "O", Role.OPERATOR, "P", Role.ENGINEER, "E", Role.AUDITOR, "A");

  private static Map<Permission, String> matrix() {
    Map<Permission, String> rows = new EnumMap<>(Permission.class);
    MATRIX
        .lines()
        .forEach(l -> rows.put(Permission.valueOf(l.substring(0, 21).strip()), l.substring(21)));
    return rows;
  }

  @Test
  void everyRoleMayDoWhatTheMatrixSaysAndNothingElse() {
    Map<Permission, String> rows = matrix();
    assertThat(rows).containsOnlyKeys(Permission.values());
    rows.forEach(
        (permission, row) -> {
          for (Role role : Role.values()) {
            boolean may = row.contains(LETTERS.getOrDefault(role, "?"));
            assertThat(role.permissions().contains(permission))
                .as("%s %s", role, permission)
                .isEqualTo(may);
          }
        });
  }

  @Test
  void noTokenCarriesTheAccountItself() {
    assertThat(Stream.of(Permission.values()).filter(p -> !p.grantable()))
        .containsExactly(
            Permission.MAP_REVIEW,
            Permission.MAP_VALUES,
            Permission.REQUESTS_APPROVE,
            Permission.PEOPLE_MANAGE,
            Permission.TOKENS_OWN,
            Permission.ACCOUNT_OWN);
  }

  @Test
  void scopesAndWordsReadBack() {
    for (Permission permission : Permission.values()) {
      assertThat(Permission.ofScope(permission.scope())).contains(permission);
    }
    assertThat(Permission.PROMISES_READ.scope()).isEqualTo("promises.read");
    for (Role role : Role.values()) {
      assertThat(Role.ofWord(role.word())).contains(role);
    }
    assertThat(Role.ofWord("OFFICER")).isEmpty();
  }
}
