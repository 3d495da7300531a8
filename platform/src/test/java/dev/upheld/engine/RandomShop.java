package dev.upheld.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables, a data map and rows from chance, always the same for the same chance. */
final class RandomShop {
  /** What becomes of the rows of a place. */
  enum End {
    GO,
    CLEAR,
    KEEP
  }

  /** What the data map says of a link. */
  enum Kind {
    OWNS,
    SHARED,
    NONE
  }

  /**
   * A table.
   *
   * @param mapped whether it is on the data map
   * @param wanted whether its fields may not be null
   */
  record Table(
      String name, List<String> key, boolean mapped, End end, boolean wanted, List<Ref> refs) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Table table && table.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Columns that point at another table.
   *
   * @param rule what the declared foreign key says; empty where none is declared
   */
  record Ref(List<String> columns, Table to, Kind kind, boolean nullable, String rule) {
    boolean declared() {
      return !rule.isEmpty();
    }
  }

  /** A row: text or nothing by column. */
  static final class Row {
    final Map<String, @Nullable String> values = new LinkedHashMap<>();

    List<@Nullable String> at(List<String> columns) {
      return columns.stream().<@Nullable String>map(values::get).collect(Collectors.toList());
    }
  }

  private final Random random;
  private final boolean postgres;
  final List<Table> tables = new ArrayList<>();
  final Map<Table, List<Row>> rows = new LinkedHashMap<>();

