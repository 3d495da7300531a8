package dev.upheld.duty.retention;

import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.companyWide;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.connect.Description;
import dev.upheld.connect.vault.Draft;
import dev.upheld.connect.vault.Vault;
import dev.upheld.connect.vault.VaultConnector;
import dev.upheld.connect.vault.VaultHeader;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.duty.residency.Residency;
import dev.upheld.duty.safeguard.Safeguard;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.Prober;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.TestPlace;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every promise says of an archive of encrypted files: healthy, with faults, and hurt. */
class VaultWallTest {
  private static final Term FIVE_YEARS = new Term.Calendar(Period.ofYears(5));
  private static final Set<String> EU = Set.of("FR", "DE");
  private static final String HASH =
      "$2b$12$" + "abcdefghijklmnopqrstuv".repeat(3).substring(0, 53);

  private static final List<Prober> PROBERS =
      Stream.of(Retention.probers(), Safeguard.probers(), Residency.probers())
          .flatMap(List::stream)
          .toList();

  @TempDir Path folder;
  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem main = workspace.system("eu-main");
  private final TestPlace archive =
      place("account", "accounts")
          .stage("archive")
          .key("id")
          .subject("customers", "id")
          .residence("customers", "country")
          .clock("contract-end", "ended_at")
          .field("name", "name")
          .field("country", "country")
          .field("password", "password")
          .technical("id", "ended_at", "note");

