package dev.upheld.connect.mariadb;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Planter;
import dev.upheld.connect.sql.Faults;
import dev.upheld.connect.sql.TlsChoice;
import dev.upheld.connect.sql.act.Catalogues;
import dev.upheld.connect.sql.act.SqlActSession;
import dev.upheld.connect.sql.act.SqlPlanter;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import java.time.InstantSource;

/**
 * Changes rows in MariaDB 10.6 and newer. Not in MySQL, which cannot name a temporary table twice
 * in one statement.
 */
public final class MariaDbActConnector implements ActConnector {
  private final InstantSource clock;
  private final Catalogues catalogues = new Catalogues();

  /** With the time of this machine. */
  public MariaDbActConnector() {
    this(InstantSource.system());
  }

  /**
   * @param clock asked once for each session, for conditions on time
   */
  public MariaDbActConnector(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Flavour.MARIADB.kind();
  }

  @Override
  public ActSession act(SystemEntry system, Endpoint endpoint) {
    Faults faults = new Faults(system.id(), endpoint.statementTimeout());
    MariaDbActs words = new MariaDbActs(endpoint, Flavour.MARIADB, system.schemas());
    return SqlActSession.open(faults, engine(system, endpoint), words, catalogues, clock.instant());
  }

  @Override
  public Planter planter(SystemEntry system, Endpoint endpoint) {
    Faults faults = new Faults(system.id(), endpoint.statementTimeout());
    MariaDbActs words = new MariaDbActs(endpoint, Flavour.MARIADB, system.schemas());
    return new SqlPlanter(
        faults, engine(system, endpoint), words, catalogues, new MariaDbPlanting());
  }

  private static MariaDbEngine engine(SystemEntry system, Endpoint endpoint) {
    TlsChoice tls = TlsChoice.of(system.id(), endpoint);
    return new MariaDbEngine(system.id(), endpoint, tls, Flavour.MARIADB, system.schemas());
  }
}
