package dev.upheld.duty.safeguard;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.probe.BoundPlace;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A place with its live table: one side of a comparison. */
record Store(BoundPlace bound, Table table) {

  String system() {
    return bound.system();
  }

  String where() {
    return bound.where();
  }

  Place place() {
    return bound.place();
  }

  /** As people read it: {@code eu-main/account.email}. */
  String said(Column column) {
    return bound.where() + "." + column.name();
  }

  /**
   * Numbers that name the rows of this table, unless they are those of another place that they
   * point at.
   */
  List<Column> rowNumbers() {
    Set<String> keys = new HashSet<>(place().key());
    keys.addAll(table.key());
    keys.addAll(place().subjects().values());
    place().links().stream().map(Link::columns).forEach(keys::removeAll);
    return table.columns().stream()
        .filter(c -> keys.contains(c.name()) && c.type() == Description.Type.WHOLE)
        .toList();
  }

  /**
   * What columns that hold such a number are called: as other places call it, or after the table.
   * Row numbers are the same in every table, so only a name can tell that they mean the same rows.
   */
  Set<String> namesOf(Column number, Map<String, Place> places) {
    Set<String> names = new HashSet<>();
    String name = plain(table.name().name());
    String column = plain(number.name());
    names.add(name + column);
    if (name.endsWith("s")) {
      names.add(name.substring(0, name.length() - 1) + column);
    }
    if (!column.equals("id") && !column.equals("n")) {
      names.add(column);
    }
    for (Place other : places.values()) {
      for (Link link : other.links()) {
        if (link.place().equals(place().id()) && link.key().equals(List.of(number.name()))) {
          link.columns().forEach(c -> names.add(plain(c)));
        }
      }
    }
    return names;
  }

  /** Columns here whose names say that they hold that number. */
  List<Column> called(Set<String> names) {
    return table.columns().stream()
        .filter(c -> c.type() == Description.Type.WHOLE || c.type() == Description.Type.TEXT)
        .filter(c -> names.contains(plain(c.name())))
        .toList();
  }

  /**
   * Whether the column is this table's own row number and merely called like the other table's:
   * such numbers agree in every database whose tables all call their key alike.
   */
  boolean numbersItsOwnRows(Column column, Column other) {
    return table.key().equals(List.of(column.name()))
        && plain(column.name()).equals(plain(other.name()));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
