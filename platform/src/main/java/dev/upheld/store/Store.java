package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Upheld's own database: everything that happens is kept here. Opened once per process,
 * thread-safe.
 *
 * <p>Whatever fails in the database becomes a {@link ProblemException} with a {@link StoreProblem}
 * that holds no value. A database that goes away and comes back needs no new store.
 */
public final class Store implements AutoCloseable {
  private final StoreAddress.External address;
  private final Optional<EmbeddedPostgres> server;
  private final Pool pool;

  private Store(StoreAddress.External address, Optional<EmbeddedPostgres> server) {
    this.address = address;
    this.server = server;
    this.pool = new Pool(address);
  }

  /**
   * Brings the tables up to date as their owner, then connects as the run role.
   *
   * @throws ProblemException when the database cannot be reached, is of a newer Upheld, or its run
   *     role may do more than it must be able to
   */
  public static Store open(StoreAddress address, Progress progress) {
    return switch (address) {
      case StoreAddress.Embedded embedded ->
          open(
              EmbeddedPostgres.Options.in(embedded.home().folder(), "store")
                  .withProgress(progress));
      case StoreAddress.External external -> open(external, Optional.empty(), progress);
    };
  }

  /** On an embedded server with other options than the usual ones. */
  static Store open(EmbeddedPostgres.Options options) {
    OwnServer own = OwnServer.start(options);
    try {
      return open(own.address(), Optional.of(own.server()), options.progress());
    } catch (ProblemException e) {
      own.server().close();
      throw e;
    }
  }

  private static Store open(
      StoreAddress.External address, Optional<EmbeddedPostgres> server, Progress progress) {
    StoreCheck.refuseUnfit(address);
    new Migrations(address).run(progress);
    Store store = new Store(address, server);
    try {
      StoreCheck.refuseStrongRunRole(store.dsl());
      return store;
    } catch (ProblemException e) {
      store.pool.close();
      throw e;
    }
  }

  /** Statements of the run role, each committed by itself. */
  public DSLContext dsl() {
    return pool.dsl();
  }

  /**
   * Runs the work in one transaction (READ COMMITTED), committed when it returns and rolled back
   * when it throws. Only the context handed over belongs to the transaction; no second one can be
   * begun within it.
   *
   * @return what the work returned
   */
  public <T extends @Nullable Object> T inTransaction(Function<DSLContext, T> work) {
    try (Connection connection = pool.connection()) {
      connection.setAutoCommit(false);
      // Whatever is thrown, the pool rolls back what was not committed when it takes this back.
      T result = work.apply(pool.on(connection));
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw pool.failure(e);
    }
  }

  /** Connections of the run role, for libraries that bring their own statements. */
  public DataSource dataSource() {
    return pool.source();
  }

  /** Asks the database for a sign of life. */
  public void ping() {
    dsl().selectOne().fetch();
  }

  /** Where the tables are, with the roles of owner and daily work. */
  StoreAddress.External address() {
    return address;
  }

  /** Gives all connections back, then the embedded server, where there is one. */
  @Override
  public void close() {
    pool.close();
    server.ifPresent(EmbeddedPostgres::close);
  }
}
