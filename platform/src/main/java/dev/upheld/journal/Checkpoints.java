package dev.upheld.journal;

import dev.upheld.crypto.SigningKey;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.crypto.VerifyingKey;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Seals the journal: signs its newest entry into a file outside the database, now and then, and
 * once more when it is closed. Before each, looks whether the entry sealed last is still there.
 */
public final class Checkpoints implements AutoCloseable {
  /** The file's name within its folder. */
  public static final String FILE = "journal.jsonl";

  private final Journal journal;
  private final SigningKeys keys;
  private final CheckpointFile file;
  private final InstantSource clock;
  private volatile Optional<Problem> trouble = Optional.empty();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("journal checkpoints").factory());

  /**
   * @param keys the signing keys of this machine
   * @param folder where the file of checkpoints lies; created when missing
   */
  public Checkpoints(Journal journal, SigningKeys keys, Path folder, InstantSource clock) {
    this.journal = journal;
    this.keys = keys;
    this.file = new CheckpointFile(folder.resolve(FILE));
    this.clock = clock;
  }

  /** Seals the journal this often, as long as it grows. */
  public Checkpoints every(Duration interval) {
    long millis = interval.toMillis();
    var _ = timer.scheduleWithFixedDelay(this::tryWrite, millis, millis, TimeUnit.MILLISECONDS);
    return this;
  }

  /**
   * Seals the newest entry; does nothing when that was done already.
   *
   * @return the new checkpoint
   * @throws ProblemException with {@link JournalProblem#CHANGED} when the journal no longer holds
   *     what was sealed last
   */
  public synchronized Optional<Checkpoint> write() {
    return file.add(
        last -> {
          last.ifPresent(this::refuseChanged);
          Journal.Head head = journal.head();
          return head.sequence() == last.map(Checkpoint::sequence).orElse(0L)
              ? Optional.empty()
              : Optional.of(Checkpoint.sign(head, clock.instant(), keys.current()));
        });
  }

  private void refuseChanged(Checkpoint last) {
    if (!journal.hashAt(last.sequence()).equals(Optional.of(last.hash()))) {
      throw JournalProblem.CHANGED.because(
          "The journal no longer holds the entry "
              + last.sequence()
              + " that was sealed at "
              + last.at()
              + ".",
          "Find out who changed the database. If an older backup was restored on purpose, keep "
              + file.path()
              + " as evidence under another name; a new one is begun.");
    }
  }

  /** All checkpoints in the file, oldest first. */
  public List<Checkpoint> all() {
    return file.all();
  }

  /** The file of checkpoints: copy it to where the machine's administrator cannot write. */
  public Path path() {
    return file.path();
  }

  /** Why the newest attempt to seal failed; empty when it did not. */
  public Optional<Problem> trouble() {
    return trouble;
  }

  /** Seals with a new key from now on, and says so in the journal; old seals stay checkable. */
  public VerifyingKey rotateKey() {
    write();
    String old = keys.current().id();
    SigningKey fresh = keys.rotate();
    journal.append(List.of(Draft.of("journal.key-changed", Map.of("old", old, "new", fresh.id()))));
    write();
    return fresh.verifying();
  }

  private void tryWrite() {
    try {
      write();
      trouble = Optional.empty();
    } catch (ProblemException e) {
      trouble = Optional.of(e.problems().getFirst());
    } catch (RuntimeException e) { // whatever it is, the next attempt comes
      String what = "The journal was not sealed (" + e.getClass().getSimpleName() + ").";
      trouble = Optional.of(Problem.of(JournalProblem.FILE, what, "Please report it."));
    }
  }

  /** Seals once more, where the database still answers. */
  @Override
  public void close() {
    timer.shutdown();
    tryWrite();
  }
}
