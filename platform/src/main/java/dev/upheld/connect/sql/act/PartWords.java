package dev.upheld.connect.sql.act;

import dev.upheld.connect.act.Partitions.Partition;
import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How one kind of server writes what is about whole partitions. */
public interface PartWords {

  /**
   * Partitions in which no row of alias {@code t} can be that meets the condition, as the server
   * itself proves by their bounds. Never one that takes whatever no other takes.
   */
  List<Partition> without(Connection connection, TableName table, String condition)
      throws SQLException;

  /** What the account lacks to remove partitions of a table; empty where it lacks nothing. */
  Optional<String> needs(Connection connection, TableName table, List<Partition> partitions)
      throws SQLException;

  /** Asks whether the table has a partition of that name: one row where it has. */
  Bound isThere(TableName table, String partition);

  /** Whether removing one is part of a transaction. */
  boolean atOnce();

  /** What stands in FROM for its rows, as {@code t}. */
  String from(Partition partition);

  /** Locks it; tables read besides may be read by others. */
  List<String> lock(Partition partition, Collection<TableName> beside);

  /** Ends what {@link #lock} began; empty where the transaction's end does. */
  Optional<String> unlock();

  /** Removes it. */
  List<String> drop(Partition partition, boolean pointed);
}
