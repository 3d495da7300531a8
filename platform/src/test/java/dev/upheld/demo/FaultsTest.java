package dev.upheld.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.demo.sql.Names;
import dev.upheld.demo.sql.PostgresDialect;
import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Script;
import dev.upheld.kernel.ProblemException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @Test
  void everyFaultHasItsOwnNameAndNumber() {
    assertThat(Fault.all()).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(Fault.all()).extracting(Fault::id).doesNotHaveDuplicates();
    assertThat(Fault.all())
        .extracting(Fault::number)
        .doesNotHaveDuplicates()
        .allMatch(n -> n < 100);
  }

  @Test
  void theDemoShowsTheSevenKindsItAnnounces() {
    assertThat(Faults.shown()).hasSize(7);
  }

  @Test
  void listsAreReadAsWritten() {
    assertThat(Faults.parse("none")).isEmpty();
    assertThat(Faults.parse("all")).hasSameSizeAs(Fault.all());
    assertThat(Faults.parse("old-visits, full-ips"))
        .extracting(Fault::id)
        .containsExactlyInAnyOrder("old-visits", "full-ips");
  }

  @Test
  void anUnknownFaultIsRefusedWithTheListOfThoseThereAre() {
    assertThatThrownBy(() -> Faults.parse("old-visit"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("old-visits")
        .hasMessageContaining("demo-option");
  }

  @Test
  void tooFewOrTooManyCustomersAreRefused() {
    assertThatThrownBy(() -> new Plan(99, Instant.EPOCH, Set.of()))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> new Plan(50_000_001, Instant.EPOCH, Set.of()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void theCardNumberHasARightCheckDigit() {
    assertThat(Cards.number()).hasSize(16);
    assertThat(Cards.grouped()).matches("(\\d{4} ){3}\\d{4}");
    int sum = 0;
    for (int i = 0; i < 16; i++) {
      int digit = Cards.number().charAt(i) - '0';
      int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += i % 2 == 0 ? doubled : digit;
    }
    assertThat(sum % 10).isZero();
  }

  @Test
  void noStatementAsksTheDatabaseForTheTimeOrForChance() {
    Plan plan = new Plan(1000, Instant.parse("2026-01-31T10:00:00Z"), Set.of());
    Script script = new Script(new PostgresDialect(), Names.OWN, plan.setting(Region.EU));
    for (var table : dev.upheld.demo.tables.Schema.of(Region.EU)) {
      assertThat(script.insert(table, 1, 10).toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("now()", "current_", "random", "uuid(");
    }
  }
}
