package dev.upheld.duty.safeguard;

import dev.upheld.connect.Coarse;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Condition;
import dev.upheld.probe.PlanBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked about a column of which parts are bound: some values, to judge the paths or keys
 * that the data map does not speak of, and to hold the others against it; and of all rows whether
 * anything beside what is bound to a data word proves that there is more.
 */
record PartLook(String system, String where, Table table, PlanBuilder plan) {

  /**
   * @param column as the data map spells it
   */
  void at(String column, KnownColumns.Parts parts) {
    Optional<Column> live = table.column(column);
    if (live.isEmpty()) {
      return; // told as gone
    }
    if (!live.get().readable()) {
      plan.gap(
          where,
          "Parts of the column "
              + column
              + " are bound, and the account may not read it. Grant SELECT on it; see doctor.");
      return;
    }
    Optional<String> keyColumn = parts.keyColumn();
    if (keyColumn.isEmpty()) {
      documents(live.get(), parts);
    } else if (table.column(keyColumn.get()).filter(Column::readable).isPresent()) {
      keys(column, keyColumn.get(), parts);
    } else if (table.column(keyColumn.get()).isPresent()) {
      plan.gap(
          where,
          "The column "
              + keyColumn.get()
              + " holds the keys of "
              + column
              + ", and the account may not read it. Grant SELECT on it; see doctor.");
    }
  }

  private void documents(Column column, KnownColumns.Parts parts) {
    plan.ask(system, where, new PathSample(system, table, column, parts).question());
    search(column.name(), Optional.empty(), new PartMarks(PathSample.paths(parts.bound())));
  }

  private void keys(String column, String keyColumn, KnownColumns.Parts parts) {
    Set<String> bound = new TreeSet<>(KeySample.keys(parts.bound()));
    plan.ask(system, where, new KeySample(system, table, keyColumn, column, parts).question());
    Optional<Condition> others =
        bound.isEmpty()
            ? Optional.empty()
            : Optional.of(new Condition.In(keyColumn, List.copyOf(bound), true));
    search(column, others, new PartMarks(Set.of()));
  }

  private void search(String column, Optional<Condition> rows, PartMarks marks) {
    plan.ask(
        system,
        where,
        new Question.FindValues(table.name(), List.of(column), Coarse.IDENTIFYING, rows, marks));
  }
}
