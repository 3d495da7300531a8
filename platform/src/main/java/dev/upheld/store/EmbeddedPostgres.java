package dev.upheld.store;

import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * A private PostgreSQL of Upheld's own: unpacked, created, started and guarded by us, listening on
 * this machine only, with checksums, durable commits and password authentication.
 *
 * <p>Several processes may use one instance: the first starts it, the others join, the last one to
 * close stops it. Killed processes hold nothing; a server they left running is taken over by the
 * next start. For first runs, evaluation and tests; in production use a PostgreSQL server of your
 * own. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private final Options options;
  private final Tenancy tenancy;
  private final Secret<String> password;

  private EmbeddedPostgres(Options options, Tenancy tenancy, Secret<String> password) {
    this.options = options;
    this.tenancy = tenancy;
    this.password = password;
  }

  /**
   * How to start one.
   *
   * @param home the folder everything lies in; created when missing
   * @param instance the server's name within the home: small letters, digits, hyphens
   * @param server what the server itself shall do
   * @param host what it needs of the machine
   * @param progress hears what takes long
   */
  public record Options(
      Path home, String instance, ServerOptions server, HostOptions host, Progress progress) {

    /** The plain server: durable, unencrypted on the loopback interface. */
    public static Options in(Path home, String instance) {
      return new Options(
          home,
          instance,
          new ServerOptions(Map.of(), false),
          new HostOptions(Optional.empty(), Optional.empty()),
          Progress.SILENT);
    }

    /**
     * With these settings of {@code postgresql.conf} added; those that guard the server are
     * refused.
     */
    public Options withSettings(Map<String, String> settings) {
      return new Options(home, instance, new ServerOptions(settings, server.tls()), host, progress);
    }

    /** Accepts encrypted connections only, with a certificate made for it. */
    public Options withTls() {
      return new Options(
          home, instance, new ServerOptions(server.settings(), true), host, progress);
    }

    /** Tells this listener what is going on. */
    public Options withProgress(Progress listener) {
      return new Options(home, instance, server, host, listener);
    }

    /** With another place for the unpacked programs, or another user than Upheld would choose. */
    public Options withHost(HostOptions other) {
      return new Options(home, instance, server, other, progress);
    }
  }

  /**
   * What the server shall do.
   *
   * @param settings added to {@code postgresql.conf}
   * @param tls whether it accepts encrypted connections only
   */
  public record ServerOptions(Map<String, String> settings, boolean tls) {
    public ServerOptions {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * What the server needs of the machine.
   *
   * @param programs where the programs are unpacked; by default within the home
   * @param account the user who runs the server when we are root; by default the owner of the data,
   *     or the system user {@code upheld}, created when missing and permitted
   */
  public record HostOptions(Optional<Path> programs, Optional<String> account) {}

  /**
   * Starts the instance, or joins it where it runs already.
   *
   * @throws dev.upheld.kernel.ProblemException with a {@link StoreProblem} when it cannot
   */
  public static EmbeddedPostgres start(Options options) {
    Tenancy tenancy = Starter.start(options);
    return new EmbeddedPostgres(options, tenancy, tenancy.instance().password());
  }

  /** The port on 127.0.0.1; it stays the same between starts where it can. */
  public int port() {
    return tenancy.port();
  }

  /** The name of the superuser. */
  public String user() {
    return Cluster.SUPERUSER;
  }

  /** The superuser's password. */
  public Secret<String> password() {
    return password;
  }

  /** Where the data lies. */
  public Path dataDirectory() {
    return tenancy.instance().data();
  }

  /** The certificate to trust, in PEM; empty when the server speaks unencrypted. */
  public Optional<Path> certificate() {
    return Optional.of(tenancy.instance().certificate()).filter(c -> options.server().tls());
  }

  /** Whether this call started the server, rather than joining or taking over a running one. */
  public boolean startedHere() {
    return tenancy.startedHere();
  }

  /** The JDBC address of a database, without user and password. */
  public String jdbcUrl(String database) {
    return tenancy.url(database);
  }

  /** A new superuser connection, for administration only; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    return Admin.connect(jdbcUrl(database), password);
  }

  /** Creates the database, owned by the superuser, unless it exists. */
  public void createDatabaseIfMissing(String name) {
    Admin.createDatabase(jdbcUrl("postgres"), password, name);
  }

  /** Gives the server back; the last user of all processes stops it. Repeating it does nothing. */
  @Override
  public void close() {
    tenancy.close();
  }
}
