package dev.upheld.connect.mariadb;

import dev.upheld.connect.Coarse;
import dev.upheld.connect.Description;
import dev.upheld.connect.sql.Col;
import dev.upheld.connect.sql.Dialect;
import dev.upheld.connect.sql.Moment;
import dev.upheld.connect.sql.Moment.Scale;
import dev.upheld.connect.sql.Rendering;
import dev.upheld.connect.sql.Roll;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.datamap.TableName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** How MariaDB and MySQL write what questions need. */
final class MariaDbDialect implements Dialect {
  private static final Set<String> FLOATS = Set.of("float", "double");

  /** Types without a text of their own. */
  private static final Set<String> SHAPES =
      Set.of(
          "bit",
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection");

  /** Longer text is compared by a digest: sorting would look at its beginning only. */
  private static final int SORTED_WHOLE = 250;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  /** Years of four digits, which every server reads alike. */
  private static final Instant FIRST = Instant.parse("0001-01-03T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-29T00:00:00Z");

  private final Rendering rendering;
  private final Flavour flavour;
  private final String database;

  MariaDbDialect(Rendering rendering, Flavour flavour, String database) {
    this.rendering = rendering;
    this.flavour = flavour;
    this.database = database;
  }

  @Override
  public Roll readers(TableName table) {
    return flavour == Flavour.MARIADB
        ? MariaDbRoll.of(table, database, rendering)
        : new Roll(List.of(), _ -> MariaDbRoll.UNKNOWN);
  }

  @Override
  public Rendering rendering() {
    return rendering;
  }

  @Override
  public Table<?> relation(Description.Table table) {
    return DSL.table(DSL.name(table.name().schema().orElse(database), table.name().name()));
  }

  @Override
  public Field<String> text(Col column) {
    Field<Object> value = column.field();
    return switch (column.type()) {
      case TEXT -> exact(value);
      case BOOLEAN -> exact(DSL.field("cast({0} + 0 as char)", value));
      case BYTES -> exact(DSL.field("hex({0})", value));
      case DECIMAL -> exact(decimalText(column));
      case OTHER ->
          exact(
              SHAPES.contains(column.base())
                  ? DSL.field("hex({0})", value)
                  : DSL.field("cast({0} as char)", value));
      case WHOLE, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, JSON, UUID, ARRAY ->
          exact(DSL.field("cast({0} as char)", value));
    };
  }

  private Field<String> exact(Field<?> text) {
    return DSL.field("convert({0} using utf8mb4) collate " + flavour.exact(), String.class, text);
  }

  /** Floating point numbers show whole numbers in full. */
  private static Field<?> decimalText(Col column) {
    return FLOATS.contains(column.base())
        ? DSL.field(
            "case when {0} = truncate({0}, 0) and abs({0}) < 1e18"
                + " then cast(cast({0} as signed) as char) else cast({0} as char) end",
            column.field())
        : DSL.field("cast({0} as char)", column.field());
  }

  @Override
  public Field<String> identity(Col column) {
    boolean whole = column.column().length().filter(most -> most <= SORTED_WHOLE).isPresent();
    boolean sorted = column.type() != Description.Type.TEXT || whole;
    return sorted ? text(column) : DSL.field("sha2({0}, 256)", String.class, text(column));
  }

  @Override
  public Condition truth(Col column) {
    return switch (column.type()) {
      case BOOLEAN, WHOLE -> DSL.condition("{0} <> 0", column.field());
      case TEXT,
          DECIMAL,
          DATE,
          TIMESTAMP,
          TIMESTAMP_WITH_ZONE,
          ADDRESS,
          BYTES,
          JSON,
          UUID,
          ARRAY,
          OTHER ->
          throw column.unfit(
              "holds no yes or no", "Bind a boolean column, or say which values count.");
    };
  }

  @Override
  public Moment moment(Col column, Reading reading, ZoneId zone) {
    return switch (reading) {
      case NATIVE -> nativeMoment(column, zone);
      case EPOCH_SECONDS -> new Moment(Scale.SECONDS, number(column));
      case EPOCH_MILLIS -> new Moment(Scale.MILLIS, number(column));
    };
  }

  private Moment nativeMoment(Col column, ZoneId zone) {
    return switch (column.type()) {
      // as a number, since its date and time depend on the zone of the session
      case TIMESTAMP_WITH_ZONE ->
          new Moment(Scale.SECONDS, DSL.field("nullif(unix_timestamp({0}), 0)", column.field()));
      case TIMESTAMP -> new Moment(Scale.LOCAL, MariaDbMoments.real(column.field()));
      case DATE -> new Moment(Scale.DATE, MariaDbMoments.real(column.field()));
      case TEXT -> new Moment(Scale.SECONDS, MariaDbMoments.isoText(text(column), zone));
      case WHOLE, DECIMAL ->
          throw column.unfit(
              "holds numbers, not times", "Say whether they are epoch-seconds or epoch-millis.");
      case BOOLEAN, ADDRESS, BYTES, JSON, UUID, ARRAY, OTHER ->
          throw column.unfit("holds no time", "Bind a date, timestamp or ISO 8601 column.");
    };
  }

  @Override
  public Optional<Condition> odd(Col column, LocalDate from, LocalDate upTo) {
    return switch (column.type()) {
      case DATE -> MariaDbMoments.odd(column.field(), true, from, upTo);
      case TIMESTAMP -> MariaDbMoments.odd(column.field(), false, from, upTo);
      case WHOLE, DECIMAL -> Optional.of(DSL.condition("{0} = 0", column.field()));
      default -> Optional.of(DSL.falseCondition());
    };
  }

  /** Where programs have no time they write 0 into a column that cannot be null. */
  private static Field<Object> number(Col column) {
    return switch (column.type()) {
      case WHOLE, DECIMAL -> DSL.field("nullif({0}, 0)", Object.class, column.field());
      case TEXT,
          BOOLEAN,
          DATE,
          TIMESTAMP,
          TIMESTAMP_WITH_ZONE,
          ADDRESS,
          BYTES,
          JSON,
          UUID,
          ARRAY,
          OTHER ->
          throw column.unfit(
              "holds no numbers", "Drop the epoch reading, or bind a number column.");
    };
  }

  @Override
  public Field<?> literal(Scale scale, Instant instant, ZoneId zone) {
    Instant at = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    return switch (scale) {
      case LOCAL -> DSL.field("timestamp{0}", DSL.inline(TIME.format(local)));
      case DATE -> DSL.field("date{0}", DSL.inline(DAY.format(local)));
      case INSTANT, SECONDS -> number(at, 0);
      case MILLIS -> number(at, 3);
    };
  }

  private static Field<?> number(Instant at, int shift) {
    BigDecimal seconds =
        BigDecimal.valueOf(at.getEpochSecond()).add(BigDecimal.valueOf(at.getNano(), 9));
    BigDecimal exact = seconds.movePointRight(shift).stripTrailingZeros();
    return exact.scale() <= 0 ? DSL.inline(exact.longValueExact()) : DSL.inline(exact);
  }

  @Override
  public Field<?> seconds(Moment moment, ZoneId zone) {
    return switch (moment.scale()) {
      case INSTANT, SECONDS -> moment.field();
      case MILLIS -> DSL.field("({0} * 0.001)", moment.field());
      case LOCAL -> MariaDbMoments.seconds(moment.field(), zone);
      case DATE -> MariaDbMoments.seconds(MariaDbMoments.endOf(moment.field()), zone);
    };
  }

  @Override
  public Field<?> wallSeconds(Scale scale, Field<?> expression) {
    return switch (scale) {
      case INSTANT, SECONDS -> expression;
      case MILLIS -> DSL.field("({0} * 0.001)", expression);
      case LOCAL, DATE -> MariaDbMoments.wallSeconds(expression);
    };
  }

  @Override
  public Field<?> latest(List<Field<?>> of) {
    return extreme("greatest", of);
  }

  @Override
  public Field<?> earliest(List<Field<?>> of) {
    return extreme("least", of);
  }

  /** A null among them would make the whole null here; so each gives way to the others. */
  private static Field<?> extreme(String function, List<Field<?>> of) {
    if (of.size() == 1) {
      return of.getFirst();
    }
    List<Field<?>> known = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      List<Field<?>> turned = new ArrayList<>(of.subList(i, of.size()));
      turned.addAll(of.subList(0, i));
      known.add(DSL.field("coalesce({0})", DSL.list(turned)));
    }
    return DSL.field(function + "({0})", DSL.list(known));
  }

