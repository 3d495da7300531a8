package dev.upheld.connect.sql;

import dev.upheld.connect.Due;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Those rows of a gathered set whose time is not over, or of which nobody can tell.
 *
 * @param rows the set, as written in a FROM clause: a table with columns k1, k2, ... and fate
 */
public record HeldRows(
    Catalogue catalogue, Dialect dialect, TableName table, List<String> key, String rows) {

  /**
   * A select of their keys, and {@code at}: the clock in seconds, where one clock decides alone.
   *
   * @param free the fate of the rows that are looked at
   */
  public String text(Due past, int free, Instant now, ZoneId zone) {
    Source source = new Source(catalogue, dialect, table);
    Clocks clocks = new Clocks(source, zone);
    Condition over = DueTest.due(past, clocks);
    Field<?> at = at(past, clocks, zone);
    List<Field<?>> fields = new ArrayList<>();
    Condition same = DSL.condition("{0} = {1}", of("fate"), DSL.inline(free));
    for (int i = 0; i < key.size(); i++) {
      Field<Object> gathered = of("k" + (i + 1));
      fields.add(gathered.as(DSL.name("k" + (i + 1))));
      same = same.and(gathered.eq(source.column(key.get(i)).field()));
    }
    fields.add(at.as(DSL.name("at")));
    Select<?> select =
        DSL.select(fields)
            .from(source.table().join(DSL.table(rows + " as s")).on(same))
            .where(DSL.not(Clocks.surely(over)));
    return dialect.rendering().text(select);
  }

  private static Field<Object> of(String column) {
    return DSL.field("s." + column, Object.class);
  }

  private Field<?> at(Due past, Clocks clocks, ZoneId zone) {
    if (past instanceof Due.Before(BoundClock clock, Instant limit)) {
      Moment moment = clocks.moment(clock.clock());
      return dialect.seconds(moment, zone);
    }
    return DSL.inline((Object) null);
  }

  /** What the column {@code at} holds. */
  public static Optional<Instant> instant(ResultSet result, int column) throws SQLException {
    return DuePlan.instant(
        result.getString(column), Moment.Scale.INSTANT, java.time.ZoneOffset.UTC);
  }
}
