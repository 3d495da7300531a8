package dev.upheld.connect.sql;

import dev.upheld.connect.Coarse;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;

/**
 * A search for values in one table, ready to be written down.
 *
 * @param from the table under its alias
 * @param columns searched; at least one
 * @param only the rows meant
 */
public record ValueScan(Table<?> from, List<Col> columns, Coarse coarse, Condition only) {
  public ValueScan {
    columns = List.copyOf(columns);
  }
}
