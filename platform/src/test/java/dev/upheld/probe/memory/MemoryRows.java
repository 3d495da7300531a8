package dev.upheld.probe.memory;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Due;
import dev.upheld.connect.Join;
import dev.upheld.connect.Question;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What conditions, clocks and limits mean, row by row; {@code null} is unknown, as in SQL. */
final class MemoryRows {
  private final Map<String, MemoryTable> tables;

  MemoryRows(Map<String, MemoryTable> tables) {
    this.tables = tables;
  }

  MemoryTable table(TableName name) {
    MemoryTable table = tables.get(name.toString());
    if (table == null) {
      throw gone("table " + name);
    }
    return table;
  }

  static ProblemException gone(String what) {
    return new ProblemException(
        Problem.of(ConnectProblem.GONE, "There is no " + what + ".", "Correct the data map."));
  }

  @Nullable Object value(MemoryTable table, Map<String, @Nullable Object> row, String column) {
    if (!table.columns.containsKey(column)) {
      throw gone("column " + column + " in " + table.name);
    }
    return row.get(column);
  }

  Stream<Map<String, @Nullable Object>> meant(MemoryTable table, Optional<Condition> only) {
    return table.rows.stream()
        .filter(
            r -> only.isEmpty() || Boolean.TRUE.equals(test(table, r, only.get(), Instant.MAX)));
  }

  @Nullable Boolean test(
      MemoryTable table, Map<String, @Nullable Object> row, Condition condition, Instant now) {
    return switch (condition) {
      case Condition.IsNull c -> (value(table, row, c.column()) == null) != c.negated();
      case Condition.IsTrue c -> {
        Object value = value(table, row, c.column());
        yield value == null ? null : Boolean.valueOf(value.equals(true) != c.negated());
      }
      case Condition.In c -> {
        Object value = value(table, row, c.column());
        yield value == null
            ? null
            : Boolean.valueOf(c.values().contains(value.toString()) != c.negated());
      }
      case Condition.All c -> {
        Boolean all = true;
        for (Condition part : c.of()) {
          Boolean one = test(table, row, part, now);
          if (Boolean.FALSE.equals(one)) {
            yield false;
          }
          all = one == null ? null : all;
        }
        yield all;
      }
      case Condition.NotYet c -> {
        Instant at = clock(table, row, c.clock());
        yield at == null ? null : Boolean.valueOf(at.isAfter(now));
      }
    };
  }

  @Nullable Instant clock(MemoryTable table, Map<String, @Nullable Object> row, Clock clock) {
    return switch (clock) {
      case Clock.Column c -> instant(value(table, row, c.column()), c.reading());
      case Clock.Linked c -> {
        MemoryTable there = table(c.table());
        Comparator<Instant> order = Comparator.naturalOrder();
        yield there.rows.stream()
            .filter(r -> same(new Values(there, r, c.via()), new Values(table, row, c.key())))
            .map(r -> instant(value(there, r, c.column()), c.reading()))
            .filter(Objects::nonNull)
            .max(c.pick() == Clock.Pick.MAX ? order : order.reversed())
            .orElse(null);
      }
      case Clock.Parent c -> {
        MemoryTable there = table(c.table());
        yield there.rows.stream()
            .filter(r -> same(new Values(there, r, c.key()), new Values(table, row, c.via())))
            .map(r -> Optional.ofNullable(instant(value(there, r, c.column()), c.reading())))
            .findFirst()
            .flatMap(o -> o)
            .orElse(null);
      }
      case Clock.Latest c -> known(table, row, c.of()).max(Comparator.naturalOrder()).orElse(null);
      case Clock.Earliest c ->
          known(table, row, c.of()).min(Comparator.naturalOrder()).orElse(null);
      case Clock.FirstKnown c -> known(table, row, c.of()).findFirst().orElse(null);
    };
  }

  private Stream<Instant> known(
      MemoryTable table, Map<String, @Nullable Object> row, List<Clock> clocks) {
    return clocks.stream().map(c -> clock(table, row, c)).filter(Objects::nonNull);
  }

  /** The values of some columns of a row, in order. */
  private record Values(
      MemoryTable table, Map<String, @Nullable Object> row, List<String> columns) {}

