package dev.upheld.connect.postgres;

import dev.upheld.connect.Capability;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Session;
import dev.upheld.connect.act.ActConnector;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Planter;
import dev.upheld.connect.sql.Faults;
import dev.upheld.connect.sql.SqlSession;
import dev.upheld.connect.sql.TlsChoice;
import dev.upheld.connect.sql.act.Catalogues;
import dev.upheld.connect.sql.act.SqlActSession;
import dev.upheld.connect.sql.act.SqlPlanter;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import java.time.InstantSource;
import java.util.Set;

/** PostgreSQL 12 and newer. Options: {@code tls} (require, verify-full, off), {@code tls-root}. */
public final class PostgresConnector implements Connector, ActConnector {
  private final InstantSource clock;
  private final Catalogues catalogues = new Catalogues();

  /** With the time of this machine. */
  public PostgresConnector() {
    this(InstantSource.system());
  }

  /**
   * @param clock asked once for each session, for conditions on time in questions that have no
   *     instant of their own
   */
  public PostgresConnector(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "postgres";
  }

  @Override
  public Set<Capability> capabilities() {
    return Capability.ofTables();
  }

  @Override
  public Session open(SystemEntry system, Endpoint endpoint) {
    TlsChoice tls = TlsChoice.of(system.id(), endpoint);
    PostgresEngine engine = new PostgresEngine(system.id(), endpoint, tls);
    return SqlSession.open(system, endpoint, engine, clock.instant());
  }

  @Override
  public ActSession act(SystemEntry system, Endpoint endpoint) {
    Faults faults = new Faults(system.id(), endpoint.statementTimeout());
    return SqlActSession.open(
        faults, engine(system, endpoint), new PostgresActs(endpoint), catalogues, clock.instant());
  }

  @Override
  public Planter planter(SystemEntry system, Endpoint endpoint) {
    Faults faults = new Faults(system.id(), endpoint.statementTimeout());
    PostgresActs words = new PostgresActs(endpoint);
    return new SqlPlanter(
        faults, engine(system, endpoint), words, catalogues, new PostgresPlanting(words));
  }

  private static PostgresEngine engine(SystemEntry system, Endpoint endpoint) {
    return new PostgresEngine(system.id(), endpoint, TlsChoice.of(system.id(), endpoint));
  }
}
