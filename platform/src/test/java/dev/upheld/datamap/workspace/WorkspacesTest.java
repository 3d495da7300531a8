package dev.upheld.datamap.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.datamap.Bindings;
import dev.upheld.datamap.read.References;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final References NOTHING =
      new References() {
        @Override
        public Optional<String> variable(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<String> file(Path file) {
          return Optional.empty();
        }
      };

  private static final String CHARTER =
      """
      upheld: 1
      company: {id: shop, name: Shop SARL, country: FR, zone: Europe/Paris, address: "Paris"}
      contacts: {dpo: {name: DPO, email: dpo@shop.example, address: Paris}}
      jurisdictions: [eu-gdpr]
      languages: {list: [en], prevailing: en}
      vocabulary: {email: {is: pd:EmailAddress}}
      subjects: {customers: {is: customer}}
      recipients:
        host:
          name: Host Ltd
          country: IE
          role: processor
          dpa: not-stated
      activities:
        accounts:
          title: Accounts
          owner: dpo@shop.example
          role: controller
          purpose: manage-accounts
          basis: contract
          subjects: [customers]
          data: {only: [email]}
          keep: {for: 1 year, from: contract-end, then: delete}
          recipients: []
        news:
          title: News
          owner: dpo@shop.example
          role: controller
          purpose: send-news
          basis: contract
          subjects: [customers]
          data: {only: [email]}
          keep: {for: 1 year, from: collected, then: delete}
          recipients: []
      rights:
        - {right: access, answer: 1 month}
        - {right: rectification, answer: 1 month}
        - {right: erasure, answer: 1 month}
        - {right: restriction, answer: 1 month}
        - {right: portability, answer: 1 month}
        - {right: objection, answer: 1 month}
        - {right: withdraw-consent}
        - {right: complaint}
      residency:
        all: {countries: [EU]}
      """;

  private static final String SYSTEMS =
      """
      systems:
        eu: {kind: postgres, host: env:H, database: d, user: u, password: env:P, country: FR}
        us:
          kind: mariadb
          host: h
          database: d
          user: u
          password: env:P
          country: US
          proof: {document: docs/us.md, until: 2027-12-31}
          operator: host
      """;

  @TempDir Path root;

  @BeforeEach
  void workspace() throws IOException {
    write("charter.yaml", CHARTER);
    write("systems.yaml", SYSTEMS);
    write(
        "datamap/us.yaml",
        "system: us\nplaces: {account: {activity: accounts, clocks: {contract-end: ended_at},"
            + " fields: {mail: email}}}\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Workspace sound() {
    WorkspaceReading reading = Workspaces.read(root, NOTHING, DAY);
    assertThat(reading.faults()).isEmpty();
    return reading.workspace().orElseThrow();
  }

  private List<String> binding(Workspace workspace) {
    return workspace.findings().stream()
        .filter(f -> f.code().compareTo(FindingCode.SYSTEM_ABROAD) >= 0)
        .map(WorkspacesTest::shown)
        .toList();
  }

  private static String shown(Finding finding) {
    return finding.at() + " " + finding.code().code();
  }

  @Test
  void joinsCharterAndBinding() {
    Workspace workspace = sound();
    assertThat(workspace.promises()).isNotEmpty();
    assertThat(workspace.map().systems()).containsOnlyKeys("eu", "us");
    assertThat(workspace.map().systems().values())
        .allSatisfy(system -> assertThat(system.unreachable()).isPresent());
    assertThat(workspace.promises())
        .allSatisfy(p -> assertThat(Bindings.digest(p, workspace.map())).hasSize(64));
  }

  @Test
  void findsWhatTheBindingLeavesOpen() {
    assertThat(binding(sound()))
        .containsExactlyInAnyOrder(
            "systems.yaml:2:3 system-without-map",
            "systems.yaml:2:3 country-without-proof",
            "systems.yaml:3:3 country-without-proof",
            "systems.yaml:3:3 system-abroad",
            "charter.yaml:15:3 operator-not-recipient",
            "charter.yaml:25:3 activity-unbound");
  }

  @Test
  void findsNothingWhereNothingIsOpen() throws IOException {
    write("docs/x.md", "here");
    write(
        "systems.yaml",
        """
        systems:
          eu: {kind: partner, country: FR, proof: {document: docs/x.md, until: 2027-12-31}, operator: shop}
        """);
    Files.delete(root.resolve("datamap/us.yaml"));
    write("datamap/eu.yaml", "system: eu\nplaces: {a: {activity: [accounts, news]}}\n");
    assertThat(binding(sound())).isEmpty();
  }

  @Test
  void aPromiseAboutSomePeopleIsLeftToTheRowsAndAPartnerNeedsNoMap() throws IOException {
    write(
        "charter.yaml", CHARTER.replace("{countries: [EU]}", "{countries: [EU], residents: [EU]}"));
    write("systems.yaml", SYSTEMS + "  chat: {kind: partner, country: IN}\n");
    assertThat(binding(sound()))
        .noneMatch(shown -> shown.endsWith("system-abroad"))
        .noneMatch(shown -> shown.equals("systems.yaml:12:3 system-without-map"));
  }

  @Test
  void aWorkspaceMayHaveNoSystemsYet() throws IOException {
    Files.delete(root.resolve("datamap/us.yaml"));
    Files.delete(root.resolve("systems.yaml"));
    assertThat(binding(sound())).isEmpty();
  }

  @Test
  void tellsTheFaultsOfCharterAndBindingAtOnce() throws IOException {
    write("systems.yaml", SYSTEMS + "    zone: Nowhere\n");
    write("datamap/us.yaml", "system: us\nplaces: {account: {activity: acounts}}\n");
    WorkspaceReading reading = Workspaces.read(root, NOTHING, DAY);
    assertThat(reading.workspace()).isEmpty();
    assertThat(reading.faults())
        .extracting(p -> p.where().orElseThrow().file() + " " + p.code().code())
        .containsExactly("systems.yaml unknown-time-zone", "datamap/us.yaml unknown-map-activity");
  }

  @Test
  void wordsAreNotHeldAgainstACharterThatCannotBeRead() throws IOException {
    write("charter.yaml", CHARTER.replace("upheld: 1", "upheld: [1]"));
    assertThat(Workspaces.read(root, NOTHING, DAY).faults())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.where().orElseThrow().file()).isEqualTo("charter.yaml"));
  }

  @Test
  void hasASchemaForEveryFile() {
    assertThat(Workspaces.schemas())
        .containsOnlyKeys(
            "charter.schema.json",
            "texts.schema.json",
            "systems.schema.json",
            "datamap.schema.json",
            "partner.schema.json");
  }
}
