package dev.upheld.connect.mariadb;

import java.time.InstantSource;

/**
 * MySQL 8 by the driver and dialect of MariaDB: best effort, since no test runs against it. A
 * statement that MySQL does not understand fails and proves nothing; it never proves wrongly.
 */
public final class MySqlConnector extends MariaDbConnector {

  /** With the time of this machine. */
  public MySqlConnector() {
    super(Flavour.MYSQL, InstantSource.system());
  }
}
