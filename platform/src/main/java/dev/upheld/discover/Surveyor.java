package dev.upheld.discover;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Session;
import dev.upheld.connect.TableSampler;
import dev.upheld.datamap.classify.TableContext;
import dev.upheld.discover.Survey.SeenColumn;
import dev.upheld.discover.Survey.SeenTable;
import dev.upheld.kernel.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks at one system, gently: one connection, read-only, a few values of each column from a
 * bounded piece of its table. A table that is slow to answer is left alone. Used once.
 */
final class Surveyor {
  private final Session session;
  private final Progress progress;
  private final LocalDate today;
  private final boolean sampling;
  private final Patience patience;
  private final Optional<Finished> finished;
  private final List<String> unseen = new ArrayList<>();
  private int sampled;

  Surveyor(Session session, Discovery.Way way, Progress progress) {
    this.session = session;
    this.progress = progress;
    this.today = way.today();
    this.sampling = way.sampling();
    this.patience = way.patience();
    this.finished = way.finished();
  }

  Survey look() {
    return look(table -> true, table -> true);
  }

  /**
   * @param wanted which tables are looked at; of the others only the names are known
   * @param inside of which of them values are looked at, too
   */
  Survey look(Predicate<Table> wanted, Predicate<Table> inside) {
    Description description = session.describe();
    unseen.addAll(description.blind());
    List<SeenTable> tables = new ArrayList<>();
    long done = 0;
    for (Table table : description.tables().stream().filter(wanted).toList()) {
      progress.report("looking at " + table.name(), done, description.tables().size());
      if (table.kind() != TableKind.VIEW) { // what a view hides lies in tables
        unseen.addAll(table.sight().blind());
      }
      tables.add(
          sampling && holdsRows(table) && inside.test(table)
              ? finishedOrLooked(table, done, description.tables().size())
              : byName(table));
      done++;
    }
    return new Survey(description, tables, unseen.stream().distinct().toList(), sampled);
  }

  private SeenTable byName(Table table) {
    patience.goOn();
    return look(table, Map.of(), Map.of());
  }

  private SeenTable finishedOrLooked(Table table, long done, long total) {
    Optional<Finished.Entry> before = finished.flatMap(f -> f.of(table));
    Finished.Entry entry = before.orElseGet(() -> sample(table, done, total));
    sampled += entry.sampled();
    unseen.addAll(entry.unseen());
    return entry.table();
  }

  private static boolean holdsRows(Table table) {
    return table.kind() == TableKind.TABLE || table.kind() == TableKind.MATERIALIZED_VIEW;
  }

  private Finished.Entry sample(Table table, long done, long total) {
    patience.await(session, progress, done, total);
    TableContext context = Clues.context(table);
    Map<String, Sampled> samples = new LinkedHashMap<>();
    table.columns().stream()
        .filter(Clues::isWorthwhile)
        .forEach(c -> samples.put(c.name(), new Sampled(table, c, context)));
    TableSampler.Looked looked = TableSampler.look(session, table, new LinkedHashMap<>(samples));
    Map<String, Parts> keyed = new LinkedHashMap<>();
    List<String> blind = new ArrayList<>(looked.unseen());
    boolean keysSeen = true;
    if (blind.isEmpty()) {
      KeyValues.Looked keys = KeyValues.look(session, table, context, today);
      keys.found().ifPresent(found -> keyed.put(found.column(), found.parts()));
      keys.unseen().ifPresent(blind::add);
      keysSeen = keys.unseen().isEmpty();
    }
    SeenTable seen = look(table, samples, keyed);
    Finished.Entry entry = new Finished.Entry(seen, blind, looked.columns().size());
    if (keysSeen && !seen.hasParts()) { // keys and paths come from values
      finished.ifPresent(f -> f.add(entry));
    }
    return entry;
  }

  private SeenTable look(Table table, Map<String, Sampled> samples, Map<String, Parts> keyed) {
    TableContext context = Clues.context(table);
    return new SeenTable(
        table,
        table.columns().stream()
            .map(c -> samples.getOrDefault(c.name(), new Sampled(table, c, context)))
            .map(s -> seen(s, Optional.ofNullable(keyed.get(s.column().name()))))
            .toList());
  }

  private SeenColumn seen(Sampled sampled, Optional<Parts> keyed) {
    return new SeenColumn(
        sampled.column(),
        Optional.empty(),
        sampled.judge(today),
        sampled.epoch(),
        keyed.orElseGet(() -> sampled.parts(today)));
  }
}
