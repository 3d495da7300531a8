package dev.upheld.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one database, as a user who may create tables there. */
@FunctionalInterface
public interface Source {

  /** A new connection; the caller closes it. */
  Connection open() throws SQLException;
}
