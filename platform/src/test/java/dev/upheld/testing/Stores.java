package dev.upheld.testing;

import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Stores for tests, on the shared test server. The migrations run once for each JVM; every further
 * store is a copy of that database. Static for the reason {@link Databases} is.
 */
public final class Stores {
  private static final String OWNER = "test_owner";
  private static final String RUN = "test_run";

  private Stores() {}

  /** A store of its own, with all tables and nothing in them; the caller closes it. */
  public static Store fresh() {
    return open(freshAddress());
  }

  /** A database of its own, for tests that open it more than once. */
  public static StoreAddress.External freshAddress() {
    String name = TestFolders.databaseName();
    administer(
        "CREATE DATABASE " + name + " TEMPLATE " + Template.MIGRATED.name + " OWNER " + OWNER);
    return Template.MIGRATED.address(name);
  }

  /** An empty database with both roles and no table in it. */
  public static StoreAddress.External emptyAddress() {
    String name = TestFolders.databaseName();
    Template template = Template.MIGRATED;
    administer("CREATE DATABASE " + name + " OWNER " + OWNER);
    return template.address(name);
  }

  /** Opens a database that {@link #freshAddress} made. */
  public static Store open(StoreAddress.External address) {
    return Store.open(address, Progress.SILENT);
  }

  /** A connection of the owner of the tables; the caller closes it. */
  public static Connection asOwner(StoreAddress.External address) {
    return connect(address.jdbcUrl(), address.owner(), address.ownerPassword());
  }

  /** A connection of the run role; the caller closes it. */
  public static Connection asRun(StoreAddress.External address) {
    return connect(address.jdbcUrl(), address.run(), address.runPassword());
  }

  private static Connection connect(String url, String role, Secret<String> password) {
    try {
      return DriverManager.getConnection(url, role, password.reveal());
    } catch (SQLException e) {
      throw new AssertionError("cannot connect: " + e.getMessage(), e);
    }
  }

  private static void administer(String sql) {
    try (Connection connection = Template.MIGRATED.admin.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError("a statement of the test failed: " + e.getMessage(), e);
    }
  }

  private static final class Template {
    static final Template MIGRATED = new Template();

    private final TestDatabase admin = Databases.postgres().freshDatabase();
    private final Secret<String> password = Secret.of(UUID.randomUUID().toString());
    private final String name = TestFolders.databaseName();

    Template() {
      for (String role : new String[] {OWNER, RUN}) {
        admin.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + password.reveal() + "'");
      }
      admin.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
      Store.open(address(name), Progress.SILENT).close();
    }

    StoreAddress.External address(String database) {
      String url = admin.jdbcUrl().replace("/" + admin.database(), "/" + database);
      return new StoreAddress.External(url, OWNER, password, RUN, password);
    }
  }
}
