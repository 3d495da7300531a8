package dev.upheld.connect.mariadb;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Capability;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.Sight;
import dev.upheld.connect.sql.Catalogue;
import dev.upheld.connect.sql.Dialect;
import dev.upheld.connect.sql.Engine;
import dev.upheld.connect.sql.Fault;
import dev.upheld.connect.sql.Rendering;
import dev.upheld.connect.sql.Runs;
import dev.upheld.connect.sql.TlsChoice;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.TableName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.SQLDialect;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.HostAddress;

/**
 * How MariaDB and MySQL are reached and asked about themselves.
 *
 * @param others databases of the same server that the data map names
 */
record MariaDbEngine(
    String system, Endpoint endpoint, TlsChoice tls, Flavour flavour, Set<String> others)
    implements Engine {
  private static final int CONNECT_MILLIS = 10_000;

  /** Beyond the statement timeout: then it is the line that is dead, not the statement slow. */
  private static final long GRACE_MILLIS = 30_000;

  private static final long LONGEST_LOCK_SECONDS = 10;

  /** The driver logs the server's messages, which may quote values; kept, or the level is lost. */
  private static final Logger DRIVER = Logger.getLogger("org.mariadb.jdbc");

  static {
    DRIVER.setLevel(Level.OFF);
  }

  @Override
  public Set<Capability> capabilities() {
    return Capability.ofTables();
  }

  @Override
  public Connection connect() throws SQLException {
    long silence = Math.max(0, endpoint.statementTimeout().toMillis()) + GRACE_MILLIS;
    Configuration.Builder builder =
        // parsed, since a builder made by hand lacks what only parsing sets
        Configuration.parse("jdbc:mariadb://localhost/").toBuilder()
            .addresses(HostAddress.from(endpoint.host(), endpoint.port(), true))
            .database(endpoint.database())
            .user(endpoint.user())
            .password(endpoint.password().reveal())
            .connectionAttributes("program_name:upheld")
            .connectTimeout(CONNECT_MILLIS)
            .socketTimeout((int) Math.min(Integer.MAX_VALUE, silence))
            .allowLocalInfile(false)
            .allowMultiQueries(false)
            .useResetConnection(true)
            .tcpKeepAlive(true);
    encrypt(builder);
    Connection connection = Driver.connect(builder.build());
    return ready(connection);
  }

  private static Connection ready(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  @Override
  public void renew(Connection connection) throws SQLException {
    connection.unwrap(org.mariadb.jdbc.Connection.class).reset();
    var _ = ready(connection);
  }

  private void encrypt(Configuration.Builder builder) {
    switch (tls.mode()) {
      case OFF -> builder.sslMode("disable");
      case REQUIRE -> builder.sslMode("trust");
      case VERIFY_FULL -> {
        builder.sslMode("verify-full");
        tls.root().ifPresent(root -> builder.serverSslCert(root.toString()));
      }
    }
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    long timeout = endpoint.statementTimeout().toMillis();
    long lock = Math.clamp(timeout / 1000, 1, LONGEST_LOCK_SECONDS);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          flavour.timeout(timeout)
              + ", session lock_wait_timeout = "
              + lock
              + ", session time_zone = '+00:00'"
              + ", session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE"
              + ",ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'");
      statement.execute("start transaction with consistent snapshot, read only");
    }
  }

  @Override
  public Catalogue catalogue(Connection connection) throws SQLException {
    Grants grants = Grants.read(connection, endpoint.database());
    return MariaDbCatalogue.read(
        system, connection, grants, MariaDbSql.databases(endpoint.database(), others));
  }

  @Override
  public Dialect dialect(Catalogue catalogue) {
    return new MariaDbDialect(new Rendering(SQLDialect.MARIADB), flavour, endpoint.database());
  }

  @Override
  public Sight sight(Connection connection, Set<TableName> tables) throws SQLException {
    return MariaDbSight.of(connection, tables);
  }

  @Override
  public String pingText() {
    return MariaDbSql.PING;
  }

  @Override
  public String transportText() {
    return flavour.transport();
  }

  /** The server does not give itself an address; so the one it was reached at is told. */
  @Override
  public Answer.TransportFacts transport(Runs runs) throws SQLException {
    return runs.whole(
        flavour.transport(),
        row -> {
          row.next();
          Optional<String> version =
              Optional.ofNullable(row.getString(2)).filter(v -> !v.isEmpty());
          Optional<Boolean> required =
              Optional.ofNullable(row.getString(3)).map(r -> r.equals("ON") || r.equals("1"));
          return new Answer.TransportFacts(version.isPresent(), version, required, address());
        });
  }

  private Optional<String> address() {
    try {
      return Optional.of(InetAddress.getByName(endpoint.host()).getHostAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  @Override
  public Checkup checkup(
      Connection connection, Catalogue catalogue, SortedMap<TableName, SortedSet<String>> needs)
      throws SQLException {
    return new MariaDbCheckup(this, catalogue, needs).of(connection);
  }

  @Override
  public Fault kind(SQLException error) {
    return MariaDbFaults.kind(error, tls.mode() != TlsChoice.Mode.OFF);
  }
}
