package dev.upheld.connect.mariadb;

import dev.upheld.connect.Connector;
import dev.upheld.connect.contract.Lab;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import java.time.Instant;
import java.util.Optional;

/** One database on the shared MariaDB. */
abstract class MariaDbLab implements Lab {
  static final Instant TODAY = Instant.parse("2026-06-15T10:00:00Z");

  private final TestDatabase database = Databases.mariadb().freshDatabase();

  @Override
  public TestDatabase database() {
    return database;
  }

  @Override
  public Connector connector() {
    return new MariaDbConnector(() -> TODAY);
  }

  @Override
  public Words words() {
    return new Words(Optional.empty(), "timestamp(6)", "datetime(6)", "varbinary(2000)", "json");
  }
}
