package dev.upheld.connect;

import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.TableName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something to ask a system, free of policy and dialect.
 *
 * @param <A> the answer it gets
 */
public sealed interface Question<A extends Answer> {

  /**
   * How many rows are past their time?
   *
   * @param due what makes a row past
   * @param only the rows meant; empty means all
   * @param exempt a row for which any of these is true is not counted as past
   * @param now the instant of the question: clocks beyond it are counted as future
   * @param zone how timestamps without a zone are read
   */
  record CountDue(
      TableName table,
      Due due,
      Optional<Condition> only,
      List<Condition> exempt,
      Instant now,
      ZoneId zone)
      implements Question<Answer.DueCount> {
    public CountDue {
      exempt = List.copyOf(exempt);
    }
  }

  /**
   * How many rows will be past their time by when? Counted in one pass, by the same tests as {@link
   * CountDue}, so that both cannot disagree.
   *
   * @param at the question as it is asked now
   * @param steps the same test with the limits of other instants, in any order; at most {@link
   *     #MOST_STEPS}
   * @param held of the rows just those that one of these keeps; empty for all rows
   */
  record CountDueOver(CountDue at, List<Due> steps, List<HeldBy> held)
      implements Question<Answer.DueOver> {
    /** More would make statements that some systems do not take. */
    public static final int MOST_STEPS = 64;

    public CountDueOver {
      steps = List.copyOf(steps);
      held = List.copyOf(held);
      if (steps.isEmpty() || steps.size() > MOST_STEPS) {
        throw new IllegalArgumentException("from 1 to " + MOST_STEPS + " steps");
      }
    }

    /** Of all rows. */
    public CountDueOver(CountDue at, List<Due> steps) {
      this(at, steps, List.of());
    }
  }

  /**
   * In which hours or days that must have entries are there none? Only what keeps entries by time
   * and knows how often they come can answer.
   *
   * @param from nothing before is asked about
   * @param now the instant of the question
   */
  record CountGaps(TableName table, Instant from, Instant now)
      implements Question<Answer.GapCount> {}

  /**
   * How many values fail the exact test? All rows are covered: the coarse pattern runs in the
   * system, the exact test here, on what is left.
   *
   * @param columns searched in one pass over the table; text, numbers, bytes, JSON, arrays alike
   * @param only the rows meant; empty means all
   * @param hit true for a value that counts; must not keep the value
   */
  record FindValues(
      TableName table,
      List<String> columns,
      Coarse coarse,
      Optional<Condition> only,
      Predicate<Value> hit)
      implements Question<Answer.ValueCount> {
    public FindValues {
      columns = List.copyOf(columns);
    }
  }

  /**
   * How many rows are there for each value of a column reached through joins? For columns with few
   * values (countries, states).
   *
   * @param path from the table to where the column lies; empty when it lies in the table
   * @param column at the end of the path
   * @param only the rows of the table meant; empty means all
   */
  record Tally(TableName table, List<Join> path, String column, Optional<Condition> only)
      implements Question<Answer.TallyCount> {
    public Tally {
      path = List.copyOf(path);
    }
  }

  /**
   * How many rows meet a condition?
   *
   * @param only the rows meant; empty means all
   */
  record CountWhere(TableName table, Optional<Condition> only, Condition condition)
      implements Question<Answer.RowCount> {}

  /** How many distinct values do two columns of the same system share, compared as text? */
  record SharedValues(TableName left, String leftColumn, TableName right, String rightColumn)
      implements Question<Answer.SharedCount> {}

  /**
   * The distinct values of a column as hashes in ascending order, to find out what two systems
   * share without moving a value.
   *
   * @param folded whether the text is taken in small letters and without blanks around it, as
   *     people write mail addresses; systems differ in the small letters of rare alphabets
   * @param sink gets the lower-case hexadecimal MD5 of the UTF-8 text of each distinct non-null
   *     value, in ascending byte order; returns false to stop. MD5 because every system has it; it
   *     is used to compare, not to protect.
   */
  record Fingerprint(TableName table, String column, boolean folded, Predicate<String> sink)
      implements Question<Answer.RowCount> {
    /** Of the texts as they are. */
    public Fingerprint(TableName table, String column, Predicate<String> sink) {
      this(table, column, false, sink);
    }

    /** In small letters, without blanks around. */
    public static Fingerprint folded(TableName table, String column, Predicate<String> sink) {
      return new Fingerprint(table, column, true, sink);
    }
  }

  /**
   * Every value of some columns, read in constant memory for a test that keeps nothing.
   *
   * @param columns text, JSON, bytes, arrays, numbers alike; at least one
   * @param clock when a row was written, told with it; empty where nobody asks
   * @param sink gets each row, one thread at a time
   */
  record Sift(TableName table, List<String> columns, Optional<Clock> clock, SiftSink sink)
      implements Question<Answer.RowCount> {
    public Sift {
      columns = List.copyOf(columns);
    }
  }

  /** Which accounts of the server may read rows of a table, and how? */
  record Readers(TableName table) implements Question<Answer.ReaderFacts> {}

  /** Is this connection encrypted, and would the system accept one in clear? */
  record Transport() implements Question<Answer.TransportFacts> {}

  /**
   * A few values of a column, for classification only. Values too large to be read do not count
   * against the limit; where fewer than the limit came, the answer says whether there are such.
   *
   * @param limit at most so many non-null values
   * @param sink gets each value, long ones only their beginning; must not keep it
   */
  record Sample(TableName table, String column, int limit, Consumer<Value> sink)
      implements Question<Answer.RowsSampled> {}

  /**
   * Some rows of a table, spread over it, several columns at once; for classification only.
   *
   * @param columns what is wanted of each row; at least one
   * @param looked at most so many rows are looked at, however large the table is
   * @param rows at most so many come; where fewer than are looked at, those with no value in any of
   *     the columns are passed over
   * @param sink gets a column and a value of it that is not null, long ones only their beginning
   */
  record SampleRows(TableName table, List<String> columns, int looked, int rows, RowSink sink)
      implements Question<Answer.RowsSampled> {
    public SampleRows {
      columns = List.copyOf(columns);
    }
  }
}
