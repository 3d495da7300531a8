package dev.upheld.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.ProblemException;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Stores;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
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
