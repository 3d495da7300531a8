package dev.upheld.connect.mariadb;

import dev.upheld.connect.Capability;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Session;
import dev.upheld.connect.sql.SqlSession;
import dev.upheld.connect.sql.TlsChoice;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import java.time.InstantSource;
import java.util.Set;

/**
 * MariaDB 10.6 and newer. Options: {@code tls} (require, verify-full, off), {@code tls-root}. Of
 * other databases on the same server, those are read as well whose tables the data map names.
 */
public class MariaDbConnector implements Connector {
  private final Flavour flavour;
  private final InstantSource clock;

  /** With the time of this machine. */
  public MariaDbConnector() {
    this(InstantSource.system());
  }

  /**
   * @param clock asked once for each session, for conditions on time in questions that have no
   *     instant of their own
   */
  public MariaDbConnector(InstantSource clock) {
    this(Flavour.MARIADB, clock);
  }

  MariaDbConnector(Flavour flavour, InstantSource clock) {
    this.flavour = flavour;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return flavour.kind();
  }

  @Override
  public Set<Capability> capabilities() {
    return Capability.ofTables();
  }

  @Override
  public Session open(SystemEntry system, Endpoint endpoint) {
    TlsChoice tls = TlsChoice.of(system.id(), endpoint);
    MariaDbEngine engine = new MariaDbEngine(system.id(), endpoint, tls, flavour, system.schemas());
    return SqlSession.open(system, endpoint, engine, clock.instant());
  }
}
