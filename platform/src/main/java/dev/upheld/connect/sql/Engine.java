package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Capability;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** How one kind of server is reached and asked about itself. Keeps no connection. */
public interface Engine {

  /** What can be asked. */
  Set<Capability> capabilities();

  /** A new connection that gives up after ten seconds, set up but not in a transaction. */
  Connection connect() throws SQLException;

  /**
   * Makes a connection what it was when it was new: what is open ends, what the session keeps for
   * itself is gone.
   */
  void renew(Connection connection) throws SQLException;

  /**
   * Begins a transaction that only reads and sees one state of the data, bounded by the statement
   * timeout, whatever the settings of account or server.
   */
  void begin(Connection connection) throws SQLException;

  /** Reads the live catalogue in a number of statements that does not grow with it. */
  Catalogue catalogue(Connection connection) throws SQLException;

  /** What the server writes; may depend on its version. */
  Dialect dialect(Catalogue catalogue);

  /**
   * Whether this account sees every row of the tables, as of this transaction. To be called after
   * they were read, while the transaction still keeps them from being changed.
   */
  Sight sight(Connection connection, Set<TableName> tables) throws SQLException;

  /** A text that looks one thing up in the catalogue. */
  String pingText();

  /** The text that asks about the line. */
  String transportText();

  /** Tells about the line that asks, and tries one in clear where that needs no secret. */
  Answer.TransportFacts transport(Runs runs) throws SQLException;

  /**
   * What the account lacks and has too much.
   *
   * @param needs columns to be read, by the name the data map gives the table
   */
  Checkup checkup(
      Connection connection, Catalogue catalogue, SortedMap<TableName, SortedSet<String>> needs)
      throws SQLException;

  /** What an error of this server's driver means. */
  Fault kind(SQLException error);
}
