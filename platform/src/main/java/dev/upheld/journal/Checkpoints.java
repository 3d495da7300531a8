package dev.upheld.journal;

import dev.upheld.crypto.SigningKey;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.crypto.VerifyingKey;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Seals the journal: signs its newest entry into a file outside the database, now and then, and
 * once more when it is closed. Before each, looks whether the entry sealed last is still there;
 * after it, goes through the entries and computes their hashes anew, some thousands at a time.
 */
public final class Checkpoints implements AutoCloseable {
  /** The file's name within its folder. */
  public static final String FILE = "journal.jsonl";

  /** Between two steps through the journal. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Journal journal;
  private final SigningKeys keys;
  private final CheckpointFile file;
  private final InstantSource clock;
  private final Passage passage;
  private volatile Optional<Problem> trouble = Optional.empty();
  private volatile Optional<Problem> lost = Optional.empty();
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
    this.passage = new Passage(journal, keys, clock);
  }

  /**
   * What going through the journal found so far, in this process.
   *
   * @param fault the first entry that is not as it was written, or that is missing; empty while
   *     there is none
   * @param through the last entry up to which all hashes were computed anew; 0 before that happened
   * @param whole when all of them were gone through last, from the first on; empty for never
   */
  public record GoneThrough(OptionalLong fault, long through, Optional<Instant> whole) {}

  /** What going through the journal found so far; asks nobody. */
  public GoneThrough goneThrough() {
    Passage.Gone gone = passage.gone();
    return new GoneThrough(gone.fault(), gone.through(), gone.whole());
  }

  /** Goes through more of the journal: bounded, the rest with the next call. */
  public void goOn() {
    passage.step(newest());
  }

  /** The newest checkpoint in the file; empty while there is none. */
  public Optional<Checkpoint> newest() {
    return file.newest();
  }

  /** Seals the journal this often, as long as it grows; begins to go through it at once. */
  public Checkpoints every(Duration interval) {
    long millis = interval.toMillis();
    var _ = timer.scheduleWithFixedDelay(this::trySeal, millis, millis, TimeUnit.MILLISECONDS);
    long pause = Math.min(millis, PAUSE.toMillis());
    var _ = timer.scheduleWithFixedDelay(this::tryGoOn, 0, pause, TimeUnit.MILLISECONDS);
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

  /**
   * Why the newest attempt to seal failed, or what is wrong inside the journal; empty if nothing.
   */
  public Optional<Problem> trouble() {
    return trouble
        .or(() -> lost)
        .or(
            () ->
                passage.gone().fault().stream()
                    .mapToObj(Checkpoints::changed)
                    .map(e -> e.problems().getFirst())
                    .findFirst());
  }

  private static ProblemException changed(long entry) {
    return JournalProblem.CHANGED.because(
        "The journal's entry " + entry + " is not the one that was written.",
        "Find out who changed the database; keep it as it is and export the journal.");
  }

  /** Seals with a new key from now on, and says so in the journal; old seals stay checkable. */
  public VerifyingKey rotateKey() {
    write();
    String old = keys.current().id();
    SigningKey fresh = keys.rotate();
    journal.append(List.of(new KeyChange(old, fresh.id()).draft()));
    write();
    return fresh.verifying();
  }

  private void trySeal() {
    trouble =
        failure(
            () -> {
              var _ = write();
            });
  }

  private void tryGoOn() {
    lost = failure(this::goOn);
  }

  private static Optional<Problem> failure(Runnable act) {
    try {
      act.run();
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problems().getFirst());
    } catch (RuntimeException e) { // whatever it is, the next attempt comes
      String what =
          "The journal was not sealed or gone through (" + e.getClass().getSimpleName() + ").";
      return Optional.of(Problem.of(JournalProblem.FILE, what, "Please report it."));
    }
  }

  /** Seals once more, where the database still answers. */
  @Override
  public void close() {
    timer.shutdown();
    trySeal();
  }
}
