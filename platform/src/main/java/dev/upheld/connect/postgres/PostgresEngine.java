package dev.upheld.connect.postgres;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;

/** How PostgreSQL is reached and asked about itself. */
record PostgresEngine(String system, Endpoint endpoint, TlsChoice tls) implements Engine {
  private static final int CONNECT_SECONDS = 10;

  /** Beyond the statement timeout: then it is the line that is dead, not the statement slow. */
  private static final int GRACE_SECONDS = 30;

  private static final long LONGEST_LOCK_MILLIS = 10_000;

  @Override
  public Set<Capability> capabilities() {
    return Capability.ofTables();
  }

  @Override
  public Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {endpoint.host()});
    source.setPortNumbers(new int[] {endpoint.port()});
    source.setDatabaseName(endpoint.database());
    source.setUser(endpoint.user());
    source.setPassword(endpoint.password().reveal());
    source.setApplicationName("upheld");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(
        (int)
            Math.min(
                Integer.MAX_VALUE / 1000, endpoint.statementTimeout().toSeconds() + GRACE_SECONDS));
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(false);
    encrypt(source);
    Connection connection = source.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** Settings are those of transactions alone; the driver still knows its prepared statements. */
  @Override
  public void renew(Connection connection) throws SQLException {
    connection.rollback();
    try (Statement statement = connection.createStatement()) {
      statement.execute("discard temp");
    }
    connection.commit();
  }

  private void encrypt(PGSimpleDataSource source) {
    switch (tls.mode()) {
      case OFF -> source.setSslMode("disable");
      case REQUIRE -> source.setSslMode("require");
      case VERIFY_FULL -> {
        source.setSslMode("verify-full");
        tls.root()
            .ifPresentOrElse(
                root -> source.setSslRootCert(root.toString()),
                () -> source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory"));
      }
    }
  }

  /**
   * The path is cut to the server's own schema, so that nobody's function or operator stands in for
   * one of its own.
   */
  @Override
  public void begin(Connection connection) throws SQLException {
    long timeout = endpoint.statementTimeout().toMillis();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set transaction isolation level repeatable read, read only;"
              + "set local search_path to pg_catalog, pg_temp;"
              + "set local statement_timeout to "
              + timeout
              + ";"
              + "set local lock_timeout to "
              + Math.min(timeout, LONGEST_LOCK_MILLIS)
              + ";"
              + "set local timezone to 'UTC';"
              + "set local datestyle to 'ISO, YMD';"
              + "set local standard_conforming_strings to on;"
              + "set local row_security to on");
    }
  }

  @Override
  public Catalogue catalogue(Connection connection) throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion().split(" ", 2)[0];
    return PostgresCatalogue.read(system, "PostgreSQL " + version, connection);
  }

  @Override
  public Dialect dialect(Catalogue catalogue) {
    return new PostgresDialect(
        new Rendering(SQLDialect.POSTGRES), major(catalogue.description().product()));
  }

  private static int major(String product) {
    String number = product.replaceFirst("PostgreSQL (\\d+).*", "$1");
    return number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
  }

  @Override
  public Sight sight(Connection connection, Set<TableName> tables) throws SQLException {
    return PostgresSight.of(connection, tables);
  }

  @Override
  public String pingText() {
    return PostgresSql.PING;
  }

  @Override
  public String transportText() {
    return PostgresSql.TRANSPORT;
  }

  @Override
  public Answer.TransportFacts transport(Runs runs) throws SQLException {
    Optional<Boolean> clearRefused = new ClearTrial(endpoint).refused();
    return runs.whole(
        PostgresSql.TRANSPORT,
        row -> {
          row.next();
          return new Answer.TransportFacts(
              row.getBoolean(1),
              Optional.ofNullable(row.getString(2)),
              clearRefused,
              Optional.ofNullable(row.getString(3)));
        });
  }

  @Override
  public Checkup checkup(
      Connection connection, Catalogue catalogue, SortedMap<TableName, SortedSet<String>> needs)
      throws SQLException {
    return new PostgresCheckup(this, catalogue, needs).of(connection);
  }

  @Override
  public Fault kind(SQLException error) {
    return PostgresFaults.kind(error, tls.mode() != TlsChoice.Mode.OFF);
  }
}