  /** Whether they are equal and known. */
  private boolean same(Values one, Values other) {
    for (int i = 0; i < one.columns().size(); i++) {
      Object a = value(one.table(), one.row(), one.columns().get(i));
      if (a == null || !a.equals(value(other.table(), other.row(), other.columns().get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Instant instant(@Nullable Object value, Clock.Reading reading) {
    return switch (reading) {
      case NATIVE -> value == null ? null : (Instant) value;
      case EPOCH_SECONDS -> value == null ? null : Instant.ofEpochSecond((Long) value);
      case EPOCH_MILLIS -> value == null ? null : Instant.ofEpochMilli((Long) value);
    };
  }

  private static Instant earlier(@Nullable Instant one, Instant other) {
    return one == null || other.isBefore(one) ? other : one;
  }

  Answer.DueCount countDue(Question.CountDue q) {
    MemoryTable table = table(q.table());
    long rows = 0;
    long past = 0;
    long unknown = 0;
    long future = 0;
    long exempt = 0;
    @Nullable Instant oldest = null;
    @Nullable Instant oldestPast = null;
    for (Map<String, @Nullable Object> row : meant(table, q.only()).toList()) {
      rows++;
      Boolean due = due(table, row, q.due());
      boolean kept =
          q.exempt().stream().anyMatch(c -> Boolean.TRUE.equals(test(table, row, c, q.now())));
      past += Boolean.TRUE.equals(due) && !kept ? 1 : 0;
      exempt += Boolean.TRUE.equals(due) && kept ? 1 : 0;
      unknown += due == null && !kept ? 1 : 0;
      List<Instant> clocks =
          clocks(q.due())
              .map(c -> clock(table, row, c.clock()))
              .filter(Objects::nonNull)
              .sorted()
              .toList();
      if (!clocks.isEmpty()) {
        Instant limit = q.now().plus(Duration.ofDays(1));
        future += clocks.getLast().isAfter(limit) ? 1 : 0;
        Instant first = clocks.getFirst();
        oldest = kept ? oldest : earlier(oldest, first);
        oldestPast = Boolean.TRUE.equals(due) && !kept ? earlier(oldestPast, first) : oldestPast;
      }
    }
    return new Answer.DueCount(
        rows,
        past,
        unknown,
        future,
        exempt,
        Optional.ofNullable(oldestPast == null ? oldest : oldestPast));
  }

  Answer.DueOver countDueOver(Question.CountDueOver q) {
    if (!q.held().isEmpty()) {
      throw new UnsupportedOperationException("nothing is on hold here");
    }
    MemoryTable table = table(q.at().table());
    List<Map<String, @Nullable Object>> rows =
        meant(table, q.at().only())
            .filter(
                row ->
                    q.at().exempt().stream()
                        .noneMatch(c -> Boolean.TRUE.equals(test(table, row, c, q.at().now()))))
            .toList();
    return new Answer.DueOver(
        rows.size(),
        rows.stream().filter(row -> due(table, row, q.at().due()) == null).count(),
        q.steps().stream()
            .map(
                step -> rows.stream().filter(r -> Boolean.TRUE.equals(due(table, r, step))).count())
            .toList());
  }

  private static Stream<BoundClock> clocks(Due due) {
    return switch (due) {
      case Due.Before d -> Stream.of(d.clock());
      case Due.Any d -> d.of().stream().flatMap(MemoryRows::clocks);
      case Due.All d -> d.of().stream().flatMap(MemoryRows::clocks);
    };
  }

  private @Nullable Boolean due(MemoryTable table, Map<String, @Nullable Object> row, Due due) {
    return switch (due) {
      case Due.Before d -> {
        Instant at = clock(table, row, d.clock().clock());
        yield at != null
            ? Boolean.valueOf(at.isBefore(d.limit()))
            : switch (d.clock().missing()) {
              case NOT_YET -> Boolean.FALSE;
              case UNKNOWN -> null;
            };
      }
      case Due.Any d -> decided(table, row, d.of(), true);
      case Due.All d -> decided(table, row, d.of(), false);
    };
  }

  /** True and false decide; without a decision, anything unknown makes the whole unknown. */
  private @Nullable Boolean decided(
      MemoryTable table, Map<String, @Nullable Object> row, List<Due> parts, boolean by) {
    Boolean result = !by;
    for (Due part : parts) {
      Boolean one = due(table, row, part);
      if (one != null && one == by) {
        return by;
      }
      result = one == null ? null : result;
    }
    return result;
  }

  /** The row at the end of the path, if there is one. */
  Optional<Map<String, @Nullable Object>> follow(
      MemoryTable from, Map<String, @Nullable Object> row, List<Join> path) {
    MemoryTable here = from;
    Map<String, @Nullable Object> at = row;
    for (Join join : path) {
      MemoryTable there = table(join.to());
      MemoryTable left = here;
      Map<String, @Nullable Object> standing = at;
      Optional<Map<String, @Nullable Object>> next =
          there.rows.stream()
              .filter(
                  r ->
                      same(
                          new Values(there, r, join.key()),
                          new Values(left, standing, join.columns())))
              .findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      here = there;
      at = next.get();
    }
    return Optional.of(at);
  }
}
