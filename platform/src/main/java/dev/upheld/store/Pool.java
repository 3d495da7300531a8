package dev.upheld.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.upheld.kernel.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** Connections of the run role, and jOOQ on top of them. */
final class Pool implements AutoCloseable {
  private static final int CONNECTIONS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * A database that vanishes without a word must not hold a request, a job or the answer about
   * health until TCP gives up. Longer than any lock is waited for; the address may say another.
   */
  private static final String SILENCE_SECONDS = "45";

  /**
   * A client that hangs or vanishes in the middle of a transaction must not hold the journal's lock
   * for longer than this.
   */
  private static final String SESSION =
      "SET idle_in_transaction_session_timeout = '60s'; SET lock_timeout = '30s';"
          + " SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 10;"
          + " SET tcp_keepalives_count = 3";

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  /** Held, because a logger nobody holds forgets its level. They report each start and stop. */
  private final List<Logger> noise =
      List.of(Logger.getLogger("com.zaxxer.hikari"), Logger.getLogger("org.jooq"));

  private final HikariDataSource source;

  Pool(StoreAddress.External address) {
    noise.forEach(l -> l.setLevel(Level.SEVERE));
    HikariConfig config = new HikariConfig();
    config.setPoolName("upheld-store");
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.run());
    config.setPassword(address.runPassword().reveal());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    // A database that is away at the start is reported by whoever asks first, in our words.
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql(SESSION);
    config.addDataSourceProperty("currentSchema", Migrations.SCHEMA);
    config.addDataSourceProperty("ApplicationName", "upheld");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    source = new HikariDataSource(config);
  }

  DataSource source() {
    return source;
  }

  Connection connection() {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw SqlFailures.problem(e);
    }
  }

  /**
   * What went wrong, in our words. Where the database was away, the connections that lie idle broke
   * with the one that failed; the pool trusts those lately used, so they are thrown away.
   */
  ProblemException failure(SQLException e) {
    ProblemException problem = SqlFailures.problem(e);
    if (problem.problems().getFirst().code() == StoreProblem.AWAY) {
      source.getHikariPoolMXBean().softEvictConnections();
    }
    return problem;
  }

  /** Each statement by itself, committed at once. */
  DSLContext dsl() {
    DefaultConfiguration configuration = new DefaultConfiguration();
    configuration.set(new Lending());
    return DSL.using(finished(configuration));
  }

  /** Every statement on this connection. */
  DSLContext on(Connection connection) {
    DefaultConfiguration configuration = new DefaultConfiguration();
    configuration.set(connection);
    return DSL.using(finished(configuration));
  }

  private DefaultConfiguration finished(DefaultConfiguration configuration) {
    configuration.set(SQLDialect.POSTGRES);
    configuration.set(new Failing());
    configuration.set(new NoNesting());
    return configuration;
  }

  @Override
  public void close() {
    source.close();
  }

  private final class Lending implements ConnectionProvider {
    @Override
    public Connection acquire() {
      return connection();
    }

    @Override
    public void release(Connection connection) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw failure(e);
      }
    }
  }

  private final class Failing implements ExecuteListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void exception(ExecuteContext context) {
      SQLException failure = context.sqlException();
      if (failure != null) {
        context.exception(failure(failure));
      }
    }
  }

  /** jOOQ's own transactions would commit behind the back of {@link Store#inTransaction}. */
  private static final class NoNesting implements TransactionProvider {
    private static IllegalStateException refused() {
      return new IllegalStateException("transactions begin with Store.inTransaction");
    }

    @Override
    public void begin(TransactionContext context) {
      throw refused();
    }

    @Override
    public void commit(TransactionContext context) {
      throw refused();
    }

    @Override
    public void rollback(TransactionContext context) {
      throw refused();
    }
  }
}
