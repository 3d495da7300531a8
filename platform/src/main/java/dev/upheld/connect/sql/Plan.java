package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.datamap.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A question made ready for one server.
 *
 * @param texts every statement that may be sent, in order
 * @param tables every table read, by the catalogue's names
 * @param run asks and makes the answer
 */
record Plan<A extends Answer>(List<String> texts, Set<TableName> tables, Run<A> run) {
  Plan {
    texts = List.copyOf(texts);
    tables = Set.copyOf(tables);
  }

  /** Asks within the transaction it is given. */
  interface Run<A extends Answer> {
    A ask(Runs runs) throws SQLException;
  }
}
