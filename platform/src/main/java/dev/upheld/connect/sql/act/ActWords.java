package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description;
import dev.upheld.connect.act.Check;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.Rewrite;
import dev.upheld.connect.act.Structure;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.Totals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one kind of server writes what gathers and changes rows. Names are quoted; values stand as
 * question marks.
 */
public interface ActWords {

  /** The table in which a system remembers acts. */
  String MEMORY = "upheld_act";

  /** What a transaction locks of what it reads in order to change it. */
  enum Locks {
    /** The rows it changes. */
    ROWS,
    /** Also every row it reads, and the gaps between them in an index. */
    READ
  }

  /** Begins a transaction that may write; each change is of what others committed meanwhile. */
  void begin(Connection connection, Locks locks) throws SQLException;

  /**
   * What to lock where a transaction is not much more than this statement of {@link #deleteSome},
   * whose condition is of one column. Asked outside a transaction.
   */
  default Locks locks(Connection connection, String delete) {
    return Locks.ROWS;
  }

  /** Foreign keys and triggers of the database, in a number of statements that does not grow. */
  Structure structure(Connection connection) throws SQLException;

  /** Rules of these tables that the server holds every row to; asked within a transaction. */
  List<Check> checks(Connection connection, Set<TableName> tables) throws SQLException;

  /**
   * What gives one text that is another as soon as a table, a key or a trigger changed; empty where
   * the server has nothing so cheap.
   */
  default Optional<String> mark() {
    return Optional.empty();
  }

  /** A name of the catalogue, quoted. */
  String name(String name);

  /** A table of the catalogue. */
  String relation(TableName table);

  /** The table of a set. */
  String rows(int number);

  /** Makes the table of a set from a select that has its columns and no rows. */
  List<String> open(String rows, List<String> keys, String select);

  /** Removes the table of a set, where it is there; the transaction goes on. */
  String drop(String rows);

  /** A text that says nothing of the key with these fields, and is another for another key. */
  default String keyMark(List<String> fields) {
    List<String> each = fields.stream().map(f -> "md5(" + text(f) + ")").toList();
    return each.size() == 1 ? each.getFirst() : "md5(concat(" + String.join(", ", each) + "))";
  }

  /** What to send before rows are added where there are some; empty where nothing is needed. */
  Optional<String> more(String rows, List<String> keys);

  /**
   * Adds the rows of the select that are not there.
   *
   * @param first whether none is there yet, and the select has none twice
   */
  String add(String rows, String columns, String select, boolean first);

  /** Written before a select whose rows bring keys that the table would make itself. */
  default String givenKeys() {
    return "";
  }

  /** Whether the count of {@link #add} is that of the rows added. */
  boolean countsAdded();

  /** What to send when a set has grown, so that the server knows its size; empty where it does. */
  Optional<String> grown(String rows);

  /** Changes the target's rows that find partners. */
  String update(String target, String alias, String set, List<Joined> joined, String where);

  /** Removes the target's rows that find partners. */
  String delete(String target, String alias, List<Joined> joined, String where);

  /** By what name {@link #deleteSome} knows its table. */
  String calledAlone(TableName table);

  /**
   * Removes rows of a table for which the condition holds as they go, so many at most.
   *
   * @param condition of the table by the name {@link #calledAlone} gives it
   */
  String deleteSome(String target, String condition, long atMost);

  /**
   * Whether {@link #deleteSome} leaves no such row where fewer went than might; else it may not
   * reach all, as rows of other tables that inherit.
   */
  boolean deletesWhole();

  /** A column on the left of an assignment. */
  String assigned(String alias, String column);

  /** The value as text, compared by its characters and nothing else. */
  String text(String field);

  /** Whether the column has one of the values; exact in every character unless folded. */
  Bound among(String field, Description.Column column, Match match);

  /** Whether the column contains one of the words, letters' size aside. */
  Bound containing(String field, Description.Column column, List<String> words);

  /** What the column becomes. */
  Bound rewritten(String field, Description.Column column, Rewrite rewrite);

  /**
   * Adds the rows of a grouped select to a table, and onto the rows that are there for their group.
   *
   * @param columns of the table, those that make a group first
   * @param group how many of them make a group
   * @param select gives a value for each, in that order
   */
  String addUp(String into, List<String> columns, int group, String select);

  /** The first day of the day, month or year of a time. */
  String firstDay(Totals.Grain grain, String field);

  /** Locks the rows of alias {@code t} that a select returns. */
  String locked(String select);

  /** What is about whole partitions. */
  PartWords parts();

  /** Where the memory of acts lies. */
  TableName memory();

  /** Makes the memory of acts. */
  String memoryScript();

  /** The present instant as a column that holds times takes it. */
  String instant();

  /** The present instant as a column of the memory takes it. */
  String now();
}
