package dev.upheld.probe.keep;

import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The workspace this server works by, read again when its files change or a day begins in the
 * company's zone (law and documents hold until a day). While the files have faults, the last sound
 * reading stays. Every sound reading is entered in the register of statements. Thread-safe.
 */
public final class Policy implements Supplier<Optional<Snapshot>>, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Policy.class.getName());
  private static final int DEEPEST = 3;

  private final Path root;
  private final Function<LocalDate, WorkspaceReading> reader;
  private final Keeper keeper;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("workspace").factory());
  private volatile Optional<Snapshot> current = Optional.empty();
  private volatile List<Problem> faults = List.of();
  private String seen = "";
  private Optional<Snapshot> unregistered = Optional.empty();

  /**
   * Nothing is read before {@link #refresh}.
   *
   * @param root the workspace's folder
   * @param reader reads it as of a day
   * @param zone in which a day begins, until a reading says which zone the company's is
   */
  public Policy(
      Path root,
      Function<LocalDate, WorkspaceReading> reader,
      Keeper keeper,
      InstantSource clock,
      ZoneId zone) {
    this.root = root;
    this.reader = reader;
    this.keeper = keeper;
    this.clock = clock;
    this.zone = zone;
  }

  /** The last sound reading; empty when there was none yet. */
  @Override
  public Optional<Snapshot> get() {
    return current;
  }

  /** What is wrong with the files now; empty when nothing is. */
  public List<Problem> faults() {
    return faults;
  }

  /**
   * Reads the files where they changed, and enters what they say in the register.
   *
   * @return whether they were read
   * @throws ProblemException when the store is away; what was read counts all the same, and is
   *     entered the next time
   */
  public synchronized boolean refresh() {
    LocalDate day = day();
    String now = fingerprint(day);
    boolean changed = !now.equals(seen);
    if (changed) {
      WorkspaceReading reading = reader.apply(day);
      faults = reading.faults();
      unregistered = reading.workspace().map(Snapshot::of).or(() -> unregistered);
      unregistered.ifPresent(s -> current = Optional.of(s));
      seen = now;
    }
    unregistered.ifPresent(s -> keeper.register(s.company(), s.statements()));
    unregistered = Optional.empty();
    return changed;
  }

  /** Looks this often from now on. */
  public Policy every(Duration pause) {
    var _ =
        timer.scheduleWithFixedDelay(
            this::tryRefresh, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  private void tryRefresh() {
    try {
      refresh();
    } catch (ProblemException e) {
      LOG.log(
          Level.WARNING,
          "The workspace is not in the register yet: {0}",
          e.problems().getFirst().code().code());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "The workspace could not be read: {0}", e.getClass().getName());
    }
  }

  /** The company's: one day for when to read and for what the reading finds in force. */
  private LocalDate day() {
    ZoneId today = current.map(s -> s.assignment().zone()).orElse(zone);
    return clock.instant().atZone(today).toLocalDate();
  }

  private String fingerprint(LocalDate day) {
    try (Stream<Path> files = Files.walk(root, DEEPEST)) {
      return files
          .filter(Files::isRegularFile)
          .map(Policy::stamp)
          .sorted()
          .collect(Collectors.joining("\n", day + "\n", ""));
    } catch (IOException | java.io.UncheckedIOException e) {
      return day + " unreadable";
    }
  }

  private static String stamp(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return file + " gone"; // between listing and looking
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
