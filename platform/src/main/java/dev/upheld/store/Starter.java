package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import dev.upheld.store.EmbeddedPostgres.Options;
import dev.upheld.store.ServerProcess.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The way from options to a running, verified server; one process at a time. */
final class Starter {
  private static final Duration OTHERS = Duration.ofMinutes(6);

  private final Options options;
  private final Server server;
  private final FolderLock lock;

  private Starter(Options options, Server server, FolderLock lock) {
    this.options = options;
    this.server = server;
    this.lock = lock;
  }

  static Tenancy start(Options options) {
    ServerConfig config = new ServerConfig(options.server().settings(), options.server().tls());
    Binaries.refuseOtherPlatforms();
    boolean root = Account.self() == 0;
    Instance instance = Instance.in(options.home(), options.instance(), root);
    Account account = Account.choose(options.host().account(), instance.data());
    Path programs = options.host().programs().orElseGet(() -> options.home().resolve("programs"));
    Binaries binaries = Binaries.in(programs.toAbsolutePath(), options.progress());
    Server server =
        new Server(instance, account, binaries, config, new ServerProcess(instance, account.uid()));
    return new Starter(options, server, FolderLock.of(instance.folder())).startGuarded();
  }

  private Tenancy startGuarded() {
    Optional<FolderLock.Guard> got = lock.guard(Duration.ZERO);
    if (got.isEmpty()) {
      options.progress().report("waiting for another process that starts PostgreSQL", 0, 0);
      got = lock.guard(OTHERS);
    }
    try (FolderLock.Guard _ = got.orElseThrow(this::busy)) {
      new Cluster(server.instance(), server.account(), server.binaries())
          .prepare(server.config().durable(), options.progress());
      // Read first: whoever may not read it must not start anything either.
      Secret<String> password = server.instance().password();
      Optional<Running> running = server.process().find();
      return running.isPresent() ? join(running.get(), password) : launch(password);
    }
  }

  private Tenancy launch(Secret<String> password) {
    if (lock.usedElsewhere()) {
      throw StoreProblem.BUSY.because(
          "Another process uses this instance, but its server cannot be seen from here.",
          "End that process (it may run in another container), then start again.");
    }
    options.progress().report("starting PostgreSQL", 0, 0);
    Tenancy tenancy = Tenancy.announce(server, lock);
    try {
      Running started = server.start();
      verifyOrStop(started, password);
      return tenancy.enter(started, true);
    } catch (ProblemException e) {
      tenancy.withdraw();
      throw e;
    }
  }

  private void verifyOrStop(Running started, Secret<String> password) {
    try {
      verify(started, password);
    } catch (ProblemException e) {
      server.stop(started);
      throw e;
    }
  }

  /** Ours and as wanted: use it. Ours, otherwise set and unused: start it anew. */
  private Tenancy join(Running found, Secret<String> password) {
    boolean used = lock.usedHere() || lock.usedElsewhere();
    awaitReady(found);
    Optional<Running> running = server.process().find();
    if (running.isEmpty()) {
      return launch(password);
    }
    if (asWanted(running.get())) {
      verify(running.get(), password);
      return Tenancy.announce(server, lock).enter(running.get(), false);
    }
    if (used) {
      throw StoreProblem.OTHER_SETTINGS.because(
          "The instance runs with other settings for another user.",
          "End that one, or use the same settings or another instance name.");
    }
    server.stop(running.get());
    return launch(password);
  }

  /** A server whose starter was killed may still be replaying its log. */
  private void awaitReady(Running found) {
    Waiting.until(OTHERS, () -> server.process().isReady() || !server.process().isAlive(found));
  }

  private boolean asWanted(Running running) {
    return running.port() > 0
        && Disk.read(server.instance().config())
            .equals(Optional.of(server.config().main(server.instance(), running.port())))
        && (!server.config().tls() || Files.exists(server.instance().certificate()));
  }

  private void verify(Running running, Secret<String> password) {
    String url = server.url(running.port(), "postgres");
    Admin.verify(url, password, server.instance().data());
  }

  private ProblemException busy() {
    return StoreProblem.BUSY.because(
        "Another process has been starting or stopping this instance for minutes.",
        "End that process and try again.");
  }
}
