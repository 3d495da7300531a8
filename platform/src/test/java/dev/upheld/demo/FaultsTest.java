package dev.upheld.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Names;
import dev.upheld.demo.sql.PostgresDialect;
import dev.upheld.demo.sql.Script;
import dev.upheld.demo.sql.Table;
import dev.upheld.kernel.ProblemException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @Test
  void everyFaultHasItsOwnNameAndNumber() {
    assertThat(Profiles.demo().faults()).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(Profiles.demo().faults()).extracting(Fault::id).doesNotHaveDuplicates();
    assertThat(Profiles.demo().faults())
        .extracting(Fault::number)
        .doesNotHaveDuplicates()
        .allMatch(n -> n < 100);
  }

  @Test
  void theDemoShowsTheSevenKindsItAnnounces() {
    assertThat(Profiles.demo().usualFaults()).hasSize(7);
  }

  @Test
  void listsAreReadAsWritten() {
    assertThat(Profiles.demo().parse("none")).isEmpty();
    assertThat(Profiles.demo().parse("all")).hasSameSizeAs(Profiles.demo().faults());
    assertThat(Profiles.demo().parse("old-visits, full-ips"))
        .extracting(Fault::id)
        .containsExactlyInAnyOrder("old-visits", "full-ips");
  }

  @Test
  void anUnknownFaultIsRefusedWithTheListOfThoseThereAre() {
    assertThatThrownBy(() -> Profiles.demo().parse("old-visit"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("old-visits")
        .hasMessageContaining("demo-option");
  }

  @Test
  void tooFewOrTooManyCustomersAreRefused() {
    assertThatThrownBy(() -> new Plan(Profiles.demo(), 99, Instant.EPOCH, Set.of()))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> new Plan(Profiles.demo(), 50_000_001, Instant.EPOCH, Set.of()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void noStatementAsksTheDatabaseForTheTimeOrForChance() {
    Plan plan = new Plan(Profiles.demo(), 1000, Instant.parse("2026-01-31T10:00:00Z"), Set.of());
    Database europe = Profiles.demo().database("eu");
    Script script =
        new Script(new PostgresDialect(), Names.OWN, europe.schema(), plan.setting(europe));
    for (Table table : europe.schema().tables()) {
      assertThat(script.insert(table, 1, 10).toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("now()", "current_", "random", "uuid(");
    }
  }
}
