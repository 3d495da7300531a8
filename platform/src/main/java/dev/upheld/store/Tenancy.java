package dev.upheld.store;

import dev.upheld.kernel.AtExit;
import dev.upheld.kernel.ProblemException;
import dev.upheld.store.ServerProcess.Running;
import java.time.Duration;

/**
 * One use of a running server by this process, from start to close. Ends with the process, after
 * everything that works with the server: what was not closed is closed then.
 */
final class Tenancy implements AutoCloseable {
  private static final Duration OTHERS = Duration.ofMinutes(2);

  private final Server server;
  private final FolderLock lock;
  private final AtExit.Planned atExit;
  private volatile Running running = new Running(0, 0);
  private volatile boolean startedHere;
  private volatile boolean entered;

  private Tenancy(Server server, FolderLock lock) {
    this.server = server;
    this.lock = lock;
    this.atExit = AtExit.plan(AtExit.Stage.DATABASE, "stop embedded PostgreSQL", this::leave);
  }

  /**
   * Call it under the guard, before the server starts: the end waits for the guard, so that a
   * Ctrl-C during the start stops what the start has brought up.
   */
  static Tenancy announce(Server server, FolderLock lock) {
    return new Tenancy(server, lock);
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
    atExit.close();
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