  RandomShop(long seed, boolean postgres) {
    this.random = new Random(seed);
    this.postgres = postgres;
    int count = 5 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      tables.add(table(i));
    }
    tables.forEach(t -> rows.put(t, new ArrayList<>()));
    tables.forEach(this::name);
    for (Table table : tables) {
      for (Ref ref : table.refs()) {
        rows(table).forEach(row -> point(row, ref));
      }
    }
  }

  List<Row> rows(Table table) {
    return Objects.requireNonNull(rows.get(table));
  }

  private boolean often(int percent) {
    return random.nextInt(100) < percent;
  }

  private Table table(int number) {
    boolean people = number == 0;
    List<String> key = !people && often(25) ? List.of("a", "b") : List.of("id");
    boolean mapped = people || often(75);
    End end = often(60) ? End.GO : often(60) || people ? End.CLEAR : End.KEEP;
    Table table = new Table("t" + number, key, mapped, end, often(40), new ArrayList<>());
    for (int i = people ? 3 : 0; i < 3; i++) {
      if (i == 0 || often(40)) {
        table
            .refs()
            .add(
                ref(
                    table,
                    i,
                    tables.get(i == 0 && often(50) ? 0 : random.nextInt(number)),
                    often(50)));
      }
    }
    if (often(25)) {
      table.refs().add(ref(table, 3, table, !postgres || often(70)));
    }
    if (!people && often(20)) {
      // a circle: something earlier points back
      Table earlier = tables.get(random.nextInt(number));
      earlier.refs().add(ref(earlier, 10 + number, table, true));
    }
    return table;
  }

  private Ref ref(Table from, int number, Table to, boolean nullable) {
    Kind kind =
        !from.mapped() || !to.mapped()
            ? Kind.NONE
            : often(60) ? Kind.OWNS : often(60) ? Kind.SHARED : Kind.NONE;
    List<String> rules =
        nullable
            ? List.of("NO ACTION", "NO ACTION", "CASCADE", "SET NULL", "")
            : List.of("NO ACTION", "NO ACTION", "CASCADE", "");
    String rule = rules.get(random.nextInt(rules.size()));
    if (from.equals(to) && !nullable && rule.isEmpty()) {
      rule = "NO ACTION";
    }
    List<String> columns = to.key().stream().map(k -> "r" + number + "_" + k).toList();
    return new Ref(columns, to, kind, nullable, rule);
  }

  private void name(Table table) {
    int count = 2 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Row row = new Row();
      row.values.put(table.key().getFirst(), String.valueOf(i / table.key().size() + 1));
      if (table.key().size() > 1) {
        row.values.put("b", String.valueOf(i % 2 + 1));
      }
      row.values.put("uniq", table.name() + "-" + i + "@example.org");
      row.values.put("words", table.wanted() || often(70) ? "words " + i : null);
      rows(table).add(row);
    }
  }

  private void point(Row row, Ref ref) {
    List<Row> targets = rows(ref.to());
    List<@Nullable String> key =
        ref.nullable() && often(30)
            ? null
            : targets.get(random.nextInt(targets.size())).at(ref.to().key());
    for (int i = 0; i < ref.columns().size(); i++) {
      row.values.put(ref.columns().get(i), key == null ? null : key.get(i));
    }
  }

  /** The address of one of the people. */
  String somebody() {
    List<Row> people = rows(tables.getFirst());
    return Objects.requireNonNull(people.get(random.nextInt(people.size())).values.get("uniq"));
  }

  String[] statements() {
    List<String> sql = new ArrayList<>();
    for (Table table : tables) {
      List<String> columns = new ArrayList<>();
      table.key().forEach(k -> columns.add(k + " INT NOT NULL"));
      columns.add("uniq VARCHAR(60) " + (table.wanted() ? "NOT NULL " : "") + "UNIQUE");
      columns.add("words VARCHAR(60)" + (table.wanted() ? " NOT NULL" : ""));
      for (Ref ref : table.refs()) {
        ref.columns().forEach(c -> columns.add(c + " INT" + (ref.nullable() ? "" : " NOT NULL")));
      }
      columns.add("PRIMARY KEY (" + String.join(", ", table.key()) + ")");
      sql.add("CREATE TABLE " + table.name() + " (" + String.join(", ", columns) + ")");
      rows(table).forEach(row -> sql.add(insert(table, row)));
    }
    for (Table table : tables) {
      for (Ref ref : table.refs()) {
        if (ref.declared()) {
          sql.add(
              "ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s (%s) ON DELETE %s"
                  .formatted(
                      table.name(),
                      String.join(", ", ref.columns()),
                      ref.to().name(),
                      String.join(", ", ref.to().key()),
                      ref.rule()));
        }
      }
    }
    return sql.toArray(String[]::new);
  }

  private static String insert(Table table, Row row) {
    String values =
        row.values.values().stream()
            .map(v -> v == null ? "NULL" : "'" + v + "'")
            .collect(Collectors.joining(", "));
    return "INSERT INTO "
        + table.name()
        + " ("
        + String.join(", ", row.values.keySet())
        + ") VALUES ("
        + values
        + ")";
  }

  String map() {
    StringBuilder map = new StringBuilder("system: shop\nplaces:\n");
    StringBuilder ignored = new StringBuilder("ignore:\n  upheld_act: what was done\n");
    for (Table table : tables) {
      if (!table.mapped()) {
        ignored.append("  ").append(table.name()).append(": on no map\n");
        continue;
      }
      String end =
          switch (table.end()) {
            case GO -> "delete";
            case CLEAR -> "clear";
            case KEEP -> "keep";
          };
      map.append("  ").append(table.name()).append(":\n    activity: shop\n");
      map.append("    key: [").append(String.join(", ", table.key())).append("]\n");
      if (table.name().equals("t0")) {
        map.append("    subject: {customers: id}\n");
      }
      links(map, table);
      map.append("    fields:\n      uniq: {data: email, end: ").append(end).append("}\n");
      map.append("      words: {data: words, end: ").append(end).append("}\n");
      List<String> technical = new ArrayList<>(table.key());
      table.refs().forEach(r -> technical.addAll(r.columns()));
      map.append("    technical: [").append(String.join(", ", technical)).append("]\n");
    }
    return map.append(ignored).toString();
  }

  private static void links(StringBuilder map, Table table) {
    List<Ref> linked = table.refs().stream().filter(r -> r.kind() != Kind.NONE).toList();
    if (!linked.isEmpty()) {
      map.append("    links:\n");
    }
    for (Ref ref : linked) {
      map.append("      - {via: [")
          .append(String.join(", ", ref.columns()))
          .append("], to: ")
          .append(ref.to().name())
          .append(", key: [")
          .append(String.join(", ", ref.to().key()))
          .append("], kind: ")
          .append(ref.kind() == Kind.OWNS ? "owns" : "shared")
          .append("}\n");
    }
  }
}
