package dev.upheld.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers tests use. Each is started when first asked for and stopped when the JVM ends. They
 * do not sync to disk: nothing in them is worth keeping.
 *
 * <p>Static, against the habit of the house: a server takes a second and 100 MB, so all tests of a
 * JVM share one, and there is nobody above them who could hand it down.
 */
public final class Databases {

  /** System property: options for MariaDB servers started from now on, separated by blanks. */
  public static final String MARIADB_OPTIONS = "upheld.testing.mariadb-options";

  private static final Once POSTGRES = new Once(() -> PostgresServer.start(false));
  private static final Once POSTGRES_TLS = new Once(() -> PostgresServer.start(true));
  private static final Once MARIADB = new Once(() -> MariaDbServer.start(false));
  private static final Once MARIADB_TLS = new Once(() -> MariaDbServer.start(true));

  private Databases() {}

  /** PostgreSQL without encryption. */
  public static TestServer postgres() {
    return POSTGRES.get();
  }

  /**
   * PostgreSQL that takes encrypted connections only; its addresses name the certificate to trust.
   */
  public static TestServer postgresTls() {
    return POSTGRES_TLS.get();
  }

  /** MariaDB without encryption. */
  public static TestServer mariadb() {
    return MARIADB.get();
  }

  /** MariaDB that takes encrypted connections only, with a certificate it makes at each start. */
  public static TestServer mariadbTls() {
    return MARIADB_TLS.get();
  }

  private static final class Once {
    private final Supplier<TestServer> starting;
    private @Nullable TestServer server;
    private volatile boolean ending;

    Once(Supplier<TestServer> starting) {
      this.starting = starting;
    }

    synchronized TestServer get() {
      if (ending) {
        throw new AssertionError("this JVM was told to end, and its servers end before its tests");
      }
      if (server == null) {
        server = starting.get();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true));
      }
      return server;
    }
  }
}
