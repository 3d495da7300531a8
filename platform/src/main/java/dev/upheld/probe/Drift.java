package dev.upheld.probe;

import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.Nature;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the live database is not what the data map says any more.
 *
 * @param table as the data map writes it, without the usual schema
 * @param column empty for what concerns the whole table
 * @param nature personal for certain, unsure, or not personal as far as can be told
 * @param term of the Data Privacy Vocabulary, where one is known
 * @param sentence what is so, never a value
 */
public record Drift(
    String system,
    String table,
    Optional<String> column,
    Kind kind,
    Nature nature,
    Optional<String> term,
    String sentence) {

  /** How the two differ. */
  public enum Kind {
    NEW_TABLE,
    NEW_COLUMN,
    /** A foreign key between mapped tables that the map does not know. */
    NEW_LINK,
    GONE_TABLE,
    GONE_COLUMN,
    GONE_LINK,
    /** It holds something else than the map says. */
    CHANGED_CONTENT;

    /** {@code new-table}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with that id. */
    public static Kind of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** The name of a live table as the data map writes it. */
  public static String written(Table table) {
    return table.inDefaultSchema() ? table.name().name() : table.name().toString();
  }

  /** The same of a table that is not there. */
  public static String written(TableName table) {
    return table.toString();
  }

  /** Whether both speak of the same difference, however they word it. */
  public boolean isAbout(Drift other) {
    return system.equals(other.system)
        && table.equals(other.table)
        && column.equals(other.column)
        && kind == other.kind;
  }
}
