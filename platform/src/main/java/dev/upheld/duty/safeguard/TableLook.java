package dev.upheld.duty.safeguard;

import dev.upheld.connect.Coarse;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Question;
import dev.upheld.probe.PlanBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked about the columns of one live table that the data map binds to no data word: a few
 * values of each, to see what they are; and of all rows, in one pass, whether a single value proves
 * that there is personal data.
 *
 * <p>Views are not searched: they show what tables hold. What a person called technical is not
 * judged by its name again.
 */
record TableLook(String system, String where, Table table, PlanBuilder plan) {

  /** The shortest mail address there can be. */
  private static final int SHORTEST = 6;

  /**
   * @param columns all that are looked at, with what the data map says of each
   */
  void at(Map<String, Said> columns) {
    Map<String, Said> searched = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      Optional.ofNullable(columns.get(column.name())).ifPresent(said -> at(column, said, searched));
    }
    if (!searched.isEmpty()) {
      plan.ask(
          system,
          where,
          new Question.FindValues(
              table.name(),
              List.copyOf(searched.keySet()),
              Coarse.IDENTIFYING,
              Optional.empty(),
              new MarkSearch(searched)));
    }
  }

  private void at(Column column, Said said, Map<String, Said> searched) {
    if (said == Said.NOTHING) {
      unknown(column);
    }
    if (table.kind() == TableKind.VIEW) {
      return;
    }
    if (column.readable() && mayHoldMarks(column)) {
      searched.put(column.name(), said);
    }
    if (said == Said.NOTHING || !ContentSample.isWorthwhile(column)) {
      return;
    }
    if (column.readable()) {
      plan.ask(system, where, new ContentSample(system, table, column, said).question());
    } else {
      plan.gap(
          where,
          "The column "
              + column.name()
              + " "
              + said.words()
              + ", and the account may not read it. Grant SELECT on it; see doctor.");
    }
  }

  private void unknown(Column column) {
    if (ColumnSample.isWorthwhile(column)) {
      plan.ask(system, where, new ColumnSample(system, table, column).question());
    } else {
      UnknownColumn.unseen(table, column).addTo(plan, new Spot(system, where, table));
    }
  }

  /** Whether it is worth a search of every row; numbers are only sampled. */
  private static boolean mayHoldMarks(Column column) {
    return switch (column.type()) {
      case TEXT, JSON, ARRAY, OTHER, BYTES ->
          column.length().filter(length -> length < SHORTEST).isEmpty();
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, UUID -> false;
    };
  }
}
