package dev.upheld.connect.sql;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import org.jooq.Field;

/**
 * A column found in the catalogue, and how to write it in a statement.
 *
 * @param system id of the system, for messages
 * @param table the table it belongs to
 * @param column as described
 * @param base the server's own word for the type below domains: {@code citext}, {@code int
 *     unsigned}
 * @param field the column as written, with the alias of its table
 */
public record Col(
    String system, TableName table, Description.Column column, String base, Field<Object> field) {

  /** Its family of types. */
  public Description.Type type() {
    return column.type();
  }

  /**
   * The question does not fit this column.
   *
   * @param wanted what the column would have to hold, as in "holds no time"
   * @param mend what to do, imperative
   */
  public ProblemException unfit(String wanted, String mend) {
    String what =
        "Column " + table + "." + column.name() + " of system " + system + " " + wanted + ".";
    return new ProblemException(Problem.of(ConnectProblem.UNFIT, what, mend));
  }
}
