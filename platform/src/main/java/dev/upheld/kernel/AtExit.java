package dev.upheld.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done when the process is told to stop (Ctrl-C, SIGTERM), stage by stage: the JVM runs its
 * own shutdown hooks all at once, and a database that stops before the server that works with it
 * costs work. Each stage has its time; when that is over the next one begins all the same.
 *
 * <p>One for the whole process, as the process ends once.
 */
public final class AtExit {
  private static final AtExit PROCESS = new AtExit();

  /** In which order. */
  public enum Stage {
    /** Work that people wait for at a terminal is cancelled. */
    WORK(Duration.ofSeconds(10)),
    /** The server answers what was asked, ends its jobs and seals the journal. */
    SERVER(Duration.ofSeconds(60)),
    /** Databases of our own stop. */
    DATABASE(Duration.ofMinutes(3));

    private final Duration patience;

    Stage(Duration patience) {
      this.patience = patience;
    }
  }

  private record Entry(Stage stage, Thread thread) {}

  private final List<Entry> entries = new ArrayList<>();
  private Optional<Thread> hook = Optional.empty();
  private boolean ending;

  AtExit() {}

  /** Takes an act back; does nothing once the process is ending. */
  public interface Planned extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Plans an act for the end of this process.
   *
   * @param name of the thread that does it
   * @throws IllegalStateException when the process is ending already
   */
  public static Planned plan(Stage stage, String name, Runnable act) {
    return PROCESS.add(stage, name, act);
  }

  /** Whether the process is ending: what fails from now on fails because of that. */
  public static boolean isEnding() {
    return PROCESS.ends();
  }

  synchronized boolean ends() {
    return ending;
  }

  synchronized Planned add(Stage stage, String name, Runnable act) {
    if (ending) {
      throw new IllegalStateException("the process is ending");
    }
    if (hook.isEmpty()) {
      hook = Optional.of(Thread.ofPlatform().name("end").unstarted(this::run));
      Runtime.getRuntime().addShutdownHook(hook.get());
    }
    Entry entry = new Entry(stage, Thread.ofPlatform().daemon().name(name).unstarted(act));
    entries.add(entry);
    return () -> remove(entry);
  }

  private synchronized void remove(Entry entry) {
    if (!ending) {
      entries.remove(entry);
    }
  }

  void run() {
    List<Entry> all = end();
    for (Stage stage : Stage.values()) {
      run(stage, all);
    }
  }

  /** What is to be done; nothing when the end has begun before. */
  private synchronized List<Entry> end() {
    if (ending) {
      return List.of();
    }
    ending = true;
    return List.copyOf(entries);
  }

  private static void run(Stage stage, List<Entry> all) {
    List<Thread> acts =
        all.stream().filter(entry -> entry.stage == stage).map(Entry::thread).toList();
    acts.forEach(Thread::start);
    long until = System.nanoTime() + stage.patience.toNanos();
    for (Thread act : acts) {
      try {
        act.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
