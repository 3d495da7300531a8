package dev.upheld.connect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reading the lines of SHOW GRANTS. */
class GrantTest {

  private static Grant grant(String line) {
    return Grant.parse(line).orElseThrow();
  }

  @Test
  void linesAboutOtherThingsSayNothingOfTables() {
    assertThat(Grant.parse("GRANT `r1` TO `u1`@`%`")).isEmpty();
    assertThat(Grant.parse("GRANT EXECUTE ON FUNCTION `t`.`f` TO `u`@`%`")).isEmpty();
    assertThat(Grant.parse("GRANT PROXY ON ''@'%' TO `u`@`%`")).isEmpty();
    assertThat(Grant.parse("SET DEFAULT ROLE `r1` FOR `u1`@`%`")).isEmpty();
  }

  @Test
  void aGrantOnAllIsAGrantOnEach() {
    for (String line :
        List.of(
            "GRANT SELECT ON *.* TO `u`@`%` IDENTIFIED BY PASSWORD '*00'",
            "GRANT ALL PRIVILEGES ON `shop`.* TO `u`@`%`",
            "GRANT SELECT, INSERT ON `sh%`.* TO `u`@`%`")) {
      assertThat(grant(line).readsAll("shop")).isTrue();
      assertThat(grant(line).reads("shop", "any")).isTrue();
    }
    assertThat(grant("GRANT INSERT ON *.* TO `u`@`%`").readsAll("shop")).isFalse();
    assertThat(grant("GRANT SELECT ON `other`.* TO `u`@`%`").readsAll("shop")).isFalse();
  }

  @Test
  void wildcardsCountInDatabasesUnlessEscaped() {
    assertThat(grant("GRANT SELECT ON `my_shop`.* TO `u`@`%`").readsAll("myXshop")).isTrue();
    assertThat(grant("GRANT SELECT ON `my\\_shop`.* TO `u`@`%`").readsAll("myXshop")).isFalse();
    assertThat(grant("GRANT SELECT ON `my\\_shop`.* TO `u`@`%`").readsAll("my_shop")).isTrue();
    assertThat(grant("GRANT SELECT ON `my_shop`.`t` TO `u`@`%`").reads("myXshop", "t")).isFalse();
  }

  @Test
  void someColumnsAreNotTheTable() {
    Grant some = grant("GRANT SELECT (`a`, `b ON c`), INSERT (`a`) ON `shop`.`t``1` TO `u`@`%`");
    assertThat(some.reads("shop", "t`1")).isFalse();
    assertThat(some.partial()).isEqualTo(Set.of("SELECT", "INSERT"));
    assertThat(some.excess()).contains("The account has INSERT on shop.t`1.");
    Grant all = grant("GRANT SELECT, UPDATE (`a`) ON `shop`.`t` TO `u`@`%`");
    assertThat(all.reads("shop", "t")).isTrue();
    assertThat(all.readsAll("shop")).isFalse();
  }

  @Test
  void readingIsNoExcess() {
    assertThat(grant("GRANT USAGE ON *.* TO `u`@`%`").excess()).isEmpty();
    assertThat(grant("GRANT SELECT, SHOW VIEW ON `shop`.* TO `u`@`%`").excess()).isEmpty();
    assertThat(grant("GRANT SELECT ON *.* TO `u`@`%` WITH GRANT OPTION").excess())
        .contains("The account has GRANT OPTION on the whole server.");
  }

  @Test
  void whatMySqlTookBackMakesNoGrantWhole() {
    Grants grants = new Grants("shop", List.of(grant("GRANT SELECT ON *.* TO `u`@`%`")), true);
    assertThat(grants.readsAll(Optional.empty())).isFalse();
    assertThat(grants.reads(TableName.parse("t"))).isFalse();
  }
}
