package dev.upheld.discover;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Session;
import dev.upheld.connect.TableSampler;
import dev.upheld.connect.Value;
import dev.upheld.datamap.classify.TableContext;
import dev.upheld.discover.Survey.SeenColumn;
import dev.upheld.discover.Survey.SeenTable;
import dev.upheld.kernel.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks at one system, gently: one connection, read-only, a few values of each column from a
 * bounded piece of its table. A table that is slow to answer is left alone. Used once.
 */
final class Surveyor {
  private final Session session;
  private final Progress progress;
  private final LocalDate today;
  private final boolean sampling;
  private final List<String> unseen = new ArrayList<>();
  private int sampled;

  /**
   * @param sampling whether values are looked at, or the catalogue alone
   * @param today tells birth dates from dates of events
   */
  Surveyor(Session session, Progress progress, LocalDate today, boolean sampling) {
    this.session = session;
    this.progress = progress;
    this.today = today;
    this.sampling = sampling;
  }

  Survey look() {
    Description description = session.describe();
    unseen.addAll(description.blind());
    List<SeenTable> tables = new ArrayList<>();
    long done = 0;
    for (Table table : description.tables()) {
      progress.report("looking at " + table.name(), done, description.tables().size());
      if (table.kind() != TableKind.VIEW) { // what a view hides lies in tables
        unseen.addAll(table.sight().blind());
      }
      tables.add(look(table));
      done++;
    }
    return new Survey(description, tables, unseen.stream().distinct().toList(), sampled);
  }

  private SeenTable look(Table table) {
    TableContext context = Clues.context(table);
    Map<String, Sampled> columns = new LinkedHashMap<>();
    table.columns().forEach(c -> columns.put(c.name(), new Sampled(table, c, context)));
    if (sampling && holdsRows(table)) {
      sample(table, columns);
    }
    return new SeenTable(
        table,
        table.columns().stream()
            .map(c -> columns.get(c.name()))
            .map(s -> new SeenColumn(s.column(), s.judge(today), s.epoch()))
            .toList());
  }

  private static boolean holdsRows(Table table) {
    return table.kind() == TableKind.TABLE || table.kind() == TableKind.MATERIALIZED_VIEW;
  }

  private void sample(Table table, Map<String, Sampled> columns) {
    Map<String, Consumer<Value>> sinks = new LinkedHashMap<>();
    table.columns().stream()
        .filter(Clues::isWorthwhile)
        .forEach(c -> sinks.put(c.name(), columns.get(c.name())));
    TableSampler.Looked looked = TableSampler.look(session, table, sinks);
    sampled += looked.columns().size();
    unseen.addAll(looked.unseen());
  }
}
