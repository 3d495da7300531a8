package dev.upheld.testing;

import dev.upheld.store.EmbeddedPostgres;
import dev.upheld.store.EmbeddedPostgres.HostOptions;
import dev.upheld.store.EmbeddedPostgres.Options;
import dev.upheld.testing.TestDatabase.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL for tests: the product's own launcher, without the waiting for the disk. */
final class PostgresServer implements TestServer {
  private static final Map<String, String> FAST =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "shared_buffers", "64MB",
          "max_wal_size", "2GB");

  private final EmbeddedPostgres server;
  private final long startMillis;

  private PostgresServer(EmbeddedPostgres server, long startMillis) {
    this.server = server;
    this.startMillis = startMillis;
  }

  static TestServer start(boolean tls) {
    long from = System.nanoTime();
    Path home = TestFolders.create("postgres");
    Options options =
        Options.in(home, "tests")
            .withSettings(FAST)
            .withHost(new HostOptions(Optional.of(TestFolders.programs()), Optional.of("nobody")));
    EmbeddedPostgres server = EmbeddedPostgres.start(tls ? options.withTls() : options);
    TestFolders.atEnd(home, server::close);
    return new PostgresServer(server, (System.nanoTime() - from) / 1_000_000);
  }

  @Override
  public TestDatabase freshDatabase() {
    String name = TestFolders.databaseName();
    server.createDatabaseIfMissing(name);
    return new TestDatabase(
        Engine.POSTGRESQL,
        server.jdbcUrl(name),
        "127.0.0.1",
        server.port(),
        name,
        server.user(),
        server.password().reveal(),
        server.certificate());
  }

  @Override
  public void drop(TestDatabase database) {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "DROP DATABASE IF EXISTS "
              + statement.enquoteIdentifier(database.database(), true)
              + " WITH (FORCE)");
    } catch (SQLException e) {
      throw new AssertionError("cannot drop a test database: " + e.getMessage(), e);
    }
  }

  @Override
  public long startMillis() {
    return startMillis;
  }
}
