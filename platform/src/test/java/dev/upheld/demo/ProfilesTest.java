package dev.upheld.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Column;
import dev.upheld.demo.sql.Names;
import dev.upheld.demo.sql.PostgresDialect;
import dev.upheld.demo.sql.Script;
import dev.upheld.demo.sql.Table;
import dev.upheld.probe.PromiseResult;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.verdict.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The databases of each example fit its charter, and what is planted in them is found, no more. */
class ProfilesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final long CUSTOMERS = 300;
  private static final int FEWEST_FAULTS = 8;

  @TempDir Path folder;

  /** {@link VerdictsTest} does the same for the demonstration, on both engines. */
  static List<Profile> examples() {
    return Profiles.all().stream().filter(p -> !p.equals(Profiles.demo())).toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachFaultAloneTurnsJustItsPromisesRedAndHealedNothingIs(Profile profile) {
    ProvenCompany company =
        ProvenCompany.make(
            Engine.POSTGRESQL, new Plan(profile, CUSTOMERS, NOW, Set.of()), Names.OWN, folder);
    List<PromiseResult> results = company.prove();
    Map<String, Verdict> healthy = ProvenCompany.verdicts(results);
    assertThat(broken(healthy)).isEmpty();
    assertThat(results)
        .filteredOn(r -> r.unmeasured().isEmpty())
        .isNotEmpty()
        .filteredOn(r -> r.verdict() != Verdict.UPHELD)
        .extracting(r -> r.promise().id().toString())
        .containsExactlyInAnyOrderElementsOf(unproven(profile));
    assertThat(profile.faults()).hasSizeGreaterThanOrEqualTo(FEWEST_FAULTS);

    for (Fault fault : profile.faults()) {
      company.plant(fault);
      assertThat(broken(company.verdicts())).as(fault.id()).isEqualTo(fault.promises());
      company.heal(fault);
    }
    assertThat(company.verdicts()).isEqualTo(healthy);
  }

  /**
   * What no look at these databases can tell: that nothing of what must stay a year went earlier;
   * where partners keep what they were given; what lies in a partner's tool.
   */
  private static Set<String> unproven(Profile profile) {
    Stream<String> statements =
        switch (profile.id()) {
          case "clever-cloud" -> Stream.of("content-operations/keep", "own-servers/locate");
          case "clever-cloud-morocco" -> Stream.of("content-operations/keep", "morocco/locate");
          case "clouder" -> Stream.of("audience/hold-only", "logs-apart/apart");
          default -> Stream.of();
        };
    return statements.map(s -> profile.company() + "/" + s).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theDataMapKnowsEveryTableAndEveryColumn(Profile profile) {
    Path example = ExampleWorkspace.find(profile.id());
    Workspace workspace =
        Workspaces.read(example, References.machine(), LocalDate.ofInstant(NOW, ZoneOffset.UTC))
            .workspace()
            .orElseThrow();
    Plan plan = new Plan(profile, CUSTOMERS, NOW, Set.of());
    Map<String, Set<String>> mapped =
        workspace.map().places().values().stream()
            .flatMap(places -> places.values().stream())
            .collect(
                Collectors.groupingBy(
                    p -> p.table().toString(),
                    Collectors.flatMapping(ProfilesTest::columns, Collectors.toSet())));

    for (Database database : profile.databases()) {
      Script script =
          new Script(new PostgresDialect(), Names.OWN, database.schema(), plan.setting(database));
      for (Table table : database.schema().tables()) {
        TableName name = script.nameOf(table);
        boolean ignored =
            workspace.map().ignored().values().stream().anyMatch(t -> t.containsKey(name));
        if (!ignored) {
          assertThat(mapped.get(name.toString()))
              .as(name.toString())
              .isEqualTo(table.columns().stream().map(Column::name).collect(Collectors.toSet()));
        }
      }
    }
  }

  private static Stream<String> columns(Place place) {
    return Stream.concat(place.technical().stream(), place.fields().keySet().stream());
  }

  private static Set<String> broken(Map<String, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(e -> e.getValue() == Verdict.BROKEN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
