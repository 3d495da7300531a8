package dev.upheld.journal;

import dev.upheld.crypto.KeyHandover;
import dev.upheld.crypto.PublicKeys;
import dev.upheld.crypto.VerifyingKey;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Sha256;
import dev.upheld.store.generated.tables.records.JournalEntryRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Writes the journal as one file that anybody can verify without us: {@code
 * docs/journal-format.md}. Reads in pages of bounded size: an export of any length needs the same
 * memory, and no transaction waits for a slow reader.
 */
public final class JournalExport {
  private final Journal journal;
  private final List<Checkpoint> checkpoints;
  private final PublicKeys keys;
  private final InstantSource clock;
  private final Progress progress;

  /**
   * @param checkpoints that were made of this journal, in their order, as read before now
   * @param keys that checkpoints were signed with, and how they followed each other
   */
  public JournalExport(
      Journal journal,
      List<Checkpoint> checkpoints,
      PublicKeys keys,
      InstantSource clock,
      Progress progress) {
    this.journal = journal;
    this.checkpoints = List.copyOf(checkpoints);
    this.keys = keys;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Writes everything there is at this moment.
   *
   * @return how many entries
   * @throws IOException when the stream cannot be written
   */
  public long write(OutputStream to) throws IOException {
    DigestOutputStream hashed =
        new DigestOutputStream(new BufferedOutputStream(to, 1 << 16), Sha256.begin());
    line(
        hashed,
        "{\"journal\":"
            + Canonical.text(
                Map.of("form", EntryForm.NUMBER, "made", EntryForm.time(clock.instant())))
            + "}");
    for (VerifyingKey key : keys.all()) {
      line(hashed, keyLine(key));
    }
    for (KeyHandover handover : keys.handovers()) {
      line(hashed, handoverLine(handover));
    }
    Deque<Checkpoint> seals = new ArrayDeque<>(checkpoints);
    long entries = entries(hashed, seals);
    for (Checkpoint beyond : seals) {
      line(hashed, beyond.line()); // the journal was cut off; whoever verifies shall see it
    }
    String sum = Hash.of(hashed.getMessageDigest().digest()).toString();
    hashed.on(false);
    line(
        hashed,
        "{\"end\":"
            + Canonical.text(
                Map.of("checkpoints", checkpoints.size(), "entries", entries, "sha256", sum))
            + "}");
    hashed.flush();
    return entries;
  }

  static String keyLine(VerifyingKey key) {
    return "{\"key\":" + Canonical.text(Map.of("id", key.id(), "public", key.encoded())) + "}";
  }

  static String handoverLine(KeyHandover handover) {
    return "{\"handover\":"
        + handover.statement()
        + ",\"signature\":\""
        + handover.signature()
        + "\"}";
  }

  private long entries(OutputStream to, Deque<Checkpoint> seals) {
    long last = journal.head().sequence();
    EntryPages pages = new EntryPages(journal.store());
    long written = 0;
    List<JournalEntryRecord> rows = pages.after(0, last);
    while (!rows.isEmpty()) {
      for (JournalEntryRecord row : rows) {
        entry(to, row, seals);
      }
      written += rows.size();
      progress.report("exporting the journal", written, last);
      rows = pages.after(rows.getLast().getSequence(), last);
    }
    return written;
  }

  private static void entry(OutputStream to, JournalEntryRecord row, Deque<Checkpoint> seals) {
    line(
        to,
        "{\"entry\":" + Entries.form(row).text() + ",\"hash\":\"" + Hash.of(row.getHash()) + "\"}");
    while (!seals.isEmpty() && seals.getFirst().sequence() <= row.getSequence()) {
      line(to, seals.removeFirst().line());
    }
  }

  private static void line(OutputStream to, String text) {
    try {
      to.write(text.getBytes(StandardCharsets.UTF_8));
      to.write('\n');
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
