package dev.upheld.journal;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.store.generated.tables.records.JournalEntryRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Goes through the journal in the database, entry by entry, and computes every hash anew. A step is
 * bounded; the place it came to is kept here, in memory: whoever can write the database cannot say
 * how far it came. What is added is gone through with the next step, and all of it again from the
 * first entry once in an {@link #AGAIN}. Thread-safe.
 */
final class Passage {
  /** An entry that was gone through can be rewritten afterwards: so long at most unseen. */
  static final Duration AGAIN = Duration.ofHours(1);

  /** Of one step: some seconds of one CPU. */
  private static final int MOST_ENTRIES = 20_000;

  private final Journal journal;
  private final EntryPages pages;
  private final SigningKeys keys;
  private final InstantSource clock;
  private Instant began = Instant.EPOCH;
  private boolean ended = true;
  private Hash hash = Hash.NONE;
  private long place;
  private volatile Gone gone = new Gone(OptionalLong.empty(), 0, Optional.empty());

  /**
   * What going through the journal found.
   *
   * @param fault the first entry that is not as it was written, or that is missing; empty while
   *     there is none
   * @param through the last entry up to which all were gone through; 0 before the first time
   * @param whole when all of them were gone through last, from the first on
   */
  record Gone(OptionalLong fault, long through, Optional<Instant> whole) {}

  Passage(Journal journal, SigningKeys keys, InstantSource clock) {
    this.journal = journal;
    this.pages = new EntryPages(journal.store());
    this.keys = keys;
    this.clock = clock;
  }

  /** What is known by now. */
  Gone gone() {
    return gone;
  }

  /**
   * Goes one step on.
   *
   * @param seal the newest checkpoint, as read before now: the entry it names must be there
   */
  synchronized void step(Optional<Checkpoint> seal) {
    Instant now = clock.instant();
    boolean due = Duration.between(began, now).abs().compareTo(AGAIN) >= 0;
    if (ended && !due && gone.fault().isPresent()) {
      return; // what is wrong stays told until all was gone through again
    }
    if (ended && due) {
      began = now;
      ended = false;
      hash = Hash.NONE;
      place = 0;
    }
    OptionalLong fault = walk(seal);
    if (fault.isPresent()) {
      ended = true;
      gone = new Gone(fault, gone.through(), gone.whole());
    }
  }

  private OptionalLong walk(Optional<Checkpoint> seal) {
    if (place > 0 && !journal.hashAt(place).equals(Optional.of(hash.toString()))) {
      return OptionalLong.of(place);
    }
    long first = place;
    OptionalLong fault = seal.isPresent() ? sealed(seal.get()) : OptionalLong.empty();
    while (fault.isEmpty() && place - first < MOST_ENTRIES) {
      List<JournalEntryRecord> rows = pages.after(place, Long.MAX_VALUE);
      if (rows.isEmpty()) {
        return seal.filter(s -> s.sequence() > place).isPresent()
            ? OptionalLong.of(place + 1)
            : atTheEnd();
      }
      fault = through(rows, seal);
    }
    return fault;
  }

  private OptionalLong atTheEnd() {
    boolean whole = !ended;
    ended = true;
    gone =
        new Gone(OptionalLong.empty(), place, whole ? Optional.of(clock.instant()) : gone.whole());
    return OptionalLong.empty();
  }

  private OptionalLong through(List<JournalEntryRecord> rows, Optional<Checkpoint> seal) {
    for (JournalEntryRecord row : rows) {
      long expected = place + 1;
      Hash stored = Hash.of(row.getHash());
      if (row.getSequence() != expected
          || !Hash.of(row.getPrevious()).equals(hash)
          || !Entries.form(row).hash().equals(stored)) {
        return OptionalLong.of(expected);
      }
      hash = stored;
      place = expected;
      OptionalLong fault = seal.isPresent() ? sealed(seal.get()) : OptionalLong.empty();
      if (fault.isPresent()) {
        return fault;
      }
    }
    return OptionalLong.empty();
  }

  /** Whether the seal, when it is of the entry just reached, names its hash and is signed by us. */
  private OptionalLong sealed(Checkpoint seal) {
    boolean holds =
        seal.sequence() != place
            || (seal.hash().equals(hash.toString())
                && keys.all().stream().anyMatch(seal::isSignedBy));
    return holds ? OptionalLong.empty() : OptionalLong.of(place);
  }
}
