package dev.upheld.engine;

import dev.upheld.engine.RandomShop.End;
import dev.upheld.engine.RandomShop.Kind;
import dev.upheld.engine.RandomShop.Ref;
import dev.upheld.engine.RandomShop.Row;
import dev.upheld.engine.RandomShop.Table;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an erasure must come to, worked out in memory from the definitions alone, row by row: what
 * belongs to the person goes, what is shared is let go of, what is kept stays.
 */
final class ErasureOracle {
  private final RandomShop shop;
  private final Set<Row> gathered = new LinkedHashSet<>();
  private final Set<Row> goes = new HashSet<>();
  private final Set<Row> emptied = new HashSet<>();
  private final Map<Row, Table> tables = new LinkedHashMap<>();

  ErasureOracle(RandomShop shop, String email) {
    this.shop = shop;
    shop.rows.forEach((table, rows) -> rows.forEach(row -> tables.put(row, table)));
    shop.rows(shop.tables.getFirst()).stream()
        .filter(r -> email.equals(r.values.get("uniq")))
        .forEach(gathered::add);
    closure();
    fates();
    husks();
  }

  private Table table(Row row) {
    return Objects.requireNonNull(tables.get(row));
  }

  private boolean pointsAt(Row row, Ref ref, Row target) {
    List<String> values = row.at(ref.columns());
    return values.stream().allMatch(Objects::nonNull)
        && table(target).equals(ref.to())
        && values.equals(target.at(ref.to().key()));
  }

  private Set<Table> known() {
    Set<Table> known =
        shop.tables.stream().filter(Table::mapped).collect(Collectors.toCollection(HashSet::new));
    boolean more = true;
    while (more) {
      more = false;
      for (Table table : shop.tables) {
        more |=
            table.refs().stream().anyMatch(r -> cascades(r) && known.contains(r.to()))
                && known.add(table);
      }
    }
    return known;
  }

  private static boolean cascades(Ref ref) {
    return ref.rule().equals("CASCADE");
  }

  private void closure() {
    Set<Table> known = known();
    boolean more = true;
    while (more) {
      more = false;
      for (Table table : known) {
        for (Ref ref : table.refs()) {
          boolean owned = table.mapped() ? ref.kind() == Kind.OWNS : cascades(ref);
          for (Row row : shop.rows(table)) {
            if (owned
                && !gathered.contains(row)
                && gathered.stream().anyMatch(g -> pointsAt(row, ref, g))) {
              more |= gathered.add(row);
            }
          }
        }
      }
    }
  }

  private void fates() {
    for (Row row : gathered) {
      Table table = table(row);
      if (!table.mapped() || table.end() == End.GO) {
        goes.add(row);
      } else if (table.end() == End.CLEAR) {
        emptied.add(row);
      }
    }
  }

  /** What something that stays must go on pointing at stays as well. */
  private void husks() {
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<Row, Table> entry : tables.entrySet()) {
        if (goes.contains(entry.getKey())) {
          continue;
        }
        for (Ref ref : entry.getValue().refs()) {
          if (ref.declared() && !ref.nullable()) {
            for (Row target : List.copyOf(goes)) {
              if (pointsAt(entry.getKey(), ref, target)) {
                goes.remove(target);
                emptied.add(target);
                more = true;
              }
            }
          }
        }
      }
    }
  }

  /** How many rows go, by table; only those with any. */
  Map<String, Long> going() {
    return goes.stream()
        .collect(Collectors.groupingBy(r -> table(r).name(), TreeMap::new, Collectors.counting()));
  }

  /** Each remaining row as text, by table. */
  Map<String, List<String>> remaining() {
    Map<String, List<String>> remaining = new TreeMap<>();
    shop.tables.forEach(
        t ->
            remaining.put(
                t.name(),
                shop.rows(t).stream()
                    .filter(r -> !goes.contains(r))
                    .map(r -> text(t, r))
                    .sorted()
                    .toList()));
    return remaining;
  }

  private String text(Table table, Row row) {
    Map<String, String> values = new TreeMap<>();
    row.values.forEach((column, value) -> values.put(column, String.valueOf(value)));
    if (emptied.contains(row) && table.mapped()) {
      values.put("uniq", table.wanted() ? "erased" : "null");
      values.put("words", table.wanted() ? "" : "null");
    }
    for (Ref ref : table.refs()) {
      boolean seen = ref.declared() || ref.kind() != Kind.NONE;
      if (seen && ref.nullable() && goes.stream().anyMatch(g -> pointsAt(row, ref, g))) {
        ref.columns().forEach(c -> values.put(c, "null"));
      }
    }
    return values.toString();
  }
}
