package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.act.NewRow;
import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.SQLException;

/** How one kind of server tells what a new row needs. */
public interface PlantWords {

  /** Lets the owner's triggers find their own tables, as they do when applications write. */
  void begin(Connection connection) throws SQLException;

  /** What a table wants of a new row, from the live catalogue. */
  NewRow wants(Connection connection, TableName table) throws SQLException;

  /** A value that a column is given. */
  Bound value(Column column, String value);

  /** Names a row without any value of its own. */
  String nothingGiven();
}
