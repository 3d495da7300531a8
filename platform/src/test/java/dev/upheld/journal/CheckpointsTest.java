package dev.upheld.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.kernel.Problem;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journal is sealed, and gone through while the server runs. */
class CheckpointsTest {
  private static final int ENTRIES = 30;

  /** The common pool may have one thread only. */
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

  @TempDir Path folder;

  private final MovedClock clock = new MovedClock();
  private final StoreAddress.External address = Stores.freshAddress();
  private final Store store = Stores.open(address);
  private final Journal journal = new Journal(store, clock);

  @SuppressWarnings("NullAway.Init") // set before each test
  private Checkpoints seals;

  @BeforeEach
  void prepare() {
    seals = opened();
    append(ENTRIES, "a.b");
    seals.write();
  }

  @AfterEach
  void close() {
    seals.close();
    store.close();
  }

  private Checkpoints opened() {
    return new Checkpoints(journal, SigningKeys.in(folder.resolve("keys")), folder, clock);
  }

  private void append(int count, String kind) {
    journal.append(
        IntStream.range(0, count).mapToObj(n -> Draft.of(kind, Map.of("n", n))).toList());
  }

  private void tampered(String sql) throws SQLException {
    try (Connection owner = Stores.asOwner(address);
        Statement statement = owner.createStatement()) {
      statement.execute("ALTER TABLE upheld.journal_entry DISABLE TRIGGER USER");
      statement.execute(sql);
      statement.execute("ALTER TABLE upheld.journal_entry ENABLE TRIGGER USER");
    }
  }

  @Test
  void allEntriesAreGoneThroughAndThenWhatIsAdded() {
    assertThat(seals.goneThrough().whole()).isEmpty();
    seals.goOn();
    assertThat(seals.goneThrough().fault()).isEmpty();
    assertThat(seals.goneThrough().through()).isEqualTo(ENTRIES);
    assertThat(seals.goneThrough().whole()).contains(clock.instant());

    append(3, "c.d");
    seals.goOn();
    assertThat(seals.goneThrough().through()).isEqualTo(ENTRIES + 3);
    assertThat(seals.trouble()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE upheld.journal_entry SET facts = '{"n":7}' WHERE sequence = 5 | 5
          UPDATE upheld.journal_entry SET kind = 'c.d' WHERE sequence = 1 | 1
          UPDATE upheld.journal_entry SET at = now() WHERE sequence = 30 | 30
          UPDATE upheld.journal_entry SET hash = decode(repeat('00', 32), 'hex') WHERE sequence = 9 | 9
          DELETE FROM upheld.journal_entry WHERE sequence = 12 | 12
          """)
  void whateverWasChangedIsFoundWithTheNextPassage(String sql, long entry) throws SQLException {
    seals.goOn();
    tampered(sql);
    clock.pass(Passage.AGAIN);
    seals.goOn();

    assertThat(seals.goneThrough().fault()).hasValue(entry);
    assertThat(seals.trouble()).map(Problem::code).contains(JournalProblem.CHANGED);

    clock.pass(Passage.AGAIN);
    seals.goOn();
    assertThat(seals.goneThrough().fault()).as("and stays so").hasValue(entry);
  }

  @Test
  void whatIsAddedOnAChangedJournalIsFoundAtOnce() throws SQLException {
    seals.goOn();
    tampered("DELETE FROM upheld.journal_entry WHERE sequence > 28");
    seals.goOn();
    assertThat(seals.goneThrough().fault()).hasValue(ENTRIES);
  }

  /** All hashes fit, but not the one that was sealed. */
  @Test
  void aChainWrittenAnewDoesNotFitItsSeal() throws SQLException {
    tampered("DELETE FROM upheld.journal_entry WHERE sequence >= 5");
    append(ENTRIES, "c.d");
    seals.goOn();
    assertThat(seals.goneThrough().fault()).hasValue(ENTRIES);
  }

  @Test
  void aJournalCutOffBeforeItsSealIsFound() throws SQLException {
    tampered("DELETE FROM upheld.journal_entry WHERE sequence >= 20");
    seals.goOn();
    assertThat(seals.goneThrough().fault()).hasValue(20);
  }

  @Test
  void aSealOfSomebodyElseIsNone() {
    append(1, "c.d");
    SigningKeys foreign = SigningKeys.in(folder.resolve("foreign"));
    new Checkpoints(journal, foreign, folder, clock).write();
    seals.goOn();
    assertThat(seals.goneThrough().fault()).hasValue(ENTRIES + 1);
  }

  @Test
  void twoOfOneProcessSealIntoOneFile() {
    List<CompletableFuture<Void>> both =
        List.of(seals, opened()).stream()
            .map(s -> CompletableFuture.runAsync(() -> sealOften(s), THREADS))
            .toList();
    both.forEach(CompletableFuture::join);
    assertThat(seals.all()).extracting(Checkpoint::sequence).isSorted().doesNotHaveDuplicates();
    assertThat(seals.newest()).contains(seals.all().getLast());
  }

  private void sealOften(Checkpoints sealing) {
    for (int i = 0; i < 40; i++) {
      append(1, "e.f");
      sealing.write();
    }
  }
}
