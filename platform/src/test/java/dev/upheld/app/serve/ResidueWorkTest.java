package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.crypto.KeyedHash;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Secret;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.ResiduePasses;
import dev.upheld.register.Rests;
import dev.upheld.register.StoredTombstones;
import dev.upheld.register.Tombstone;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The search of every night, with its receipt, its journal entry, and what interrupts it. */
class ResidueWorkTest {
  private final Path folder = TestFolders.create("residue-work");
  private final TestDatabase database = Databases.postgres().freshDatabase();
  private final Store store = Stores.fresh();
  private final MovedClock clock = new MovedClock();
  private final Journal journal = new Journal(store, clock);
  private final ResiduePasses passes = new ResiduePasses(store, journal);
  private final StoredTombstones tombstones = new StoredTombstones(store, journal);
  private final SigningKeys signing = SigningKeys.in(folder.resolve("keys"));
  private final Fingerprints prints =
      new Fingerprints(
          new KeyedHash(
              Secret.of("a key for tests of 32 bytes.....".getBytes(StandardCharsets.US_ASCII))));

  @SuppressWarnings("NullAway.Init") // set before each test
  private ResidueWork work;

  @BeforeEach
  void somebodyIsLeft() throws IOException {
    database.execute(
        "create table a_leaflet (id int primary key, words text)",
        "create table b_note (id int primary key, words text)",
        "insert into a_leaflet values (1, 'to ada@people.example'), (2, 'to bob@people.example')");
    DemoWorkspace.copyTo(folder.resolve("privacy"), database);
    Workspace workspace =
        Workspaces.read(
                folder.resolve("privacy"),
                References.machine().overlaid(Map.of("SECRET", database.password())))
            .workspace()
            .orElseThrow();
    work =
        new ResidueWork(
            new ResidueWork.Parts(
                () -> workspace, tombstones, new Rests(store), passes, prints, signing, clock));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void adaIsErased() {
    String ada = "ada@people.example";
    tombstones.keep(
        List.of(
            new Tombstone(
                "ab".repeat(32),
                "main",
                "email",
                prints.of("email", ada),
                clock.instant().minus(Duration.ofDays(1)),
                new Tombstone.Reach("promise", Set.of(), Set.of()),
                clock.instant().plus(Duration.ofDays(89)),
                Optional.of(prints.tag(ada)))));
  }

  @Test
  void whereNobodyWasErasedNothingIsRead() {
    assertThat(work.look(() -> false)).isFalse();
    assertThat(passes.last(5)).isEmpty();
  }

  @Test
  void onceANightWithReceiptAndJournal() {
    adaIsErased();
    assertThat(work.look(() -> false)).isTrue();
    assertThat(work.look(() -> false)).as("the same night").isFalse();
    assertThat(passes.last(5)).singleElement().satisfies(p -> assertThat(p.found()).isOne());
    clock.pass(Duration.ofDays(1));
    assertThat(work.look(() -> false)).isTrue();
    assertThat(passes.last(5)).hasSize(2);

    String said = journal.page(0, 500, "register.residue-searched").toString();
    assertThat(said).contains("main/public.a_leaflet.words").doesNotContain("ada@");
    JsonNode receipt = JsonMapper.builder().build().readTree(passes.last(1).getFirst().receipt());
    assertThat(receipt.path("receipt").asString("")).contains("a_leaflet").doesNotContain("ada@");
    assertThat(
            signing
                .current()
                .verifying()
                .verifies(
                    receipt.path("receipt").asString("").getBytes(StandardCharsets.UTF_8),
                    java.util.Base64.getDecoder().decode(receipt.path("signature").asString(""))))
        .isTrue();
  }

  @Test
  void goesOnWithTheNextTableAfterAStop() {
    adaIsErased();
    AtomicInteger asked = new AtomicInteger();
    assertThat(work.look(() -> asked.incrementAndGet() > 1)).isFalse();
    assertThat(passes.last(5)).isEmpty();
    ResiduePasses.Pass open = passes.begin(clock.instant(), clock.instant().minusSeconds(3600));
    assertThat(passes.seen(open, "main", "public.a_leaflet")).isPresent();
    assertThat(passes.seen(open, "main", "public.b_note")).isEmpty();
    database.execute("drop table a_leaflet", "create table a_leaflet (id int, words text)");
    clock.pass(Duration.ofMinutes(15));
    assertThat(work.look(() -> false)).isTrue();
    assertThat(passes.last(5))
        .as("what was seen before the stop counts, and is not read again")
        .singleElement()
        .satisfies(p -> assertThat(p.found()).isOne());
  }
}
