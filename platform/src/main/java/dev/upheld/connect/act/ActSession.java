package dev.upheld.connect.act;

import dev.upheld.connect.Description;
import dev.upheld.connect.Due;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.TableName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An open line to one system over which rows are gathered and changed. One connection, used by one
 * thread, except {@link #cancel}.
 *
 * <p>All but {@link #describe}, {@link #structure} and {@link #remembered} is called within {@link
 * #inOne} or {@link #inVain}. Every method throws {@link dev.upheld.kernel.ProblemException} with a
 * {@link dev.upheld.connect.ConnectProblem}; messages never carry data.
 */
public interface ActSession extends AutoCloseable {

  /** The live catalogue; read once and kept. */
  Description describe();

  /** Foreign keys and triggers; read once and kept. */
  Structure structure();

  /**
   * Whether this account sees every row of the tables, as of the running transaction. What it does
   * not see it can neither spare nor count, and the database's own cascades reach it all the same.
   */
  Sight sight(Set<TableName> tables);

  /** Whether the system can remember acts: its table for that is there and may be written. */
  boolean remembers();

  /** The script that makes the table in which the system remembers acts. */
  String rememberingScript();

  /** What the system remembers of an act; empty when it was not done. */
  Optional<Remembered> remembered(String act);

  /**
   * What the system remembers under the name that begins so and ends with the highest number; empty
   * when there is none. The numbers are written without zeros before them.
   */
  Optional<Remembered> lastRemembered(String begin);

  /** Does the work in one transaction, committed at its end and rolled back when it throws. */
  <T> T inOne(Supplier<T> work);

  /**
   * The same for work that is not much more than {@link TimedRows#removeSome} of so many rows,
   * which a server may do faster.
   */
  <T> T removing(RowSet of, Keeping keeping, long atMost, Supplier<T> work);

  /** Does the work in one transaction that is rolled back: nothing stays. */
  <T> T inVain(Supplier<T> work);

  /** Writes into the running transaction that an act was done. */
  void remember(String act, String plan, String figures);

  /** Makes room for the rows of a set. */
  void open(RowSet set);

  /** Whether one key of the set is that of several rows of its table. */
  boolean namesSeveral(RowSet set);

  /**
   * Whether nothing has been gathered into a set since it was opened; nothing is asked for that.
   */
  boolean isEmpty(RowSet set);

  /**
   * Adds rows that match any of these, on level 0.
   *
   * @return rows added
   */
  long find(RowSet set, List<Match> any);

  /**
   * Adds rows that point at rows of another set, or of the same.
   *
   * @param key columns of {@code from}'s table that are pointed at
   * @param columns columns of {@code into}'s table that point
   * @param level only rows of {@code from} on this level are looked at; added ones are on the next
   * @return rows added
   */
  long follow(RowSet from, List<String> key, RowSet into, List<String> columns, int level);

  /**
   * Adds free rows of one set to another of the same table: those whose column was this and is not
   * yet what it is to become.
   *
   * @return rows added
   */
  long choose(RowSet from, RowSet into, String column, Was was);

  /** The different values that rows of the set have in a column; at most so many, as text. */
  List<String> values(RowSet set, String column, int atMost);

  /** Keeps others from changing the rows, and from pointing at them, until the transaction ends. */
  void lock(RowSet set);

  /** Rows past their time, with which retention begins. */
  TimedRows timed();

  /** Whole partitions past their time. */
  Partitions partitions();

  /** Gives rows of one fate that are not past their time another. */
  Held hold(RowSet set, Due past, Turn turn, Instant now, ZoneId zone);

  /**
   * Gives free rows that remaining rows point at this fate.
   *
   * @return rows held
   */
  long holdPointedAt(RowSet set, List<String> key, Pointing by, int fate);

  /**
   * Gives free rows of the set this fate that are in another set of the same table as well.
   *
   * @param free whether those are meant that are free there too, or those that are held there
   * @return rows held
   */
  long holdSame(RowSet set, RowSet other, boolean free, int fate);

  /**
   * Gives free rows of level 0 this fate that name an owner, and none that was gathered.
   *
   * @return rows held
   */
  long holdOwnedByOthers(RowSet set, List<Owner> owners, int fate);

  /** Gives every row of the set with one fate another. */
  void turn(RowSet set, int from, int to);

  /** How many rows there are of each fate. */
  Map<Integer, Long> fates(RowSet set);

  /** How many rows of each fate come after this mark. */
  Map<Integer, Long> fates(RowSet set, String after);

  /**
   * Puts rows of one set into another of the same table, in place of what was in it; the first
   * keeps them. A mark says nothing of a row, is the same in every session, and gives rows an order
   * that does not change when other rows come and go.
   *
   * @return rows taken
   */
  long take(RowSet from, RowSet into, Slice slice);

  /** The last mark in a set that has rows. */
  String last(RowSet set);

  /** Free rows of the set that are in the slice went: their fate is {@link RowSet#GONE}. */
  void gone(RowSet set, RowSet slice);

  /** The highest level of a free row; -1 when there is none. */
  int depth(RowSet set);

  /**
   * How many rows point at free rows of the set.
   *
   * @param heldFrom of gathered rows that point, only those with this fate or a higher one count
   */
  long pointing(Pointing by, RowSet at, List<String> key, int heldFrom);

  /**
   * How many rows of the table belong to gathered ones; each is counted once.
   *
   * @param key columns that name a row of the table
   * @param except owners of this fate are not meant
   */
  long owned(TableName table, List<String> key, List<Belonging> by, int except);

  /** How many rows of that fate are still in the table. */
  long left(RowSet set, int fate);

  /**
   * How many rows of the table match any of these.
   *
   * @param heldFrom rows of the set with this fate or a higher one do not count
   */
  long matching(RowSet set, List<Match> any, int heldFrom);

  /**
   * How many rows of a table contain any of these words, by column, letters' size aside. One pass
   * over the whole table.
   *
   * @param words personal data: they travel as parameters
   * @return only columns with such rows
   */
  Map<String, Long> containing(TableName table, List<String> words);

  /**
   * Does it.
   *
   * @return rows changed or gone
   */
  long act(Act act);

  /** Rules of these tables that the database holds every row to. */
  List<Check> checks(Set<TableName> tables);

  /**
   * Of the rows that were to be copied, how many are not there, or are there under their key with
   * other values; to be asked after they were copied.
   */
  long unlike(Act.Copy copy);

  /**
   * How many rows would be as a rule forbids after a change, or after others let go; 0 where it
   * cannot be told beforehand. Nothing is changed.
   *
   * @param act one that changes columns
   */
  long forbidden(Act act, Check check);

  /** The text that {@link #act} sends, with a question mark for each value. */
  String text(Act act);

  /**
   * Reads the rows of a set, in the order of their key, without keeping them.
   *
   * @param columns each as text; a null is an empty {@link Optional}
   */
  void read(RowSet set, List<String> columns, Rows sink);

  /**
   * Reads columns of every row of a table, in no order, without keeping them; 0 stands for the fate
   * of each.
   */
  void scan(TableName table, List<String> columns, Rows sink);

  /** Gets one row after the other. */
  interface Rows {
    /**
     * @param fate of the row
     * @param values one for each column asked for
     */
    void row(int fate, List<Optional<String>> values);
  }

  /**
   * Ends what is open and forgets all sets, so that the line serves for other work. What is known
   * of the catalogue stays.
   *
   * @return whether it serves; where not, it is to be closed
   */
  boolean renew();

  /** From any thread: stops the statement that runs now. */
  void cancel();

  @Override
  void close();
}
