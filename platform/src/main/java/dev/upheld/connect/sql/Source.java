package dev.upheld.connect.sql;

import dev.upheld.connect.Description;
import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The FROM clause of a statement as it grows: one row per row of its first table, whatever is
 * joined. Belongs to one statement and one thread.
 */
final class Source {
  private final Catalogue catalogue;
  private final Dialect dialect;
  private final Description.Table base;
  private final String called;
  private final Set<TableName> touched = new LinkedHashSet<>();
  private Table<?> from;
  private int joins;

  /** Over a table that is called {@code t}. */
  Source(Catalogue catalogue, Dialect dialect, TableName table) {
    this(catalogue, dialect, table, "t");
  }

  /**
   * @param called by what name the statement knows the table
   */
  Source(Catalogue catalogue, Dialect dialect, TableName table, String called) {
    this.catalogue = catalogue;
    this.dialect = dialect;
    this.base = catalogue.table(table);
    this.called = called;
    this.from = dialect.relation(base).as(DSL.name(called));
    touched.add(base.name());
  }

  Dialect dialect() {
    return dialect;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** All that stands in FROM so far. */
  Table<?> table() {
    return from;
  }

  /** Tables read so far, by the catalogue's names. */
  Set<TableName> touched() {
    return touched;
  }

  Description.Table base() {
    return base;
  }

  /** A column of the first table. */
  Col column(String name) {
    return catalogue.column(base, called, name);
  }

  List<Col> columns(List<String> names) {
    return names.stream().map(this::column).toList();
  }

  /** A table found by name, which from now on counts as read. */
  Description.Table touch(TableName name) {
    Description.Table found = catalogue.table(name);
    touched.add(found.name());
    return found;
  }

  /** A name that no table of this statement has yet. */
  String alias() {
    joins++;
    return "j" + joins;
  }

  /** Whether no other table was brought in. */
  boolean isAlone() {
    return joins == 0;
  }

  /** Adds a table or subquery of which at most one row matches each row. */
  void join(Table<?> other, Condition on) {
    from = from.leftJoin(other).on(on);
  }

  /** Equality, pair by pair. */
  static Condition equal(List<Field<Object>> left, List<Field<Object>> right) {
    List<Condition> pairs = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      pairs.add(left.get(i).eq(right.get(i)));
    }
    return DSL.and(pairs);
  }
}
