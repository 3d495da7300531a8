package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.act.ActSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many rows of a result are fetched at once: as many as take little room, judged by those that
 * came. A fixed number of rows is slow where it is small, and more than the heap holds where each
 * row has a document.
 */
final class Pieces {
  /** Before anything is known of the rows. */
  static final int FIRST = 4;

  /** Of rows whose columns all have a length. */
  private static final int MOST = 1_000;

  /** Of rows that may be of any length: the next may be larger than all before. */
  private static final int MOST_OPEN = 50;

  private static final int SHORT = 10_000;
  private static final long ROOM = 4L << 20;

  private final ResultSet result;
  private final int most;
  private int piece = FIRST;
  private int came;
  private long largest;

  /**
   * Reads a result to its end: the fate of each row, then its columns.
   *
   * @param columns that are read
   */
  static boolean read(ResultSet result, List<Column> columns, ActSession.Rows sink)
      throws SQLException {
    Pieces pieces = new Pieces(result, columns);
    while (result.next()) {
      List<Optional<String>> values = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        values.add(Optional.ofNullable(result.getString(i + 2)));
      }
      sink.row(result.getInt(1), values);
      pieces.row(values);
    }
    return true;
  }

  private Pieces(ResultSet result, List<Column> columns) {
    this.result = result;
    this.most = columns.stream().allMatch(Pieces::isShort) ? MOST : MOST_OPEN;
  }

  private static boolean isShort(Column column) {
    return switch (column.type()) {
      case TEXT, BYTES -> column.length().filter(n -> n <= SHORT).isPresent();
      case JSON, ARRAY, OTHER -> false;
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, UUID -> true;
    };
  }

  /** A row came. */
  private void row(List<Optional<String>> values) throws SQLException {
    long letters = 1;
    for (Optional<String> value : values) {
      letters += value.map(String::length).orElse(0);
    }
    largest = Math.max(largest, letters);
    came++;
    if (came >= piece || largest * piece > 2 * ROOM) {
      int next = (int) Math.clamp(ROOM / largest, 1, Math.min(most, 4L * piece));
      if (next != piece) {
        piece = next;
        result.setFetchSize(piece);
      }
      came = 0;
      largest /= 2;
    }
  }
}
