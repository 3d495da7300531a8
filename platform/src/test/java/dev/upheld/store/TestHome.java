package dev.upheld.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.store.EmbeddedPostgres.HostOptions;
import dev.upheld.store.EmbeddedPostgres.Options;
import dev.upheld.store.ServerProcess.Running;
import dev.upheld.testing.TestFolders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A home for one test, and eyes to look into it past the public interface.
 *
 * @param folder the home
 */
record TestHome(Path folder) implements AutoCloseable {
  static final String INSTANCE = "store";

  /** Root hands over to this user; it exists on every Linux. */
  static final String USER = "nobody";

  static final boolean ROOT = Account.self() == 0;

  /** Made only when asked for: the child processes of the tests load this class, too. */
  private static final class Prepared {
    static final TestHome HOME = prepare();
  }

  /** Nothing in it yet. */
  static TestHome empty() {
    return new TestHome(TestFolders.create("store"));
  }

  /** With data, stopped; a copy, because creating takes a second. */
  static TestHome withData() {
    TestHome home = empty();
    command("cp", "-a", Prepared.HOME.folder + "/.", home.folder.toString());
    return home;
  }

  private static TestHome prepare() {
    TestHome home = empty();
    EmbeddedPostgres.start(home.options()).close();
    TestFolders.atEnd(home.folder, () -> {});
    return home;
  }

  Options options() {
    return Options.in(folder, INSTANCE)
        .withHost(new HostOptions(Optional.of(TestFolders.programs()), Optional.of(USER)));
  }

  EmbeddedPostgres start() {
    return EmbeddedPostgres.start(options());
  }

  Instance instance() {
    return Instance.in(folder, INSTANCE, ROOT);
  }

  Account account() {
    return Account.choose(Optional.of(USER), instance().data());
  }

  ServerProcess process() {
    return new ServerProcess(instance(), account().uid());
  }

  Server server() {
    return new Server(
        instance(),
        account(),
        Binaries.in(TestFolders.programs(), (step, done, total) -> {}),
        new ServerConfig(java.util.Map.of(), false),
        process());
  }

  /** The running server; fails when there is none. */
  Running running() {
    return process().find().orElseThrow(() -> new AssertionError("no server runs"));
  }

  static void kill(long pid) {
    command("sh", "-c", "kill -KILL " + pid);
  }

  static String command(String... words) {
    Command.Result result = Command.run(Duration.ofMinutes(1), List.of(words));
    assertThat(result.ok()).as(String.join(" ", words) + ": " + result.output()).isTrue();
    return result.output();
  }

  static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static String answer(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Whatever still runs here is killed: the next test must not meet it. */
  @Override
  public void close() {
    if (instance().hasData()) {
      process().find().ifPresent(left -> kill(left.pid()));
    }
    TestFolders.delete(folder);
  }
}
