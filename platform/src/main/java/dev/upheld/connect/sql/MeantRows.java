package dev.upheld.connect.sql;

import dev.upheld.datamap.Condition;
import dev.upheld.datamap.TableName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.impl.DSL;

/** Those rows of a table that a condition of the data map means. */
public record MeantRows(Catalogue catalogue, Dialect dialect, TableName table, List<String> key) {

  /** A select of their keys. */
  public String text(Condition condition, Instant now) {
    Source source = new Source(catalogue, dialect, table);
    Clocks clocks = new Clocks(source, ZoneOffset.UTC);
    org.jooq.Condition meant = new Conditions(source, clocks, now).of(condition);
    var keys = key.stream().map(k -> source.column(k).field()).toList();
    return dialect.rendering().text(DSL.select(keys).from(source.table()).where(meant));
  }
}
