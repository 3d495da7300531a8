package dev.upheld.journal;

import dev.upheld.crypto.KeyHandover;
import dev.upheld.crypto.VerifyingKey;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an exported journal without server and store: any entry that was changed, dropped,
 * swapped or inserted, and any cut behind a checkpoint. Streams; a journal of any length needs the
 * same memory. One verifier for each file.
 *
 * <p>What happened after the newest checkpoint can have been rewritten by whoever held the
 * database: only checkpoints that the verifier got another way, and keys likewise, make a proof of
 * it.
 */
public final class JournalVerifier {
  private static final int MOST_FAULTS = 20;

  private final Map<String, VerifyingKey> trusted;

  /** Keys that were replaced, with the entry that says so: they count no more for later ones. */
  private final Map<String, Long> retired = new HashMap<>();

  private final boolean keysGiven;
  private final Iterator<Checkpoint> held;
  private @Nullable Checkpoint nextHeld;

  private final Set<String> signers = new LinkedHashSet<>();
  private final List<JournalFault> faults = new ArrayList<>();
  private final MessageDigest whole = Sha256.begin();
  private final MessageDigest one = Sha256.begin();
  private Stage stage = Stage.BEGINNING;
  private long line;
  private long entries;
  private long sequence;
  private long checkpoints;
  private long inFile;
  private long sealed;
  private Hash hash = Hash.NONE;

  private enum Stage {
    BEGINNING,
    KEYS,
    ENTRIES,
    ENDED
  }

  /**
   * @param keys the only keys to trust, with those they vouch for; when empty, those that the file
   *     brings, which proves less
   * @param held checkpoints that the verifier got another way, in the order of their places
   */
  public JournalVerifier(List<VerifyingKey> keys, Iterator<Checkpoint> held) {
    this.trusted = new HashMap<>();
    keys.forEach(key -> trusted.put(key.id(), key));
    this.keysGiven = !keys.isEmpty();
    this.held = held;
    this.nextHeld = held.hasNext() ? held.next() : null;
  }

  /** With nothing but the file. */
  public static Verification verify(InputStream file) throws IOException {
    return new JournalVerifier(List.of(), List.<Checkpoint>of().iterator()).run(file);
  }

  /**
   * Reads the whole file.
   *
   * @throws IOException when it cannot be read
   */
  public Verification run(InputStream file) throws IOException {
    Lines lines = new Lines(file);
    while (lines.next()) {
      line++;
      if (!lines.isWhole() || stage == Stage.ENDED) {
        fault(JournalFault.Kind.INCOMPLETE);
        break;
      }
      read(lines);
    }
    if (stage != Stage.ENDED && faults.isEmpty()) {
      fault(JournalFault.Kind.INCOMPLETE);
    }
    while (nextHeld != null) {
      heldBeyond(nextHeld);
      advance();
    }
    return new Verification(entries, faults.isEmpty() ? sealed : 0, checkpoints, signers, faults);
  }

  private void read(Lines lines) {
    byte[] bytes = lines.bytes();
    int length = lines.length();
    if (EntryLine.begins(bytes, length)) {
      sum(bytes, length);
      entry(bytes, length);
      return;
    }
    String text = lines.text();
    Optional<ExportLine> other = ExportLine.parse(text);
    if (other.isEmpty()) {
      sum(bytes, length);
      fault(JournalFault.Kind.MALFORMED);
      return;
    }
    switch (other.get()) {
      case ExportLine.Head _ -> {
        sum(bytes, length);
        move(Stage.BEGINNING, Stage.KEYS);
      }
      case ExportLine.Key key -> {
        sum(bytes, length);
        move(Stage.KEYS, Stage.KEYS);
        key(key);
      }
      case ExportLine.Handover handover -> {
        sum(bytes, length);
        move(Stage.KEYS, Stage.KEYS);
        handover(handover);
      }
      case ExportLine.Seal seal -> {
        sum(bytes, length);
        inFile++;
        seal(seal.checkpoint());
      }
      case ExportLine.End end -> end(end);
    }
  }

  private void sum(byte[] bytes, int length) {
    whole.update(bytes, 0, length);
    whole.update((byte) '\n');
  }

  private void move(Stage from, Stage to) {
    if (stage != from) {
      fault(JournalFault.Kind.MALFORMED);
    }
    stage = to;
  }

