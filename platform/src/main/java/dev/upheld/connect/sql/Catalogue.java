package dev.upheld.connect.sql;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The live catalogue with what compiling needs beyond the description.
 *
 * @param system id of the system, for messages
 * @param description what callers see
 * @param physical the rest, by the name the description gives
 */
public record Catalogue(String system, Description description, Map<TableName, Physical> physical) {
  public Catalogue {
    physical = Map.copyOf(physical);
  }

  /**
   * @param bases the type of each column below domains, in the server's own word
   * @param unique sets of columns of which no two rows have the same values
   */
  public record Physical(Map<String, String> bases, Set<Set<String>> unique) {
    public Physical {
      bases = Map.copyOf(bases);
      unique = Set.copyOf(unique);
    }
  }

  /** The table, or a {@link ConnectProblem#GONE}. */
  public Description.Table table(TableName name) {
    return description
        .table(name)
        .orElseThrow(
            () ->
                gone(
                    "Table " + name + " of system " + system + " is not there.",
                    "Correct the table in the data map, or bring the table back."));
  }

  /** The column under the alias, or a {@link ConnectProblem#GONE}. */
  public Col column(Description.Table table, String alias, String column) {
    Description.Column found =
        table
            .column(column)
            .orElseThrow(
                () ->
                    gone(
                        "Column "
                            + table.name()
                            + "."
                            + column
                            + " of system "
                            + system
                            + " is not there.",
                        "Correct the column in the data map, or bring the column back."));
    String base = of(table).bases().getOrDefault(column, "");
    Field<Object> field = DSL.field(DSL.name(alias, column), Object.class);
    return new Col(system, table.name(), found, base, field);
  }

  /** Whether at most one row of the table has given values in these columns. */
  public boolean unique(Description.Table table, List<String> columns) {
    Set<String> asked = Set.copyOf(columns);
    return of(table).unique().stream().anyMatch(asked::containsAll);
  }

  private Physical of(Description.Table table) {
    return physical.getOrDefault(table.name(), new Physical(Map.of(), Set.of()));
  }

  private static ProblemException gone(String what, String mend) {
    return new ProblemException(Problem.of(ConnectProblem.GONE, what, mend));
  }
}
