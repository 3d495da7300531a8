package dev.upheld.connect.postgres;

import dev.upheld.connect.Connector;
import dev.upheld.connect.contract.Lab;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import java.time.Instant;
import java.util.Optional;

/** One database on the shared PostgreSQL. */
abstract class PostgresLab implements Lab {
  static final Instant TODAY = Instant.parse("2026-06-15T10:00:00Z");

  private final TestDatabase database = Databases.postgres().freshDatabase();

  @Override
  public TestDatabase database() {
    return database;
  }

  @Override
  public Connector connector() {
    return new PostgresConnector(() -> TODAY);
  }

  @Override
  public Words words() {
    return new Words(Optional.of("public"), "timestamptz", "timestamp", "bytea", "jsonb");
  }
}