  private void key(ExportLine.Key line) {
    Optional<VerifyingKey> key = parsed(line.encoded(), line.id());
    if (key.isEmpty()) {
      fault(JournalFault.Kind.MALFORMED);
    } else if (!keysGiven) {
      trusted.put(line.id(), key.get());
    }
  }

  /** A key that a trusted one vouches for is trusted; what an unknown one says counts nothing. */
  private void handover(ExportLine.Handover line) {
    Optional<VerifyingKey> key = parsed(line.encoded(), line.to());
    if (key.isEmpty()) {
      fault(JournalFault.Kind.MALFORMED);
      return;
    }
    @Nullable VerifyingKey former = trusted.get(line.from());
    if (former == null) {
      return;
    }
    if (new KeyHandover(line.from(), key.get(), line.signature()).isSignedBy(former)) {
      trusted.put(line.to(), key.get());
    } else {
      fault(JournalFault.Kind.HANDOVER);
    }
  }

  private static Optional<VerifyingKey> parsed(String encoded, String id) {
    try {
      VerifyingKey key = VerifyingKey.parse(encoded);
      return Optional.of(key).filter(k -> k.id().equals(id) && k.encoded().equals(encoded));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private void entry(byte[] bytes, int length) {
    if (stage == Stage.BEGINNING) {
      fault(JournalFault.Kind.MALFORMED);
    }
    stage = Stage.ENTRIES;
    Optional<EntryLine> parsed = EntryLine.parse(bytes, length);
    entries++;
    if (parsed.isEmpty()) {
      fault(JournalFault.Kind.MALFORMED);
      return;
    }
    EntryLine found = parsed.get();
    order(found);
    one.update(bytes, EntryLine.START, found.end() - EntryLine.START);
    if (!Hash.of(one.digest()).equals(found.hash())) {
      fault(JournalFault.Kind.CHANGED);
    }
    hash = found.hash();
    KeyChange.in(bytes, found.end())
        .ifPresent(change -> retired.putIfAbsent(change.old(), sequence));
    while (nextHeld != null && nextHeld.sequence() <= sequence) {
      seal(nextHeld);
      advance();
    }
  }

  private void order(EntryLine found) {
    long expected = sequence + 1;
    sequence = found.sequence();
    if (sequence > expected) {
      fault(JournalFault.Kind.DROPPED);
    } else if (sequence < expected) {
      fault(JournalFault.Kind.REPEATED);
    } else if (!hash.equals(found.previous())) {
      fault(JournalFault.Kind.UNCHAINED);
    }
  }

  private void seal(Checkpoint seal) {
    checkpoints++;
    if (stage == Stage.BEGINNING || seal.sequence() > sequence) {
      fault(JournalFault.Kind.TRUNCATED, seal.sequence());
      return;
    }
    if (seal.sequence() != sequence || !seal.hash().equals(hash.toString())) {
      fault(JournalFault.Kind.CHECKPOINT, seal.sequence());
      return;
    }
    if (isSigned(seal)) {
      sealed = sequence;
    }
  }

  private boolean isSigned(Checkpoint seal) {
    @Nullable VerifyingKey key = trusted.get(seal.key());
    if (key == null) {
      fault(JournalFault.Kind.UNKNOWN_KEY, seal.sequence());
      return false;
    }
    if (!seal.isSignedBy(key)) {
      fault(JournalFault.Kind.SIGNATURE, seal.sequence());
      return false;
    }
    if (retired.getOrDefault(key.id(), Long.MAX_VALUE) < seal.sequence()) {
      fault(JournalFault.Kind.RETIRED_KEY, seal.sequence());
      return false;
    }
    signers.add(key.id());
    return true;
  }

  private void heldBeyond(Checkpoint beyond) {
    checkpoints++;
    fault(
        beyond.sequence() > sequence ? JournalFault.Kind.TRUNCATED : JournalFault.Kind.CHECKPOINT,
        beyond.sequence());
  }

  private void advance() {
    nextHeld = held.hasNext() ? held.next() : null;
  }

  private void end(ExportLine.End end) {
    stage = Stage.ENDED;
    if (end.entries() != entries || end.checkpoints() != inFile) {
      fault(JournalFault.Kind.INCOMPLETE);
    }
    if (!Hash.of(whole.digest()).equals(end.sum())) {
      fault(JournalFault.Kind.SUM);
    }
  }

  private void fault(JournalFault.Kind kind) {
    fault(kind, sequence);
  }

  private void fault(JournalFault.Kind kind, long at) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new JournalFault(kind, at, line));
    }
  }
}
