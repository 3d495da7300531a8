package dev.upheld.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.crypto.PublicKeys;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.store.generated.tables.records.JournalEntryRecord;
import dev.upheld.testing.Stores;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries, their order, and who may not touch them. */
class JournalTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123456789Z");

  private final StoreAddress.External address = Stores.freshAddress();
  private final Store store = Stores.open(address);
  private final Journal journal = new Journal(store, InstantSource.fixed(NOW));

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anEntryIsReadAsItWasWritten() {
    ReferenceId actor = store.inTransaction(tx -> References.of(tx, "account", "17"));
    Map<String, Object> facts =
        Map.of(
            "text",
            "œ \" \\ \n \u0000 😀",
            "whole",
            9_007_199_254_740_992L,
            "decimal",
            0.1,
            "yes",
            true,
            "many",
            List.of("a", 1),
            "inner",
            Map.of("b", 2));

    journal.append(List.of(new Draft("promise.broken", Optional.of(actor), facts)));

    Entry entry = journal.page(0, 10, "").getFirst();
    assertThat(entry.id()).isEqualTo(new EntryId(1));
    assertThat(entry.kind()).isEqualTo("promise.broken");
    assertThat(entry.actor()).contains(actor);
    assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-22T08:00:00.123456Z"));
    assertThat(entry.facts()).isEqualTo(facts);
    assertThat(journal.head()).isEqualTo(new Journal.Head(1, entry.hash()));
  }

  @Test
  void pagesGoBothWaysAndByKind() {
    journal.append(List.of(draft("a.one"), draft("b.two"), draft("a.three"), draft("ab.four")));

    assertThat(journal.page(1, 2, "")).extracting(Entry::kind).containsExactly("b.two", "a.three");
    assertThat(journal.page(0, 9, "a."))
        .extracting(Entry::kind)
        .containsExactly("a.one", "a.three");
    assertThat(journal.newest(Long.MAX_VALUE, 2, ""))
        .extracting(Entry::kind)
        .containsExactly("ab.four", "a.three");
    assertThat(journal.page(0, 9, "%")).isEmpty();
  }

  @Test
  void anEntryGoesWithItsTransaction() {
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    tx -> {
                      journal.append(tx, draft("never.was"));
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    EntryId next = store.inTransaction(tx -> journal.append(tx, draft("a.one")));

    assertThat(next).isEqualTo(new EntryId(1));
    assertThat(journal.page(0, 9, "")).extracting(Entry::kind).containsExactly("a.one");
  }

  @Test
  void twoStoresWritingAtOnceKeepOneChainWithoutGaps() throws Exception {
    try (Store other = Stores.open(address)) {
      Journal there = new Journal(other, InstantSource.system());
      IntStream.range(0, 6)
          .mapToObj(w -> CompletableFuture.runAsync(() -> write(w % 2 == 0 ? journal : there, w)))
          .toList()
          .forEach(CompletableFuture::join);
    }
    List<Entry> all = journal.page(0, 1000, "");
    assertThat(all.stream().map(e -> e.id().sequence()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 6 * 20 * 3).boxed().toList());
    assertThat(Exports.verify(Exports.of(journal)).faults()).isEmpty();
    Map<Object, Integer> order = new HashMap<>();
    for (Entry entry : all) {
      Object writer = entry.facts().getOrDefault("writer", "");
      int number = (Integer) entry.facts().getOrDefault("number", -2);
      assertThat(number).isGreaterThan(order.getOrDefault(writer, -1));
      order.put(writer, number);
    }
  }

  private static void write(Journal journal, int writer) {
    for (int i = 0; i < 20; i++) {
      int first = i * 3;
      journal.append(
          IntStream.range(first, first + 3)
              .mapToObj(n -> Draft.of("w.n", Map.of("writer", writer, "number", n)))
              .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE upheld.journal_entry SET facts = '{}'",
        "DELETE FROM upheld.journal_entry",
        "TRUNCATE upheld.journal_entry",
        "ALTER TABLE upheld.journal_entry DISABLE TRIGGER ALL",
        "DROP TRIGGER journal_entry_unchanged ON upheld.journal_entry",
        "DROP TABLE upheld.journal_entry",
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION upheld.journal_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"
      })
  void theRunRoleCannotTouchEntries(String attempt) throws SQLException {
    journal.append(List.of(draft("a.one")));
    try (Connection run = Stores.asRun(address);
        Statement statement = run.createStatement()) {
      assertThatThrownBy(() -> statement.execute(attempt))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE upheld.journal_entry SET facts = '{}'",
        "DELETE FROM upheld.journal_entry",
        "TRUNCATE upheld.journal_entry"
      })
  void theOwnerDoesNotTouchThemByMistake(String attempt) throws SQLException {
    journal.append(List.of(draft("a.one")));
    try (Connection owner = Stores.asOwner(address);
        Statement statement = owner.createStatement()) {
      assertThatThrownBy(() -> statement.execute(attempt)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void nobodyInsertsAGapOrAFork() throws SQLException {
    journal.append(List.of(draft("a.one"), draft("a.two")));
    String insert =
        "INSERT INTO upheld.journal_entry SELECT %d, at, kind, actor, facts, %s, hash"
            + " FROM upheld.journal_entry WHERE sequence = 2";
    try (Connection run = Stores.asRun(address);
        Statement statement = run.createStatement()) {
      assertThatThrownBy(() -> statement.execute(insert.formatted(4, "hash")))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.execute(insert.formatted(3, "previous")))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.execute(insert.formatted(2, "previous")))
          .isInstanceOf(SQLException.class);
    }
  }

  /** What stands in the chain once stands there for ever: a wrong hash would spoil it for good. */
  @Test
  void nobodyInsertsAnEntryWithAWrongHash() throws SQLException {
    journal.append(List.of(draft("a.one")));
    try (Connection run = Stores.asRun(address)) {
      EntryForm form = next("{}");
      assertThatThrownBy(() -> insert(run, form, Hash.ofText("anything")))
          .isInstanceOf(SQLException.class);
      EntryForm broken = next("{\n}");
      assertThatThrownBy(() -> insert(run, broken, broken.hash())).isInstanceOf(SQLException.class);
      EntryForm list = next("[]");
      assertThatThrownBy(() -> insert(run, list, list.hash())).isInstanceOf(SQLException.class);
      insert(run, form, form.hash());
    }
    assertThat(Exports.verify(Exports.of(journal)).isIntact()).isTrue();
    assertThat(Exports.verify(Exports.of(journal)).entries()).isEqualTo(2);
  }

  private EntryForm next(String facts) {
    byte[] before = HexFormat.of().parseHex(journal.head().hash());
    return new EntryForm(2, NOW, "a.two", Optional.empty(), facts, Hash.of(before));
  }

  @Test
  void noTemporaryTableStandsInForTheJournal() throws SQLException {
    journal.append(List.of(draft("a.one")));
    Hash before = Hash.ofText("an entry that never was");
    EntryForm form = new EntryForm(9, NOW, "a.nine", Optional.empty(), "{}", before);
    try (Connection run = Stores.asRun(address);
        Statement statement = run.createStatement()) {
      statement.execute("CREATE TEMP TABLE journal_entry (sequence bigint, hash bytea)");
      statement.execute("INSERT INTO pg_temp.journal_entry VALUES (8, '\\x" + before + "')");
      assertThatThrownBy(() -> insert(run, form, form.hash())).isInstanceOf(SQLException.class);
    }
    assertThat(journal.head().sequence()).isEqualTo(1);
  }

  private static void insert(Connection run, EntryForm form, Hash hash) throws SQLException {
    try (PreparedStatement insert =
        run.prepareStatement(
            "INSERT INTO upheld.journal_entry VALUES (?, ?::timestamptz, ?, NULL, ?, ?, ?)")) {
      insert.setLong(1, form.sequence());
      insert.setString(2, EntryForm.time(form.at()));
      insert.setString(3, form.kind());
      insert.setString(4, form.facts());
      insert.setBytes(5, form.previous().bytes());
      insert.setBytes(6, hash.bytes());
      insert.execute();
    }
  }

  /** Whoever takes an export slowly must not hold a transaction, which the store ends. */
  @Test
  void anExportHoldsNoTransactionWhileItWrites() throws IOException, SQLException {
    journal.append(IntStream.range(0, 5).mapToObj(_ -> large()).toList());
    List<Integer> waiting = new ArrayList<>();
    try (Connection run = Stores.asRun(address);
        OutputStream slow = new Asking(run, waiting)) {
      new JournalExport(
              journal, List.of(), PublicKeys.none(), InstantSource.system(), Progress.SILENT)
          .write(slow);
    }
    assertThat(waiting).hasSizeGreaterThan(3).containsOnly(0);
  }

  /** Asks at each write how many transactions of this database wait for their client. */
  private static final class Asking extends OutputStream {
    private final Connection run;
    private final List<Integer> waiting;

    Asking(Connection run, List<Integer> waiting) {
      this.run = run;
      this.waiting = waiting;
    }

    @Override
    public void write(int letter) {
      throw new AssertionError("one letter at a time");
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try (Statement statement = run.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                      + " AND state = 'idle in transaction'")) {
        row.next();
        waiting.add(row.getInt(1));
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }

  @Test
  void aPageOfLargeEntriesFitsTheMemory() {
    journal.append(IntStream.range(0, 60).mapToObj(_ -> large()).toList());
    EntryPages pages = new EntryPages(store);
    long place = 0;
    while (place < 55) {
      List<JournalEntryRecord> page = pages.after(place, 55);
      long bytes = page.stream().mapToLong(r -> r.getFacts().length()).sum();
      assertThat(bytes).isPositive().isLessThanOrEqualTo(EntryPages.MOST_BYTES);
      assertThat(page.getFirst().getSequence()).isEqualTo(place + 1);
      place = page.getLast().getSequence();
    }
    assertThat(place).isEqualTo(55);
    assertThat(pages.after(place, 55)).isEmpty();
  }

  private static Draft large() {
    return Draft.of("a.large", Map.of("text", "x".repeat(90_000)));
  }

  @Test
  void refusesWhatAJournalCannotHold() {
    assertThatThrownBy(() -> draft("Not Dotted")).isInstanceOf(ProblemException.class);
    for (Object fact :
        new Object[] {Double.NaN, 1L << 54, "\uD800", new Object(), Optional.of("a")}) {
      Draft draft = Draft.of("a.b", Map.of("fact", fact));
      assertThatThrownBy(() -> journal.append(List.of(draft)))
          .as("%s", fact.getClass())
          .isInstanceOf(ProblemException.class);
    }
    assertThat(journal.head().sequence()).isZero();
  }

  @Test
  void aReferenceIsTheSameUntilItIsForgotten() {
    ReferenceId first = reference("account");
    assertThat(reference("account")).isEqualTo(first);
    assertThat(reference("case")).isNotEqualTo(first);
    assertThat(References.resolve(store.dsl(), first))
        .contains(new References.Person("account", "ada"));

    References.forget(store.dsl(), "account", "ada");

    assertThat(References.resolve(store.dsl(), first)).isEmpty();
    assertThat(reference("account")).isNotEqualTo(first);
  }

  private ReferenceId reference(String scope) {
    return store.inTransaction(tx -> References.of(tx, scope, "ada"));
  }

  private static Draft draft(String kind) {
    return Draft.of(kind, Map.of());
  }
}
