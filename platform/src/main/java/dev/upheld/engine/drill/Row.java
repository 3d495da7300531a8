package dev.upheld.engine.drill;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.act.NewRow;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row before it is made: what its columns get, and what they might get instead. */
final class Row {
  /** Tries before a table counts as one that cannot be given a row. */
  static final int TRIES = 2_000;

  private static final String COLLECTED = "collected";

  private final Table table;
  private final NewRow wants;
  private final Values values;
  private final Map<String, String> given = new LinkedHashMap<>();

  /** Columns that must have just this value. */
  private final Set<String> pinned = new LinkedHashSet<>();

  /** Columns whose value nothing else in the table has. */
  private final Set<String> own = new LinkedHashSet<>();

  Row(Table table, NewRow wants, Values values) {
    this.table = table;
    this.wants = wants;
    this.values = values;
  }

  boolean has(List<String> columns) {
    return given.keySet().containsAll(columns);
  }

  boolean isRequired(String column) {
    return wants.required().contains(column);
  }

  /**
   * Points at a row.
   *
   * @param mine whether that row was made by this drill, so that nothing else points at it
   */
  void point(List<String> columns, List<String> key, Map<String, String> at, boolean mine) {
    for (int i = 0; i < columns.size(); i++) {
      String value = at.get(key.get(i));
      if (value != null && !wants.computed().contains(columns.get(i))) {
        pin(columns.get(i), value);
        if (mine) {
          own.add(columns.get(i));
        }
      }
    }
  }

  void pin(String column, String value) {
    given.put(column, value);
    pinned.add(column);
  }

  /** Personal columns, clocks and the rows that the place means. */
  void fill(Place place, Set<String> mails) {
    place.only().ifPresent(this::meet);
    Map<String, List<Field>> columns =
        place.fields().values().stream().collect(Collectors.groupingBy(Field::column));
    columns.forEach((column, fields) -> field(column, fields, mails));
    for (BoundClock clock : place.clocks().values()) {
      if (clock.clock() instanceof Clock.Column(String column, Clock.Reading reading)) {
        boolean wanted = isRequired(column) || clock.event().equals(COLLECTED);
        column(column)
            .filter(_ -> wanted && !given.containsKey(column))
            .ifPresent(c -> given.put(column, values.moment(reading, c)));
      }
    }
  }

  private Optional<Column> column(String name) {
    return table.column(name).filter(_ -> !wants.computed().contains(name));
  }

  private void field(String name, List<Field> fields, Set<String> mails) {
    Optional<Column> found = column(name);
    if (found.isEmpty() || given.containsKey(name)) {
      return;
    }
    Optional<Field> whole = fields.stream().filter(Field::isWhole).findFirst();
    boolean mail = whole.filter(f -> mails.contains(f.word())).isPresent();
    fields.stream()
        .flatMap(f -> f.inside().stream())
        .filter(Inside.Keyed.class::isInstance)
        .map(Inside.Keyed.class::cast)
        .findFirst()
        .ifPresent(k -> pin(k.keyColumn(), k.key()));
    boolean paths =
        whole.isEmpty()
            && fields.stream().anyMatch(f -> f.inside().orElseThrow() instanceof Inside.Path);
    if (mail) {
      given.put(name, values.mail(found.get()));
    } else if (paths) {
      given.put(name, values.document(fields));
    } else {
      value(found.get()).ifPresent(v -> given.put(name, v));
    }
  }

  private Optional<String> value(Column column) {
    if (wants.documents().contains(column.name())) {
      return Optional.of(values.document(List.of()));
    }
    return isUnique(column.name()) ? values.apart(column) : values.plain(column);
  }

  private void meet(Condition condition) {
    switch (condition) {
      case Condition.All(List<Condition> all) -> all.forEach(this::meet);
      case Condition.In(String column, List<String> words, boolean negated) -> {
        if (!negated && !words.isEmpty()) {
          pin(column, words.getFirst());
        }
      }
      case Condition.IsTrue(String column, boolean negated) ->
          pin(column, negated ? "false" : "true");
      case Condition.IsNull(String column, boolean negated) -> {
        if (negated) {
          column(column).flatMap(values::plain).ifPresent(v -> pin(column, v));
        }
      }
      case Condition.NotYet _ -> {
        // a day ahead: what is kept until then is no row to be made up
      }
    }
  }

  private boolean isUnique(String column) {
    return table.key().contains(column)
        || table.indexes().stream()
            .anyMatch(i -> i.unique() && i.columns().equals(List.of(column)));
  }

  /** What the table wants besides. */
  void complete() {
    for (String name : wants.required()) {
      Optional<Column> column = column(name).filter(_ -> !given.containsKey(name));
      if (column.isPresent()) {
        Optional<String> value = value(column.get());
        value.ifPresent(v -> given.put(name, v));
        if (value.isPresent() && isUnique(name)) {
          own.add(name);
        }
      }
    }
  }

  /** Whether rows of this key are this drill's alone. */
  boolean isOwn(List<String> key) {
    return key.stream()
        .anyMatch(
            c ->
                own.contains(c)
                    || !given.containsKey(c)
                    || given.get(c).contains(values.who().token())
                    || given.get(c).contains(values.who().aside()));
  }

  /**
   * What to try, the likeliest first: columns of which a check speaks take what it names. What
   * tells the row from others stays its own, whatever a check says.
   */
  List<Map<String, String>> tries(List<String> key) {
    List<Map<String, String>> tries = new ArrayList<>(List.of(Map.copyOf(given)));
    Set<String> open = new TreeSet<>(wants.hints().keySet());
    open.addAll(own);
    open.removeAll(pinned);
    open.removeAll(wants.computed());
    open.removeIf(c -> !given.containsKey(c) && !isRequired(c));
    for (String column : open) {
      List<String> other =
          key.contains(column)
              ? column(column).flatMap(values::above).stream().toList()
              : fitting(column);
      List<Map<String, String>> more = new ArrayList<>(tries);
      for (String hint : other) {
        for (Map<String, String> one : tries) {
          if (more.size() < TRIES) {
            Map<String, String> changed = new LinkedHashMap<>(one);
            changed.put(column, hint);
            more.add(changed);
          }
        }
      }
      tries = more;
    }
    return tries;
  }

  private List<String> fitting(String name) {
    List<String> hints = wants.hints().getOrDefault(name, List.of());
    return column(name)
        .map(
            c ->
                switch (c.type()) {
                  case WHOLE -> hints.stream().filter(h -> h.matches("-?(0|[1-9]\\d*)"));
                  case DECIMAL ->
                      hints.stream().filter(h -> h.matches("-?(0|[1-9]\\d*)(\\.\\d+)?"));
                  default -> hints.stream().filter(h -> h.length() <= Values.longest(c));
                })
        .orElseGet(Stream::empty)
        .distinct()
        .toList();
  }
}
