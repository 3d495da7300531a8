package dev.upheld.connect.sql;

import dev.upheld.connect.Coarse;
import dev.upheld.connect.Description;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.datamap.TableName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;

/**
 * How one kind of server writes what questions need. Pure: makes expressions, talks to nobody. No
 * expression depends on the settings of a session, so that anybody can run the text and get the
 * same figures.
 */
public interface Dialect {

  /** Who may read a table that the catalogue knows by this name. */
  Roll readers(TableName table);

  /** Writes statements down. */
  Rendering rendering();

  /** The table as written in a FROM clause, fully qualified. */
  Table<?> relation(Description.Table table);

  /** The value as text, compared by its characters and nothing else; null stays null. */
  Field<String> text(Col column);

  /** The value as it stands in comparisons with values that come as parameters. */
  default Field<?> compared(Col column) {
    return column.field();
  }

  /** An expression that is equal for two values exactly when their texts are; null stays null. */
  Field<String> identity(Col column);

  /** Whether a boolean column, or a number used as one, is true; null where it is null. */
  Condition truth(Col column);

  /** The column as a clock; unfit where it holds no time. */
  Moment moment(Col column, Reading reading, ZoneId zone);

  /**
   * Where values of a column of times, from one day to another, may be none: such as an index holds
   * among the others.
   *
   * @return a test that an index serves, never true where there is no such value; empty where it
   *     would be too long
   */
  Optional<Condition> odd(Col column, LocalDate from, LocalDate upTo);

  /** The instant as a literal on the scale. */
  Field<?> literal(Moment.Scale scale, Instant at, ZoneId zone);

  /** The moment in seconds since 1970-01-01T00:00Z, to compare clocks on different scales. */
  Field<?> seconds(Moment moment, ZoneId zone);

  /**
   * The expression in seconds as though its zone were UTC; exact, the zone is minded by whoever
   * reads.
   */
  Field<?> wallSeconds(Moment.Scale scale, Field<?> expression);

  /** The greatest of several on one scale; nulls are passed over, all null is null. */
  Field<?> latest(List<Field<?>> of);

  /** The least of several on one scale; nulls are passed over, all null is null. */
  Field<?> earliest(List<Field<?>> of);

  /** The MD5 of the text in UTF-8, as lower-case hexadecimal that sorts by its bytes. */
  Field<String> fingerprint(Col column, boolean folded);

  /** The value in the form that {@link Values#read} takes. */
  Field<String> carried(Col column);

  /** The coarse pattern on a column; false or null for a value that need not travel. */
  Condition coarse(Coarse coarse, Col column);

  /**
   * The beginning of the value in the form that {@link Values#read} takes. Where the server can, it
   * reads no more of the value than that.
   */
  Field<String> beginning(Col column, int characters);

  /**
   * Whether the value is so large that writing it out for its beginning would weigh on the server;
   * empty where there is no such value.
   */
  Optional<Condition> heavy(Col column);

  /**
   * Some rows, spread over the table as well as the server can without reading much of it.
   *
   * @param columns all that the fields are made of
   * @param fields what is wanted of each row
   * @param rows at most so many, which may be none of a table with few rows on few pages
   */
  Select<?> some(Description.Table table, List<Col> columns, List<Field<?>> fields, int rows);
}
