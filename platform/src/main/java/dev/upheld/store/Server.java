package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import dev.upheld.store.ServerProcess.Running;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Starts and stops the server of one instance. */
record Server(
    Instance instance,
    Account account,
    Binaries binaries,
    ServerConfig config,
    ServerProcess process) {
  /** Recovery after a crash may replay a lot. */
  private static final Duration STARTING = Duration.ofMinutes(5);

  private static final Duration FAST_STOP = Duration.ofSeconds(60);
  private static final Duration HARD_STOP = Duration.ofSeconds(10);
  private static final int PORTS_TO_TRY = 5;
  private static final long LOG_LIMIT = 1_000_000;

  /** Starts it, on the port it had before where that is still free. */
  Running start() {
    return start(new Ports(instance.portFile()));
  }

  /**
   * @param ports which to try, one after the other
   */
  Running start(Iterator<Integer> ports) {
    endLeftovers();
    process.forgetDead();
    prepareLog();
    Disk.write(instance.access(), config.access(), "rw-r--r--");
    if (config.tls()) {
      SelfSigned.ensure(instance.certificate(), instance.certificateKey(), account);
    }
    for (int left = PORTS_TO_TRY; left > 0; left--) {
      Optional<Running> running = tryPort(ports.next());
      if (running.isPresent()) {
        return running.get();
      }
    }
    throw StoreProblem.START.because(
        "No free port was found for the server.", "Close programs that hold many ports.");
  }

  /** The JDBC address of a database, without user and password. */
  String url(int port, String database) {
    String plain = "jdbc:postgresql://127.0.0.1:" + port + "/" + encoded(database);
    return config.tls()
        ? plain + "?sslmode=verify-full&sslrootcert=" + encoded(instance.certificate().toString())
        : plain;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Empty when somebody took the port between our look and the server's. */
  private Optional<Running> tryPort(int port) {
    Ports.remember(instance.portFile(), port);
    Disk.write(instance.config(), config.main(instance, port), "rw-r--r--");
    long before = logSize();
    Command.Result result = account.run(STARTING.plusSeconds(10), startCommand());
    Optional<Running> running = process.find();
    if (result.ok() && running.isPresent()) {
      return running;
    }
    running.ifPresent(this::stop);
    String log = logAfter(before);
    if (log.contains("Address already in use")) {
      return Optional.empty();
    }
    throw failure(log + result.output());
  }

  /** pg_ctl puts the server into a session of its own, so that Ctrl-C reaches us and not it. */
  private List<String> startCommand() {
    return List.of(
        binaries.program("pg_ctl").toString(),
        "start",
        "--wait",
        "--silent",
        "--timeout=" + STARTING.toSeconds(),
        "--pgdata=" + instance.data(),
        "--log=" + instance.log(),
        "--options=-c 'config_file=" + instance.config() + "'");
  }

  private ProblemException failure(String said) {
    if (Disk.saysFull(said)) {
      return StoreProblem.DISK_FULL.because(
          "The server could not start: the disk of " + instance.folder() + " is full.",
          "Free some space, then start again; the data is kept.");
    }
    if (Thread.currentThread().isInterrupted()) {
      return StoreProblem.INTERRUPTED.because("Starting was interrupted.", "Start again.");
    }
    if (said.contains("unrecognized configuration parameter")
        || said.contains("invalid value for parameter")
        || said.contains("contains errors")) {
      return StoreProblem.OPTION.because(
          "The server refuses one of the settings given; see the end of " + instance.log() + ".",
          "Correct the setting.");
    }
    return StoreProblem.START.because(
        "The server did not start.", "Read the end of " + instance.log() + ".");
  }

  /** Stops it: fast first, then harder. Committed data survives every way. */
  void stop(Running server) {
    // An interrupt must not cut the waiting short: it would turn a clean stop into a hard one.
    boolean interrupted = Thread.interrupted();
    try {
      if (!signal(server, "INT", FAST_STOP)
          && !signal(server, "QUIT", HARD_STOP)
          && !signal(server, "KILL", HARD_STOP)) {
        throw StoreProblem.STOP.because(
            "The server with process number " + server.pid() + " does not end.",
            "Look for a disk that hangs.");
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean signal(Running server, String signal, Duration limit) {
    if (process.isAlive(server)) {
      kill(server.pid(), signal);
    }
    return Waiting.until(limit, () -> !process.isAlive(server));
  }

  /** The JDK can only send TERM, with which PostgreSQL waits for its clients for ever. */
  private static void kill(long pid, String signal) {
    Command.run(
        Duration.ofSeconds(10), List.of("sh", "-c", "kill -" + signal + " \"$1\"", "sh", "" + pid));
  }

  /**
   * A killed server's children hold its memory until their query ends; nobody waits for its answer.
   */
  private void endLeftovers() {
    if (process.find().isPresent() || process.leftovers().isEmpty()) {
      return;
    }
    if (!Waiting.until(Duration.ofSeconds(2), () -> process.leftovers().isEmpty())) {
      process.leftovers().forEach(pid -> kill(pid, "KILL"));
      Waiting.until(HARD_STOP, () -> process.leftovers().isEmpty());
    }
  }

  private void prepareLog() {
    Path log = instance.log();
    try {
      if (logSize() > LOG_LIMIT) {
        Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      if (!Files.exists(log)) {
        Files.createFile(
            log,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        account.own(log);
      }
    } catch (IOException e) {
      throw Disk.problem(e, "write", log);
    }
  }

  private long logSize() {
    try {
      return Files.exists(instance.log()) ? Files.size(instance.log()) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private String logAfter(long offset) {
    String log = Disk.read(instance.log()).orElse("");
    return log.substring((int) Math.min(offset, log.length()));
  }
}
