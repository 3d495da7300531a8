package dev.upheld.connect.act;

import dev.upheld.connect.Description;
import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An open line to one system over which single rows are made up and taken away again, for drills.
 * One connection, used by one thread. Every method throws {@link
 * dev.upheld.kernel.ProblemException} with a {@link dev.upheld.connect.ConnectProblem}; a row that
 * the system refuses leaves the transaction as it was.
 */
public interface Planter extends AutoCloseable {

  /** The live catalogue; read once and kept. */
  Description describe();

  /** Foreign keys and triggers; read once and kept. */
  Structure structure();

  /** What a table wants of a new row. */
  NewRow wants(TableName table);

  /** Does the work in one transaction, committed at its end and rolled back when it throws. */
  <T> T inOne(Supplier<T> work);

  /** Does the work in one transaction that is rolled back: nothing stays. */
  <T> T inVain(Supplier<T> work);

  /**
   * Makes a row.
   *
   * @param values by column, as text; what is not named is left to the database
   * @return the row as the database wrote it, as text, without columns of bytes; nulls are left out
   */
  Map<String, String> plant(TableName table, Map<String, String> values);

  /** These columns of a row that is there, none of them null; empty where there is none. */
  Optional<Map<String, String>> any(TableName table, List<String> columns);

  /** How many rows have all these values; of columns that are text, numbers or UUIDs. */
  long count(TableName table, Map<String, String> values);

  /**
   * Takes rows away that have all these values, of columns as for {@link #count}.
   *
   * @return how many went
   */
  long remove(TableName table, Map<String, String> values);

  @Override
  void close();
}
