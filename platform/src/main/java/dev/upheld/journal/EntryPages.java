package dev.upheld.journal;

import static dev.upheld.store.generated.Tables.JOURNAL_ENTRY;

import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.JournalEntryRecord;
import java.util.List;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/**
 * Reads the rows of the journal in pages that fit the memory, each in statements of its own: the
 * table is only ever added to, so no transaction has to stay open while somebody slow takes them.
 *
 * @param store that holds the journal
 */
record EntryPages(Store store) {
  /** An entry may have 100,000 characters; most have a few hundred. */
  static final long MOST_BYTES = 2_000_000;

  private static final int MOST_ROWS = 1_000;

  /**
   * The next rows in their order; none when there are no more.
   *
   * @param sequence those behind this number
   * @param last up to and with this number
   */
  List<JournalEntryRecord> after(long sequence, long last) {
    return store
        .dsl()
        .selectFrom(JOURNAL_ENTRY)
        .where(
            JOURNAL_ENTRY
                .SEQUENCE
                .gt(sequence)
                .and(JOURNAL_ENTRY.SEQUENCE.le(fitting(sequence, last))))
        .orderBy(JOURNAL_ENTRY.SEQUENCE)
        .fetch();
  }

  /** Up to which number they fit; one row always does. */
  private long fitting(long sequence, long last) {
    List<Record2<Long, Integer>> sizes =
        store
            .dsl()
            .select(JOURNAL_ENTRY.SEQUENCE, DSL.octetLength(JOURNAL_ENTRY.FACTS))
            .from(JOURNAL_ENTRY)
            .where(JOURNAL_ENTRY.SEQUENCE.gt(sequence).and(JOURNAL_ENTRY.SEQUENCE.le(last)))
            .orderBy(JOURNAL_ENTRY.SEQUENCE)
            .limit(MOST_ROWS)
            .fetch();
    long bytes = 0;
    long fitting = sequence;
    for (Record2<Long, Integer> size : sizes) {
      bytes += size.value2();
      if (bytes > MOST_BYTES && fitting > sequence) {
        break;
      }
      fitting = size.value1();
    }
    return fitting;
  }
}
