package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.demo.Fault;
import dev.upheld.demo.Plan;
import dev.upheld.demo.ProvenCompany;
import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Names;
import dev.upheld.engine.ActLines;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.Pace;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.TestDatabase.Engine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule that the demonstration's charter and data maps make can be carried out. */
class DemoRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-30T23:30:00Z");
  private static final Fault ENDED = Profiles.demo().fault("ended-contracts");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void eachRuleHasAWayAndRowsReachTheirArchive(Engine engine) {
    Plan plan = new Plan(Profiles.demo(), 100, NOW, Set.of(ENDED));
    ProvenCompany company = ProvenCompany.make(engine, plan, Names.OWN, folder.resolve("nimbus"));
    company.rememberActs();
    Workspace workspace = workspace(company);
    List<Rule> rules = Rules.of(workspace, NOW);
    assertThat(rules).hasSizeGreaterThan(30);
    assertThat(rules)
        .flatExtracting(r -> r.gaps().stream().map(g -> r.id() + ": " + g).toList())
        .isEmpty();

    Expiring expiring = new Expiring(RetentionShop::open, Barring.NONE, () -> NOW);
    try (ActLines lines = expiring.lines()) {
      Expiring over = expiring.over(lines);
      rules.forEach(rule -> look(over, workspace, rule));
      Rule rule =
          rules.stream()
              .filter(r -> r.id().equals("nimbus/accounts/keep@eu-main/account"))
              .findFirst()
              .orElseThrow();
      Expired moved = over.run(workspace, expiry(rule), way());
      assertThat(moved.at("account-archive").archived()).isEqualTo(3);
      assertThat(moved.at("application-archive").archived()).isEqualTo(3);
      assertThat(look(over, workspace, rule).kept()).isZero();
    }
  }

  private static Expired look(Expiring expiring, Workspace workspace, Rule rule) {
    return expiring
        .of(workspace, expiry(rule))
        .look(workspace, expiry(rule), Progress.SILENT)
        .would();
  }

  private static Expiry expiry(Rule rule) {
    return rule.expiry().orElseThrow(() -> new AssertionError(rule.id() + ": " + rule.gaps()));
  }

  private static Expiring.Way way() {
    return new Expiring.Way(
        UUID.randomUUID(), new Pace(Pace.Way.usual(_ -> {})), () -> false, Progress.SILENT);
  }

  private static Workspace workspace(ProvenCompany company) {
    WorkspaceReading reading =
        Workspaces.read(company.workspace(), References.machine().overlaid(company.variables()));
    assertThat(reading.faults()).isEmpty();
    return reading.workspace().orElseThrow();
  }
}
