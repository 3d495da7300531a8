package dev.upheld.connect.files;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Removes files of a log whose entries are all past their time, one by one. Each is dated right
 * before it goes, and goes only as the very file that was dated, untouched since.
 */
public final class LogActs implements AutoCloseable {
  /** Kept back: it holds entries that are not past their time; it should be rotated more often. */
  public static final String YOUNGER = "younger-entries";

  /** Kept back: somebody writes it, or did within the hour. */
  public static final String IN_USE = "in-use";

  /** Kept back: it has another name elsewhere, under which its entries would stay. */
  public static final String LINKED = "linked";

  /** Kept back: nobody can tell whether it has another name. */
  public static final String NAMES = "names-unknown";

  /** Kept back: another log of the folder takes it as well, with a time of its own. */
  public static final String SHARED = "of-two-logs";

  /** Kept back: it changed between the look and the act. */
  public static final String CHANGED = "changed";

  /** Kept back: the data map names people in the log, and somebody is on hold or restricted. */
  public static final String PEOPLE = "people";

  private static final Duration QUIET = Duration.ofHours(1);

  private final SystemEntry system;
  private final OpenFolder folder;
  private final InstantSource clock;
  private final Writers writers = new Writers();
  private final Runnable moment;

  /**
   * What is wanted.
   *
   * @param rule names the rule
   * @param asks a file goes that is past by one of them
   * @param others what other promises ask of the same log, by what keeps a file back that is not
   *     past by any of theirs
   * @param barred whether nothing of the log may go now; asked before each file
   */
  public record Wanted(
      String rule,
      TableName log,
      List<Question.CountDue> asks,
      Map<String, List<Question.CountDue>> others,
      BooleanSupplier barred) {
    public Wanted {
      asks = List.copyOf(asks);
      others = Map.copyOf(others);
    }
  }

  /**
   * What became of the files, or would.
   *
   * @param listed those with entries later than the promise and files allow
   * @param gone those that were removed
   * @param keptBack those that stay, by reason
   * @param whole whether all were gone through
   */
  public record Fates(long listed, long gone, SortedMap<String, Long> keptBack, boolean whole) {}

  private LogActs(SystemEntry system, OpenFolder folder, InstantSource clock, Runnable moment) {
    this.system = system;
    this.folder = folder;
    this.clock = clock;
    this.moment = moment;
  }

  /**
   * Opens the folder of a system.
   *
   * @param clock tells whether a file was written just now
   * @throws ProblemException where it is none, or cannot be opened
   */
  public static LogActs open(SystemEntry system, InstantSource clock) {
    return open(system, clock, () -> {});
  }

  /**
   * The same, watched.
   *
   * @param moment called before and after each step of a removal
   */
  static LogActs open(SystemEntry system, InstantSource clock, Runnable moment) {
    OpenFolder folder = OpenFolder.open(system.id(), FilesConnector.of(system).folder());
    return new LogActs(system, folder, clock, moment);
  }

  /** Whether files can be removed here, and notes made of it. */
  public boolean remembers() {
    return folder.isWritable();
  }

  /** What a run would do; nothing is changed. */
  public Fates look(Wanted wanted) {
    return new Pass(wanted, () -> false, file -> Optional.empty()).all();
  }

  /**
   * Does it.
   *
   * @param run names what is noted in the folder
   * @param halt asked before each file
   * @throws ProblemException where a file cannot be removed; those before it are gone, and noted
   */
  public Fates run(Wanted wanted, UUID run, BooleanSupplier halt) {
    Ledger ledger = Ledger.of(folder, run);
    try {
      ledger.begin(wanted.rule());
    } catch (IOException e) {
      throw refused(e);
    }
    return new Pass(wanted, halt, file -> remove(file, ledger)).all();
  }

