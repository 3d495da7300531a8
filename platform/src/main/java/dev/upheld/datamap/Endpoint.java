package dev.upheld.datamap;

import dev.upheld.kernel.Secret;
import java.time.Duration;
import java.util.Map;

/**
 * How to reach a system, references already resolved.
 *
 * @param kind of connector: {@code postgres}, {@code mariadb}
 * @param host name or address
 * @param database the database to open
 * @param options connector-specific, validated by the connector: {@code tls}, {@code tls-root}
 * @param statementTimeout the longest any one statement may run
 */
public record Endpoint(
    String kind,
    String host,
    int port,
    String database,
    String user,
    Secret<String> password,
    Map<String, String> options,
    Duration statementTimeout) {
  public Endpoint {
    options = Map.copyOf(options);
  }

  /** The same, where no statement runs longer than this. */
  public Endpoint hurried(Duration longest) {
    Duration timeout = statementTimeout.compareTo(longest) < 0 ? statementTimeout : longest;
    return new Endpoint(kind, host, port, database, user, password, options, timeout);
  }

  /** The same place by another account. */
  public Endpoint as(String account, Secret<String> itsPassword) {
    return new Endpoint(
        kind, host, port, database, account, itsPassword, options, statementTimeout);
  }
}