  @BeforeEach
  void binds() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Files.createFile(folder.resolve(".upheld-archive"));
    Endpoint endpoint =
        new Endpoint(
            SystemEntry.VAULT,
            "",
            0,
            folder.toString(),
            "",
            Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
            Map.of(),
            Duration.ofMinutes(1));
    workspace.real("eu-files", new VaultConnector(), endpoint).map("eu-files", archive);
    main.table("request_log").whole("id").text("trace").row(1L, "t-1").row(2L, "t-2");
    workspace.map("eu-main", place("request_log", "request-log").key("id").field("trace", "trace"));
    workspace
        .term("name", "pd:Name")
        .term("country", "pd:Country")
        .term("password", "pd:Password")
        .term("trace", "pd:UID");
    promises().forEach(workspace::promise);
  }

  private static Stream<Promise> promises() {
    return Stream.of(
        new Promise.Keep(
            header("accounts", "keep"),
            Set.of(),
            Optional.of("archive"),
            Optional.empty(),
            new Limit.After(FIVE_YEARS, FIVE_YEARS, "contract-end"),
            false,
            List.of(),
            EndAction.DELETE),
        new Promise.HoldOnly(
            header("accounts", "hold-only"), Set.of("name", "country", "password")),
        new Promise.HoldOnly(header("request-log", "hold-only"), Set.of("trace")),
        new Promise.HoldOnly(companyWide("undeclared", "hold-only"), Set.of()),
        new Promise.Form(header("accounts", "form"), "password", new ValueForm.PasswordHash()),
        new Promise.Absent(companyWide("cards", "absent"), Promise.Forbidden.CARD_NUMBER, Set.of()),
        new Promise.Encrypt(companyWide("transport", "encrypt"), Set.of()),
        new Promise.Apart(companyWide("log", "apart"), Set.of("request-log"), Set.of()),
        locate("eu-customers", EU),
        locate("us-customers", Set.of("US")));
  }

  private static Promise locate(String name, Set<String> countries) {
    return new Promise.Locate(
        companyWide(name, "locate"),
        countries,
        Set.of("customers"),
        countries,
        Set.of(),
        false,
        false);
  }

  private void put(String... values) {
    List<String> columns = List.of("id", "name", "country", "password", "note", "ended_at");
    VaultHeader header =
        new VaultHeader(
            UUID.randomUUID(),
            "account",
            new VaultHeader.From("eu-main", "rule", "act"),
            IntStream.range(0, columns.size())
                .mapToObj(
                    i ->
                        new VaultHeader.Column(
                            columns.get(i),
                            i == 0
                                ? Description.Type.WHOLE
                                : i == 5 ? Description.Type.TIMESTAMP : Description.Type.TEXT))
                .toList(),
            List.of("id"),
            ZoneOffset.UTC,
            Optional.empty());
    Draft draft = Vault.of(workspace.entry("eu-files")).begin(archive.build(), header);
    draft.row(Arrays.stream(values).map(Optional::of).toList());
    draft.finish().publish();
  }

  private void healthy() {
    put("1", "Anna", "FR", HASH, "a", "2026-01-01 10:00:00");
    put("2", "Bela", "DE", HASH, "b", "2025-01-01 10:00:00");
  }

  /** Of all promises that are not upheld, what is said of them. */
  private Map<String, String> wall(Verdict verdict) {
    workspace.map("eu-files", archive);
    Map<String, String> wall = new TreeMap<>();
    for (PromiseResult result : workspace.run(PROBERS).results()) {
      if (result.verdict() != Verdict.UPHELD) {
        assertThat(result.verdict()).as(text(result)).isEqualTo(verdict);
        wall.put(result.promise().id().toString().replace("nimbus/", ""), text(result));
      }
    }
    return wall;
  }

  private static String text(PromiseResult result) {
    return result.promise().id() + ": " + result.evidence();
  }

  @Test
  void aStageThatNothingMovedToYetIsUpheld() {
    assertThat(wall(Verdict.UPHELD)).isEmpty();
  }

  @Test
  void healthyRowsAreUpheldAndTheLineIsSaidInWords() {
    healthy();
    assertThat(wall(Verdict.UPHELD)).isEmpty();
    assertThat(
            workspace.run(PROBERS).results().stream()
                .filter(r -> r.promise() instanceof Promise.Encrypt)
                .map(r -> r.evidence().getFirst().summary()))
        .containsExactly(
            "The line to 1 system is encrypted, and lines in clear are refused. No line leads to"
                + " eu-files: files in folders, sealed before they are written.");
  }

  @Test
  void aRowPastItsTimeIsBroken() {
    healthy();
    put("3", "Cleo", "FR", HASH, "c", "2020-01-01 10:00:00");
    assertThat(wall(Verdict.BROKEN)).containsOnlyKeys("accounts/keep");
  }

  @Test
  void aPasswordInClearIsBroken() {
    healthy();
    put("3", "Cleo", "FR", "hunter2hunter2", "c", "2026-01-01 10:00:00");
    assertThat(wall(Verdict.BROKEN)).containsOnlyKeys("accounts/form");
  }

  @Test
  void somebodyOfAnotherCountryIsBroken() {
    healthy();
    put("3", "Cleo", "US", HASH, "c", "2026-01-01 10:00:00");
    assertThat(wall(Verdict.BROKEN)).containsOnlyKeys("us-customers/locate");
  }

  @Test
  void aCardOrAnAddressInAColumnThatIsCalledTechnicalIsBroken() {
    healthy();
    put("3", "Cleo", "FR", HASH, "4929 1234 5678 9015", "2026-01-01 10:00:00");
    assertThat(wall(Verdict.BROKEN)).containsOnlyKeys("accounts/hold-only", "cards/absent");
  }

  @Test
  void aValueThatTheLogSharesIsBroken() {
    healthy();
    main.existing("request_log").row(3L, "Anna");
    assertThat(wall(Verdict.BROKEN)).containsOnlyKeys("log/apart");
  }

  @Test
  void rowsInAFolderThatNoPlaceBindsAreLookedAt() throws IOException {
    put("3", "Cleo", "FR", HASH, "cleo@mail.example", "2026-01-01 10:00:00");
    archive.table("others");
    assertThat(wall(Verdict.BROKEN)).containsOnlyKeys("undeclared/hold-only");
  }

  @Test
  void aFileThatIsHurtLeavesAllThatRestsOnItUnproven() throws IOException {
    healthy();
    Path file;
    try (Stream<Path> all = Files.walk(folder)) {
      file = all.filter(p -> p.toString().endsWith(".rows")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 5] ^= 1;
    Files.write(file, bytes);
    assertThat(wall(Verdict.UNPROVEN))
        .containsOnlyKeys(
            "accounts/keep",
            "accounts/form",
            "accounts/hold-only",
            "cards/absent",
            "log/apart",
            "us-customers/locate");
    Files.write(file, new byte[] {1, 2, 3});
    assertThat(wall(Verdict.UNPROVEN)).hasSize(7); // nobody knows its columns either
  }

  @Test
  void aFolderThatMayBeThePlaceOfADiskLeavesAllUnproven() throws IOException {
    Files.delete(folder.resolve(".upheld-archive"));
    assertThat(wall(Verdict.UNPROVEN))
        .containsOnlyKeys(
            "accounts/keep",
            "accounts/form",
            "accounts/hold-only",
            "undeclared/hold-only",
            "cards/absent",
            "log/apart",
            "us-customers/locate");
  }

  @Test
  void withoutACountryInTheRowTheCauseIsSaid() {
    TestPlace without =
        place("account", "accounts")
            .stage("archive")
            .key("id")
            .subject("customers", "id")
            .clock("contract-end", "ended_at")
            .field("name", "name")
            .field("password", "password")
            .technical("id", "ended_at", "note", "country");
    workspace.map("eu-files", without);
    PromiseResult result =
        workspace.run(PROBERS).results().stream()
            .filter(r -> r.promise().id().toString().equals("nimbus/us-customers/locate"))
            .findFirst()
            .orElseThrow();
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(text(result)).contains("keep the country as a field of these rows");
  }
}
