package dev.upheld.journal;

import static dev.upheld.store.generated.Tables.JOURNAL_ENTRY;

import dev.upheld.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The record of what happened, append-only. An entry is there when the transaction that wrote it is
 * committed, and takes the next number: no gaps, no forks, whatever number of processes write.
 * Thread-safe.
 */
public final class Journal {
  /** Any number, but always this one: whoever appends holds the lock of this name to the commit. */
  private static final long APPENDING = 0x7570_6a72_6e6cL;

  private static final int LONGEST_FACTS = 100_000;
  private static final int MOST_IN_A_PAGE = 10_000;

  private final Store store;
  private final InstantSource clock;

  /** The journal of this store. */
  public Journal(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * The last entry of a journal.
   *
   * @param sequence its number; 0 while there is none
   * @param hash 64 hexadecimal digits
   */
  public record Head(long sequence, String hash) {}

  /**
   * Adds an entry within the caller's transaction. From here to the commit all other writers of the
   * journal wait: append last, commit soon.
   *
   * @param tx a context of {@link Store#inTransaction}
   */
  public EntryId append(DSLContext tx, Draft draft) {
    return append(tx, List.of(draft)).getFirst();
  }

  /** Adds entries in this order within the caller's transaction. */
  public List<EntryId> append(DSLContext tx, List<Draft> drafts) {
    List<String> facts = drafts.stream().map(Journal::facts).toList();
    // Two statements: the second must see what was committed while the first waited.
    tx.execute("SELECT pg_advisory_xact_lock({0})", DSL.inline(APPENDING));
    Tip tip = tip(tx);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<EntryId> ids = new ArrayList<>();
    BatchBindStep insert = tx.batch(insertion(tx));
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      EntryForm form =
          new EntryForm(
              tip.sequence + 1,
              now,
              draft.kind(),
              draft.actor().map(ReferenceId::value),
              facts.get(i),
              tip.hash);
      tip = new Tip(form.sequence(), form.hash());
      insert = insert.bind(values(form, tip.hash));
      ids.add(new EntryId(form.sequence()));
    }
    if (!ids.isEmpty()) {
      insert.execute();
    }
    return ids;
  }

  /** Adds entries in this order, all or none, in a transaction of their own. */
  public List<EntryId> append(List<Draft> drafts) {
    return store.inTransaction(tx -> append(tx, drafts));
  }

  /** The newest entry. */
  public Head head() {
    Tip tip = tip(store.dsl());
    return new Head(tip.sequence, tip.hash.toString());
  }

  /** The hash of one entry, 64 hexadecimal digits; empty where there is none. */
  public Optional<String> hashAt(long sequence) {
    return store
        .dsl()
        .select(JOURNAL_ENTRY.HASH)
        .from(JOURNAL_ENTRY)
        .where(JOURNAL_ENTRY.SEQUENCE.eq(sequence))
        .fetchOptional(row -> Hash.of(row.value1()).toString());
  }

  /**
   * Entries in their order.
   *
   * @param after those behind this number; 0 from the beginning
   * @param limit at most so many
   * @param kindPrefix only kinds that begin so; empty for all
   */
  public List<Entry> page(long after, int limit, String kindPrefix) {
    return store
        .dsl()
        .selectFrom(JOURNAL_ENTRY)
        .where(JOURNAL_ENTRY.SEQUENCE.gt(after).and(ofKind(kindPrefix)))
        .orderBy(JOURNAL_ENTRY.SEQUENCE)
        .limit(Math.clamp(limit, 0, MOST_IN_A_PAGE))
        .fetch(Entries::of);
  }

  /**
   * Entries, newest first.
   *
   * @param before those below this number; {@link Long#MAX_VALUE} from the newest
   * @param limit at most so many
   * @param kindPrefix only kinds that begin so; empty for all
   */
  public List<Entry> newest(long before, int limit, String kindPrefix) {
    return store
        .dsl()
        .selectFrom(JOURNAL_ENTRY)
        .where(JOURNAL_ENTRY.SEQUENCE.lt(before).and(ofKind(kindPrefix)))
        .orderBy(JOURNAL_ENTRY.SEQUENCE.desc())
        .limit(Math.clamp(limit, 0, MOST_IN_A_PAGE))
        .fetch(Entries::of);
  }

  Store store() {
    return store;
  }

  private static Condition ofKind(String prefix) {
    return prefix.isEmpty()
        ? DSL.noCondition()
        : JOURNAL_ENTRY.KIND.like(DSL.escape(prefix, '!') + "%", '!');
  }

  private record Tip(long sequence, Hash hash) {}

  private static Tip tip(DSLContext tx) {
    return tx.select(JOURNAL_ENTRY.SEQUENCE, JOURNAL_ENTRY.HASH)
        .from(JOURNAL_ENTRY)
        .orderBy(JOURNAL_ENTRY.SEQUENCE.desc())
        .limit(1)
        .fetchOptional(row -> new Tip(row.value1(), Hash.of(row.value2())))
        .orElseGet(() -> new Tip(0, Hash.NONE));
  }

  private static String facts(Draft draft) {
    String text = Canonical.text(draft.facts());
    if (text.length() > LONGEST_FACTS) {
      throw JournalProblem.DRAFT.because(
          "The facts of a journal entry are longer than " + LONGEST_FACTS + " characters.",
          "Please report it.");
    }
    return text;
  }

  private static org.jooq.Query insertion(DSLContext tx) {
    return tx.insertInto(
            JOURNAL_ENTRY,
            JOURNAL_ENTRY.SEQUENCE,
            JOURNAL_ENTRY.AT,
            JOURNAL_ENTRY.KIND,
            JOURNAL_ENTRY.ACTOR,
            JOURNAL_ENTRY.FACTS,
            JOURNAL_ENTRY.PREVIOUS,
            JOURNAL_ENTRY.HASH)
        .values((Long) null, null, null, null, null, null, null);
  }

  private static Object[] values(EntryForm form, Hash hash) {
    return new Object[] {
      form.sequence(),
      form.at(),
      form.kind(),
      form.actor().orElse(null),
      form.facts(),
      form.previous().bytes(),
      hash.bytes()
    };
  }
}
