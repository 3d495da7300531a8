package dev.upheld.datamap.links;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes tables in one line each, and links too. */
final class Shop {
  private Shop() {}

  /**
   * A table: {@code "orders: id* INT, customer_id INT i, no TEXT(20) u"}; a star is part of the
   * primary key, u is unique, i is indexed.
   */
  static TableFacts table(String line) {
    String[] parts = line.split(": ", 2);
    List<TableFacts.Column> columns = new ArrayList<>();
    List<String> key = new ArrayList<>();
    List<List<String>> uniques = new ArrayList<>();
    List<List<String>> indexes = new ArrayList<>();
    for (String column : parts[1].split(", ", -1)) {
      String[] words = column.split(" ", -1);
      String name = words[0].replace("*", "");
      String[] type = words[1].split("[()]", -1);
      TypeFamily family = type[0].equals("INT") ? TypeFamily.WHOLE : TypeFamily.valueOf(type[0]);
      Optional<Integer> length =
          type.length > 1 ? Optional.of(Integer.valueOf(type[1])) : Optional.empty();
      columns.add(new TableFacts.Column(name, family, true, length));
      if (words[0].endsWith("*")) {
        key.add(name);
      }
      String mark = words.length > 2 ? words[2] : "";
      if (mark.equals("u")) {
        uniques.add(List.of(name));
      } else if (mark.equals("i")) {
        indexes.add(List.of(name));
      }
    }
    return new TableFacts(TableName.parse(parts[0]), columns, key, uniques, indexes, List.of());
  }

  static List<TableFacts> tables(String text) {
    return text.strip().lines().filter(l -> !l.isBlank()).map(Shop::table).toList();
  }

  /** Each link as {@code from.column > to.column}, sorted. */
  static Set<String> links(List<TableFacts> tables, Containment containment) {
    Set<String> links = new TreeSet<>();
    for (ProposedLink link : LinkFinder.find(tables, containment)) {
      links.add(
          String.format(
              Locale.ROOT,
              "%s.%s > %s.%s",
              link.from(),
              String.join("+", link.fromColumns()),
              link.to(),
              String.join("+", link.toColumns())));
    }
    return links;
  }

  static Set<String> links(String text) {
    return links(tables(text), Containment.UNKNOWN);
  }
}
