package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.postgresql.PGConnection;

/**
 * The embedded server with the store's database and its two roles, whose passwords lie beside the
 * data and are known to nobody.
 *
 * @param server the running server
 * @param address the database on it
 */
record OwnServer(EmbeddedPostgres server, StoreAddress.External address) {
  private static final String DATABASE = "upheld";
  private static final String OWNER = "upheld_owner";
  private static final String RUN = "upheld_run";
  private static final int PASSWORD_BYTES = 24;

  /** Two processes may come here at once: the second waits. Any number, but always this one. */
  private static final long PREPARING = 0x7570_6865_6c64L;

  static OwnServer start(EmbeddedPostgres.Options options) {
    EmbeddedPostgres server = EmbeddedPostgres.start(options);
    try {
      return new OwnServer(server, prepared(server, options.progress()));
    } catch (ProblemException e) {
      server.close();
      throw e;
    }
  }

  private static StoreAddress.External prepared(EmbeddedPostgres server, Progress progress) {
    progress.report("opening the store", 0, 0);
    try (Connection connection = server.connect("postgres")) {
      execute(connection, "SELECT pg_advisory_lock(" + PREPARING + ")");
      Secret<String> owner = role(connection, server, OWNER);
      Secret<String> run = role(connection, server, RUN);
      server.createDatabaseIfMissing(DATABASE);
      execute(connection, "ALTER DATABASE " + DATABASE + " OWNER TO " + OWNER);
      execute(connection, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
      execute(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + RUN);
      return new StoreAddress.External(server.jdbcUrl(DATABASE), OWNER, owner, RUN, run);
    } catch (SQLException e) {
      throw SqlFailures.problem(e);
    }
  }

  /** The file is the truth: what it says becomes the role's password. */
  private static Secret<String> role(Connection connection, EmbeddedPostgres server, String role)
      throws SQLException {
    Path file = server.dataDirectory().resolveSibling(role + ".password");
    if (!Files.exists(file)) {
      Disk.write(file, random(), "rw-------");
    }
    Instance.refuseUnless(file, Account.self(), "600");
    String password = Disk.read(file).map(String::strip).filter(p -> !p.isEmpty()).orElse("");
    if (password.isEmpty()) {
      throw StoreProblem.PASSWORD.because(
          "The password file " + file + " is empty.", "Remove it; a new password is made.");
    }
    if (!exists(connection, role)) {
      execute(connection, "CREATE ROLE " + role + " LOGIN");
    }
    // Hashed by the driver: the server, its log and its statistics never see the password.
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    return Secret.of(password);
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String random() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
