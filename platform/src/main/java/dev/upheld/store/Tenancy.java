package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import dev.upheld.store.ServerProcess.Running;
import java.time.Duration;

/**
 * One use of a running server by this process, from start to close. Ends with the process: a
 * shutdown hook closes what was not closed.
 */
final class Tenancy implements AutoCloseable {
  private static final Duration OTHERS = Duration.ofMinutes(2);

  private final Server server;
  private final FolderLock lock;
  private final Thread hook;
  private volatile Running running = new Running(0, 0);
  private volatile boolean startedHere;
  private volatile boolean entered;

  private Tenancy(Server server, FolderLock lock) {
    this.server = server;
    this.lock = lock;
    this.hook = new Thread(this::leave, "stop embedded PostgreSQL");
  }

  /**
   * Call it under the guard, before the server starts: the hook waits for the guard, so that a
   * Ctrl-C during the start stops what the start has brought up.
   */
  static Tenancy announce(Server server, FolderLock lock) {
    Tenancy tenancy = new Tenancy(server, lock);
    Runtime.getRuntime().addShutdownHook(tenancy.hook);
    return tenancy;
  }

  /** Under the guard, once the server is verified. */
  Tenancy enter(Running verified, boolean here) {
    lock.enter();
    running = verified;
    startedHere = here;
    entered = true;
    return this;
  }

  /** The start failed and left nothing running. */
  void withdraw() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending and runs the hook itself; it finds nothing to do.
    }
  }

  Instance instance() {
    return server.instance();
  }

  int port() {
    return running.port();
  }

  String url(String database) {
    return server.url(running.port(), database);
  }

  boolean startedHere() {
    return startedHere;
  }

  @Override
  public void close() {
    leave();
    withdraw();
  }

  /** The guard, and nothing else, keeps two threads apart here. */
  private void leave() {
    boolean interrupted = Thread.interrupted();
    try (FolderLock.Guard _ = lock.guard(OTHERS).orElseThrow(Tenancy::busy)) {
      if (entered) {
        entered = false;
        stopIfLast();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void stopIfLast() {
    if (lock.leave()) {
      server.process().find().ifPresent(server::stop);
    }
  }

  private static ProblemException busy() {
    return StoreProblem.BUSY.because(
        "Another process holds the instance; its server was left running.",
        "The next start takes it over.");
  }
}