  @Override
  public Field<String> fingerprint(Col column, boolean folded) {
    return exact(DSL.field(folded ? "md5(lower(trim({0})))" : "md5({0})", text(column)));
  }

  @Override
  public Field<String> carried(Col column) {
    return text(column);
  }

  @Override
  public Condition coarse(Coarse coarse, Col column) {
    return MariaDbCoarse.of(coarse, column, text(column));
  }

  @Override
  public Field<String> beginning(Col column, int characters) {
    Field<Object> value = column.field();
    return switch (column.type()) {
      case TEXT ->
          DSL.field(
              "convert(left({0}, {1}) using utf8mb4)", String.class, value, DSL.inline(characters));
      case BYTES ->
          DSL.field("hex(left({0}, {1}))", String.class, value, DSL.inline(characters / 2));
      case WHOLE,
          DECIMAL,
          BOOLEAN,
          DATE,
          TIMESTAMP,
          TIMESTAMP_WITH_ZONE,
          ADDRESS,
          JSON,
          UUID,
          ARRAY,
          OTHER ->
          DSL.field("left({0}, {1})", String.class, carried(column), DSL.inline(characters));
    };
  }

  /** The server reads a row with all that is in it, whatever is asked of it. */
  @Override
  public Optional<Condition> heavy(Col column) {
    return Optional.empty();
  }

  @Override
  public Select<?> some(
      Description.Table table, List<Col> columns, List<Field<?>> fields, int rows) {
    return MariaDbSample.select(table, relation(table), fields, rows);
  }
}
