package dev.upheld.connect.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Sends statements within one transaction and remembers which. */
public interface Runs {

  /** Reads a result from its first row on. */
  interface Reading<T> {
    T read(ResultSet result) throws SQLException;
  }

  /** Sends a statement whose result is small and fits in memory. */
  <T> T whole(String text, Reading<T> reading) throws SQLException;

  /**
   * The same with values for its question marks, in their order. They may be personal data, and
   * stand in no text.
   */
  <T> T whole(String text, List<Object> values, Reading<T> reading) throws SQLException;

  /** Sends a statement whose result is read in pieces of so many rows, in constant memory. */
  <T> T stream(String text, int piece, Reading<T> reading) throws SQLException;

  /** Tells how far the present statement has come. */
  void progress(long done);
}