  /** How many files a run removed, as its notes tell; empty where it removed none. */
  public Optional<Long> remembered(UUID run) {
    try {
      return Ledger.of(folder, run).done();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private ProblemException refused(IOException e) {
    return new ProblemException(
        Problem.of(
            ConnectProblem.DENIED,
            "A file of the folder of system "
                + system.id()
                + " cannot be removed or noted ("
                + e.getClass().getSimpleName()
                + ").",
            "Let the account of Upheld write the folder, and look whether its disk is full."));
  }

  /** Why it stays after all; empty once it is gone. */
  private Optional<String> remove(LogFile file, Ledger ledger) {
    try {
      moment.run();
      ledger.intend(file);
      moment.run();
      boolean same =
          folder
              .look(file.name())
              .filter(now -> now.identity().equals(file.identity()))
              .isPresent();
      if (!same) {
        ledger.stayed();
        return Optional.of(CHANGED);
      }
      try {
        folder.remove(file.name());
      } catch (NoSuchFileException e) {
        ledger.stayed(); // somebody else was faster
        return Optional.of(CHANGED);
      }
      moment.run();
      folder.force();
      moment.run();
      return Optional.empty();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /** What is done with a file that may go. */
  private interface End {
    /** Why it stays after all; empty where it goes. */
    Optional<String> of(LogFile file);
  }

  /** Once through the files of a log. */
  private final class Pass {
    private final Wanted wanted;
    private final BooleanSupplier halt;
    private final End end;
    private final OpenLog log;
    private final SortedMap<String, Long> kept = new TreeMap<>();
    private long listed;
    private long gone;

    Pass(Wanted wanted, BooleanSupplier halt, End end) {
      this.wanted = wanted;
      this.halt = halt;
      this.end = end;
      boolean fits =
          wanted.asks().stream().allMatch(Over::fits)
              && wanted.others().values().stream().allMatch(o -> o.stream().allMatch(Over::fits));
      if (!fits) {
        throw new ProblemException(
            Problem.of(
                ConnectProblem.UNFIT,
                "A log of system "
                    + system.id()
                    + " has one clock, "
                    + Over.WRITTEN
                    + ", and no columns to test.",
                "Bind the clock to it, without conditions."));
      }
      this.log = new OpenLog(system, folder, wanted.log(), this::check);
    }

    private void check() {
      if (halt.getAsBoolean()) {
        throw new Halted();
      }
    }

    Fates all() {
      try {
        for (LogFile file : log.files()) {
          if (log.ageAlone(file) instanceof Age.Known age) {
            one(file, age);
          }
        }
        return new Fates(listed, gone, kept, true);
      } catch (Halted _) {
        return new Fates(listed, gone, kept, false);
      }
    }

    private void one(LogFile file, Age.Known age) {
      if (wanted.asks().stream().noneMatch(ask -> over(ask).late(age))) {
        return;
      }
      listed++;
      Optional<String> why = why(file, age).or(() -> end.of(file));
      why.ifPresentOrElse(reason -> kept.merge(reason, 1L, Long::sum), () -> gone++);
    }

    private Over over(Question.CountDue ask) {
      return new Over(ask, log.log().rotation());
    }

    private Optional<String> why(LogFile file, Age.Known age) {
      if (wanted.asks().stream().noneMatch(ask -> over(ask).whole(age))) {
        return Optional.of(YOUNGER);
      }
      if (log.isShared(file)) {
        return Optional.of(SHARED);
      }
      Optional<String> other =
          wanted.others().entrySet().stream()
              .filter(o -> o.getValue().stream().noneMatch(ask -> over(ask).whole(age)))
              .map(Map.Entry::getKey)
              .sorted()
              .findFirst();
      if (other.isPresent()) {
        return other;
      }
      if (wanted.barred().getAsBoolean()) {
        return Optional.of(PEOPLE);
      }
      Instant quiet = clock.instant().minus(QUIET);
      if (log.isLive(file) || file.changed().isAfter(quiet) || writers.hold(file)) {
        return Optional.of(IN_USE);
      }
      OptionalInt names = folder.names(file);
      return names.isEmpty()
          ? Optional.of(NAMES)
          : names.getAsInt() > 1 ? Optional.of(LINKED) : Optional.empty();
    }
  }

  /** Ends a pass in the midst of reading a file. */
  private static final class Halted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Halted() {
      super("halted", null, false, false);
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
