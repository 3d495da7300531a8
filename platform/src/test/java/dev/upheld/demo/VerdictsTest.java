package dev.upheld.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Names;
import dev.upheld.probe.PromiseResult;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.verdict.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What proving says of the company is what was planted in it. */
class VerdictsTest {
  private static final Instant NOW = Instant.parse("2026-03-30T23:30:00Z");

  @TempDir Path workspace;

  private ProvenCompany company(Engine engine, Set<Fault> faults, Names names, String folder) {
    return ProvenCompany.make(
        engine, new Plan(Profiles.demo(), 600, NOW, faults), names, workspace.resolve(folder));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void allThatCanBeMeasuredOfAHealthyCompanyIsUpheld(Engine engine) {
    ProvenCompany company = company(engine, Set.of(), Names.OWN, "healthy");

    assertThat(company.prove())
        .filteredOn(r -> r.unmeasured().isEmpty())
        .hasSizeGreaterThan(35)
        .allSatisfy(VerdictsTest::isUpheld);
  }

  private static void isUpheld(PromiseResult result) {
    assertThat(result.verdict())
        .as("%s %s", result.promise().id(), result.evidence())
        .isEqualTo(Verdict.UPHELD);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void eachFaultAloneBreaksItsPromisesAndHealedItBreaksNothing(Engine engine) {
    ProvenCompany company = company(engine, Set.of(), Names.OWN, "one");
    Map<String, Verdict> healthy = company.verdicts();

    for (Fault fault : Profiles.demo().faults()) {
      company.plant(fault);
      // what the fault before left would show here
      assertThat(broken(company.verdicts())).as(fault.id()).isEqualTo(fault.promises());
      company.heal(fault);
    }
    assertThat(company.verdicts()).as("all healed").isEqualTo(healthy);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void underOtherNamesEveryVerdictIsTheSame(Engine engine) {
    Names strange =
        Names.of(
            t -> "Tbl " + Integer.toHexString(t.hashCode()),
            c -> "k_É " + Integer.toHexString(c.hashCode()));
    Map<String, Verdict> own =
        company(engine, Profiles.demo().usualFaults(), Names.OWN, "own").verdicts();

    Map<String, Verdict> renamed =
        company(engine, Profiles.demo().usualFaults(), strange, "strange").verdicts();
    assertThat(renamed.entrySet()).containsExactlyInAnyOrderElementsOf(own.entrySet());
    assertThat(broken(own))
        .isEqualTo(
            Profiles.demo().usualFaults().stream()
                .flatMap(f -> f.promises().stream())
                .collect(Collectors.toSet()));
  }

  private static Set<String> broken(Map<String, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(e -> e.getValue() == Verdict.BROKEN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
