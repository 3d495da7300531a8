package dev.upheld.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Names;
import dev.upheld.demo.sql.Script;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.TestDatabase.Engine;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompanyTest {
  /** The day after a clock change in Paris, and a month end. */
  private static final Instant NOW = Instant.parse("2026-03-30T23:30:00Z");

  private static final Profile NIMBUS = Profiles.demo();

  private static final Plan HEALTHY = new Plan(NIMBUS, 1000, NOW, Set.of());

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aHealthyCompanyBreaksNothingForADay(Engine engine) {
    List<Site> sites = Sites.both(engine);

    Company.generate(sites, HEALTHY, Progress.SILENT);

    for (Site site : sites) {
      Script script = site.script(HEALTHY);
      script
          .schema()
          .tables()
          .forEach(
              t ->
                  assertThat(Sites.number(site, "SELECT count(*) FROM " + script.quoted(t)))
                      .as(t.name())
                      .isEqualTo(script.rows(t)));
      assertThat(Violations.in(site, NOW)).isEmpty();
      assertThat(Violations.in(site, NOW.plus(Duration.ofHours(47)))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void eachFaultAloneBreaksItsPromiseAndNoOtherAndCanBeHealed(Engine engine) {
    List<Site> sites = Sites.both(engine);
    Company.generate(sites, HEALTHY, Progress.SILENT);

    for (Fault fault : NIMBUS.faults()) {
      Site site =
          sites.stream()
              .filter(s -> s.database().equals(fault.database()))
              .findFirst()
              .orElseThrow();
      Company.plant(site, HEALTHY, fault);
      assertThat(Violations.in(site, NOW).keySet()).as(fault.id()).isEqualTo(fault.promises());
      Company.heal(site, HEALTHY, fault);
      assertThat(Violations.in(site, NOW)).as(fault.id() + " healed").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void allFaultsTogetherCanBePlantedWhileTheCompanyIsMade(Engine engine) {
    List<Site> sites = Sites.both(engine);
    Set<Fault> all = Set.copyOf(NIMBUS.faults());

    Company.generate(sites, new Plan(NIMBUS, 1000, NOW, all), Progress.SILENT);

    for (Site site : sites) {
      assertThat(Violations.in(site, NOW).keySet())
          .isEqualTo(
              all.stream()
                  .filter(f -> f.database().equals(site.database()))
                  .flatMap(f -> f.promises().stream())
                  .collect(Collectors.toSet()));
    }
  }

  @Test
  void theSameNumberGivesTheSameRowOnBothEngines() {
    Plan plan = new Plan(NIMBUS, 300, NOW, Set.of());
    List<List<Optional<String>>> answers =
        List.of(Engine.POSTGRESQL, Engine.MARIADB).stream()
            .map(e -> Sites.fresh(e, "eu", Names.OWN))
            .peek(s -> Company.generate(List.of(s), plan, Progress.SILENT))
            .map(
                s ->
                    Sites.ask(
                        s,
                        "SELECT concat(email, '|', name, '|', address, '|', password_hash, '|',"
                            + " left(cast(created_at AS char(19)), 19)) FROM account WHERE address IS NOT NULL ORDER BY id"))
            .toList();

    assertThat(answers.getFirst()).hasSizeGreaterThan(150).isEqualTo(answers.getLast());
  }

  @Test
  void namesAndNumbersBelongToNobody() {
    Site site = Sites.fresh(Engine.POSTGRESQL, "eu", Names.OWN);
    Company.generate(List.of(site), HEALTHY, Progress.SILENT);

    assertThat(Sites.ask(site, "SELECT email FROM account UNION ALL SELECT email FROM candidate"))
        .allSatisfy(
            e -> assertThat(e.orElseThrow()).matches("[a-z]+\\.[a-z]+\\d+@[a-z-]+\\.example"));
    assertThat(Sites.ask(site, "SELECT phone FROM account WHERE phone IS NOT NULL"))
        .allSatisfy(
            p ->
                assertThat(p.orElseThrow())
                    .matches(
                        "\\+33 6 39 98 \\d\\d \\d\\d|\\+46 70 174 06 (0[5-9]|[1-9]\\d)|\\+44 7700 900\\d{3}"));
    assertThat(Sites.ask(site, "SELECT iban FROM payment WHERE iban IS NOT NULL"))
        .hasSizeGreaterThan(300)
        .allSatisfy(i -> assertThat(restByNinetySeven(i.orElseThrow())).isOne());
    assertThat(Sites.number(site, "SELECT count(DISTINCT email) FROM account")).isEqualTo(850);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theMarkerTellsWhetherTheDataIsWhatWasAskedFor(Engine engine) {
    Site site = Sites.fresh(engine, "eu", Names.OWN);
    assertThat(Company.isCurrent(site, HEALTHY)).isFalse();

    Company.generate(List.of(site), HEALTHY, Progress.SILENT);

    assertThat(Company.isCurrent(site, HEALTHY)).isTrue();
    assertThat(Company.isCurrent(site, HEALTHY.at(NOW.plus(Duration.ofHours(23))))).isTrue();
    assertThat(Company.isCurrent(site, HEALTHY.at(NOW.plus(Duration.ofHours(24))))).isFalse();
    assertThat(Company.isCurrent(site, HEALTHY.at(NOW.minusSeconds(5)))).isFalse();
    assertThat(Company.isCurrent(site, new Plan(NIMBUS, 1001, NOW, Set.of()))).isFalse();
    assertThat(Company.isCurrent(site, new Plan(NIMBUS, 1000, NOW, NIMBUS.usualFaults())))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aRunThatEndsEarlyIsFoundAndDoneAgain(Engine engine) {
    Site site = Sites.fresh(engine, "eu", Names.OWN);
    Company.generate(List.of(site), HEALTHY, Progress.SILENT);
    AtomicInteger opened = new AtomicInteger();
    Source dying =
        () -> {
          if (opened.incrementAndGet() > 8) {
            throw new SQLException("lost", "57P01");
          }
          return site.source().open();
        };
    Site broken = new Site(site.database(), dying, site.dialect(), site.names());

    assertThatThrownBy(() -> Company.generate(List.of(broken), HEALTHY, Progress.SILENT))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("57P01");

    assertThat(Company.isCurrent(site, HEALTHY)).isFalse();
    Company.generate(List.of(site), HEALTHY, Progress.SILENT);
    assertThat(Company.isCurrent(site, HEALTHY)).isTrue();
    assertThat(Violations.in(site, NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everyTableAndColumnCanHaveAnotherName(Engine engine) {
    Names names =
        Names.of(t -> "T \"x` " + t.length() + t.hashCode(), c -> "C`\"é " + c.hashCode());
    Site site = Sites.fresh(engine, "eu", names);
    Plan plan = new Plan(NIMBUS, 300, NOW, Set.copyOf(NIMBUS.faults()));

    Company.generate(List.of(site), plan, Progress.SILENT);

    Script script = site.script(plan);
    String visits = script.quoted(script.schema().table("visit"));
    assertThat(visits).doesNotContain("visit");
    assertThat(Sites.number(site, "SELECT count(*) FROM " + visits)).isGreaterThan(900);
    assertThat(Company.isCurrent(site, plan)).isTrue();
    assertThat(
            Company.isCurrent(
                new Site(site.database(), site.source(), site.dialect(), Names.OWN), plan))
        .isFalse();
  }

  @Test
  void progressCountsAllRows() {
    Site site = Sites.fresh(Engine.POSTGRESQL, "us", Names.OWN);
    Map<String, Long> last = new java.util.concurrent.ConcurrentHashMap<>();

    Company.generate(
        List.of(site),
        HEALTHY,
        (step, done, total) ->
            last.merge(step.replaceAll(" .*", ""), total == 0 ? 0 : done * 100 / total, Math::max));

    assertThat(last).containsOnlyKeys("filling", "connecting", "refreshing").containsValue(100L);
    assertThat(last.values()).containsOnly(100L);
  }

  private static int restByNinetySeven(String iban) {
    StringBuilder digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
  }
}
