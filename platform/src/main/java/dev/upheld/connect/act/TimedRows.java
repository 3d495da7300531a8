package dev.upheld.connect.act;

import dev.upheld.connect.Spans;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Rows of one table that are past their time: listed once for a session, then taken into a set
 * piece by piece. A session has one such list; it outlives transactions. All is called within
 * {@link ActSession#inOne} or {@link ActSession#inVain}.
 */
public interface TimedRows {

  /**
   * A piece of the list.
   *
   * @param after the number of the row before its first
   * @param upTo the number of its last row
   */
  record Piece(long after, long upTo) {}

  /**
   * Gathered rows that point at others.
   *
   * @param columns that point, in the order of the key they point at
   */
  record Pointers(RowSet rows, List<String> columns) {
    public Pointers {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Makes the list, in the order of the rows' keys and numbered from 1. The transaction must be one
   * that stays.
   *
   * @param of the set the rows will be taken into; its own condition is not asked again
   * @return how many there are
   */
  long list(RowSet of, Keeping keeping);

  /**
   * Opens the set anew and takes a piece into it, without what is kept back. Whether the rows are
   * still past their time is not asked.
   *
   * @return rows taken
   */
  long take(RowSet into, Piece piece);

  /**
   * Rows that went without a list.
   *
   * @param more whether some may be left that the list would have
   */
  record Removed(long rows, boolean more) {}

  /**
   * Removes some rows past their time without a list. For rows with which nothing goes and that
   * nothing can hold.
   *
   * @return rows gone, 0 also where this way cannot reach them; empty where there is no such way
   */
  Optional<Removed> removeSome(RowSet of, Keeping keeping, long atMost);

  /**
   * Removes the rows of a piece that are still past their time, in one statement. For rows with
   * which nothing goes and that nothing can hold.
   *
   * @return rows gone; empty where other tables tell the time of a row, and nothing was done
   */
  OptionalLong remove(RowSet of, Piece piece, Keeping keeping);

  /**
   * Keeps back the rows of a piece that something holds: they are not taken again.
   *
   * @param from the lowest fate that holds
   * @return rows by fate
   */
  Map<Integer, Long> keepBack(RowSet set, Piece piece, int from);

  /**
   * Gives free rows this fate that the promise speaks of and whose time is not surely over.
   *
   * @return rows held
   */
  long hold(RowSet set, Keeping keeping, int fate);

  /**
   * Gives free rows this fate that match one of these.
   *
   * @return rows held
   */
  long hold(RowSet set, Collection<Match> any, int fate);

  /**
   * Gives free rows this fate that have one of these keys.
   *
   * @param keys each with a value, as text, for every column of the set's key
   * @return rows held
   */
  long holdKeys(RowSet set, List<List<String>> keys, int fate);

  /**
   * Gives free rows this fate that lie within.
   *
   * @return rows held
   */
  long hold(RowSet set, Spans spans, int fate);

  /** How many rows of the set lie within, of those whose fate is lower than this. */
  long count(RowSet set, Spans spans, int below);

  /** How many rows of the set's table lie within; what was gathered has no bearing on it. */
  long count(RowSet of, Spans spans);

  /**
   * Gives free rows the fate of a row that points at them and is held.
   *
   * @param key columns of the owners' table that are pointed at
   * @param by the rows that point
   * @param from the lowest fate that holds
   * @return rows held
   */
  long holdOwners(RowSet owners, List<String> key, Pointers by, int from);

  /** Removes what was gathered in these sets, so that they can be opened again. */
  void forget(Collection<RowSet> sets);
}
