package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Absent;
import dev.upheld.charter.promise.Promise.Forbidden;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.duty.safeguard.ValueTest.Grade;
import dev.upheld.probe.Inquiry;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Turn;
import dev.upheld.verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches every table of every system that can be asked, mapped or not, for what must be nowhere.
 * Views are left out: they show what their tables hold. Materialised ones are searched: they keep
 * values that may be gone from their tables.
 */
final class AbsentProber implements Prober {
  /** Whole numbers of at most ten digits. */
  private static final Pattern SHORT_NUMBER =
      Pattern.compile("(?i)(tinyint|smallint|mediumint|int|integer|int2|int4|year|oid)\\b.*");

  private static final Set<TableKind> OWN_ROWS =
      Set.of(TableKind.TABLE, TableKind.MATERIALIZED_VIEW, TableKind.FOREIGN);

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Absent;
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    Absent absent = (Absent) promise;
    PlanBuilder plan = new PlanBuilder(scene);
    List<SystemEntry> systems = scene.systems().stream().filter(AbsentProber::canAnswer).toList();
    if (systems.isEmpty()) {
      plan.gap("", "No system can be asked. Declare the databases in systems.yaml.");
    }
    for (SystemEntry entry : scene.systems()) {
      if (!canAnswer(entry)) {
        plan.found(Outcome.CLEAN, entry.id(), "not searched: nothing connects to it");
      }
    }
    for (SystemEntry entry : systems) {
      Optional<Description> description = scene.description(entry.id());
      if (description.isEmpty()) {
        plan.system(entry);
      } else {
        description.get().blind().forEach(blind -> plan.gap(entry.id(), blind));
        description.get().tables().stream()
            .filter(t -> OWN_ROWS.contains(t.kind()))
            .forEach(table -> new TableSearch(absent, entry.id(), table, scene, plan).add());
      }
    }
    return plan.build();
  }

  private static boolean canAnswer(SystemEntry entry) {
    return entry.access().isPresent() || entry.unreachable().isPresent();
  }

  /** The search of one table. */
  private record TableSearch(
      Absent absent, String system, Table table, Scene scene, PlanBuilder plan) {

    void add() {
      String where = system + "/" + table.name();
      Set<String> excepted = excepted();
      List<Column> columns =
          table.columns().stream()
              .filter(c -> mayHold(absent.what(), c) && !excepted.contains(c.name()))
              .toList();
      if (columns.isEmpty()) {
        return;
      }
      plan.where(where);
      for (Column column : columns) {
        if (!column.readable()) {
          plan.gap(
              where,
              "The account may not read " + column.name() + ". Grant SELECT on it; see doctor.");
        }
      }
      Map<String, Set<Inside>> parts = exceptedParts();
      List<Column> readable = columns.stream().filter(Column::readable).toList();
      List<Column> whole = readable.stream().filter(c -> !parts.containsKey(c.name())).toList();
      if (!whole.isEmpty()) {
        ask(where, whole);
      }
      readable.stream()
          .filter(c -> parts.containsKey(c.name()))
          .forEach(c -> beside(where, c, parts.getOrDefault(c.name(), Set.of())));
    }

    /** A column of which parts may hold it: the rest is searched, and it alone. */
    private void beside(String where, Column column, Set<Inside> parts) {
      Set<Inside.Path> paths = new LinkedHashSet<>();
      Set<String> keys = new TreeSet<>();
      Optional<String> keyColumn = Optional.empty();
      for (Inside part : parts) {
        switch (part) {
          case Inside.Path path -> paths.add(path);
          case Inside.Keyed(String in, String key) -> {
            keyColumn = Optional.of(in);
            keys.add(key);
          }
        }
      }
      plan.ask(
          system,
          where,
          new Question.FindValues(
              table.name(),
              List.of(column.name()),
              ValueTests.coarse(absent.what()),
              keyColumn.map(in -> new Condition.In(in, List.copyOf(keys), true)),
              ValueTests.of(absent.what()).beside(paths)));
    }

    /** One pass over all columns; where that finds something, each number once more alone. */
    private void ask(String where, List<Column> columns) {
      ValueTest test = ValueTests.of(absent.what());
      plan.ask(system, where, question(columns, test));
      for (Column number : columns.stream().filter(AbsentJudge::isNumber).toList()) {
        plan.ask(
            new Inquiry<>(
                system,
                AbsentJudge.alone(where, number.name()),
                question(List.of(number), ValueTests.of(absent.what())),
                new Turn(1, () -> test.saw(Grade.BAD))));
      }
    }

    private Question.FindValues question(List<Column> columns, ValueTest test) {
      return new Question.FindValues(
          table.name(),
          columns.stream().map(Column::name).toList(),
          ValueTests.coarse(absent.what()),
          Optional.empty(),
          test);
    }

    /** Columns that the data map binds to words which may hold it. */
    private Set<String> excepted() {
      return fields().filter(Field::isWhole).map(Field::column).collect(Collectors.toSet());
    }

    /** The same of parts of columns, by column. */
    private Map<String, Set<Inside>> exceptedParts() {
      Map<String, Set<Inside>> parts = new LinkedHashMap<>();
      fields()
          .forEach(
              f ->
                  f.inside()
                      .ifPresent(
                          part ->
                              parts
                                  .computeIfAbsent(f.column(), c -> new LinkedHashSet<>())
                                  .add(part)));
      return parts;
    }

    private Stream<Field> fields() {
      Optional<Description> live = scene.description(system);
      return scene.map().places().getOrDefault(system, Map.of()).values().stream()
          .filter(p -> live.flatMap(d -> d.table(p.table())).filter(table::equals).isPresent())
          .flatMap(p -> p.fields().values().stream())
          .filter(f -> absent.exceptWords().contains(f.word()));
    }
  }

  private static boolean mayHold(Forbidden what, Column column) {
    boolean longEnough = column.length().map(l -> l >= 12).orElse(true);
    return longEnough
        && switch (column.type()) {
          case TEXT, JSON, BYTES, ARRAY, OTHER -> true;
          case WHOLE ->
              what == Forbidden.CARD_NUMBER && !SHORT_NUMBER.matcher(column.sqlType()).matches();
          case DECIMAL -> what == Forbidden.CARD_NUMBER;
          case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, UUID -> false;
        };
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    return new AbsentJudge((Absent) promise, plan, scene).judge(replies);
  }
}
