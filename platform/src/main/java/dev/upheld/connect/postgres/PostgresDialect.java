package dev.upheld.connect.postgres;

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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** How PostgreSQL writes what questions need. */
final class PostgresDialect implements Dialect {
  private static final Set<String> FLOATS = Set.of("float4", "float8");

  /** What a text can be compared with as it is; an enumeration, say, cannot. */
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext", "name");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  /** Years of four digits, which every server reads alike. */
  private static final Instant FIRST = Instant.parse("0001-01-03T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-29T00:00:00Z");

  private final Rendering rendering;
  private final PostgresCoarse coarse;
  private final PostgresIsoText isoText;

  PostgresDialect(Rendering rendering, int major) {
    this.rendering = rendering;
    this.coarse = new PostgresCoarse(major);
    this.isoText = new PostgresIsoText(major);
  }

  @Override
  public Roll readers(TableName table) {
    return PostgresRoll.of(table, rendering);
  }

  @Override
  public Rendering rendering() {
    return rendering;
  }

  @Override
  public Table<?> relation(Description.Table table) {
    return DSL.table(DSL.name(table.name().schema().orElse("public"), table.name().name()));
  }

  @Override
  public Field<String> text(Col column) {
    return switch (column.type()) {
      case TEXT -> DSL.field("cast({0} as text) collate \"C\"", String.class, column.field());
      case ADDRESS -> DSL.field("host({0})", String.class, column.field());
      case DECIMAL -> decimalText(column);
      case WHOLE, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, BYTES, JSON, UUID, ARRAY, OTHER ->
          DSL.field("cast({0} as text)", String.class, column.field());
    };
  }

  @Override
  public Field<?> compared(Col column) {
    boolean kindred = column.type() != Description.Type.TEXT || TEXTS.contains(column.base());
    return kindred ? column.field() : DSL.field("cast({0} as text)", column.field());
  }

  /** Floating point numbers show whole numbers in full; money without its local clothes. */
  private static Field<String> decimalText(Col column) {
    if (FLOATS.contains(column.base())) {
      return DSL.field(
          "case when {0} = trunc({0}) and abs({0}) < 1e18 then cast(cast({0} as bigint) as text)"
              + " else cast({0} as text) end",
          String.class, column.field());
    }
    return DSL.field("cast(cast({0} as numeric) as text)", String.class, column.field());
  }

  @Override
  public Field<String> identity(Col column) {
    return text(column);
  }

  @Override
  public Condition truth(Col column) {
    return switch (column.type()) {
      case BOOLEAN ->
          column.base().equals("bit")
              ? DSL.condition("{0} = B'1'", column.field())
              : DSL.condition("{0}", column.field());
      case WHOLE -> DSL.condition("{0} <> 0", column.field());
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
      case TIMESTAMP_WITH_ZONE -> new Moment(Scale.INSTANT, column.field());
      case TIMESTAMP -> new Moment(Scale.LOCAL, column.field());
      case DATE -> new Moment(Scale.DATE, column.field());
      case TEXT -> new Moment(Scale.INSTANT, isoText.instant(text(column), zone));
      case WHOLE, DECIMAL ->
          throw column.unfit(
              "holds numbers, not times", "Say whether they are epoch-seconds or epoch-millis.");
      case BOOLEAN, ADDRESS, BYTES, JSON, UUID, ARRAY, OTHER ->
          throw column.unfit("holds no time", "Bind a date, timestamp or ISO 8601 column.");
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
  public Optional<Condition> odd(Col column, LocalDate from, LocalDate upTo) {
    return Optional.of(
        column.type() == Description.Type.WHOLE || column.type() == Description.Type.DECIMAL
            ? DSL.condition("{0} = 0", column.field())
            : DSL.falseCondition());
  }

  @Override
  public Field<?> literal(Scale scale, Instant instant, ZoneId zone) {
    Instant at = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    return switch (scale) {
      case INSTANT ->
          DSL.field(
              "timestamptz {0}",
              DSL.inline(TIME.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC)) + "+00"));
      case LOCAL -> DSL.field("timestamp {0}", DSL.inline(TIME.format(local)));
      case DATE -> DSL.field("date {0}", DSL.inline(DAY.format(local)));
      case SECONDS -> number(at, 0);
      case MILLIS -> number(at, 3);
    };
  }

  /** Whole where it can be, since comparing with a fraction would convert every row. */
  private static Field<?> number(Instant at, int shift) {
    BigDecimal seconds =
        BigDecimal.valueOf(at.getEpochSecond()).add(BigDecimal.valueOf(at.getNano(), 9));
    BigDecimal exact = seconds.movePointRight(shift).stripTrailingZeros();
    return exact.scale() <= 0 ? DSL.inline(exact.longValueExact()) : DSL.inline(exact);
  }

  @Override
  public Field<?> seconds(Moment moment, ZoneId zone) {
    Field<?> value = moment.field();
    Field<String> in = DSL.inline(zone.getId());
    return switch (moment.scale()) {
      case INSTANT -> DSL.field("extract(epoch from {0})", value);
      case LOCAL -> DSL.field("extract(epoch from ({0} at time zone {1}))", value, in);
      case DATE ->
          DSL.field(
              "(extract(epoch from (cast(case when {0} > date '9999-12-30' then date '9999-12-30'"
                  + " when {0} < date '0001-01-01' then date '0001-01-01' else {0} end + 1"
                  + " as timestamp) at time zone {1})) - 0.000001)",
              value, in);
      case SECONDS -> DSL.field("({0} * 1.0)", value);
      case MILLIS -> DSL.field("({0} / 1000.0)", value);
    };
  }

  @Override
  public Field<?> wallSeconds(Scale scale, Field<?> expression) {
    return switch (scale) {
      case INSTANT, LOCAL, DATE -> DSL.field("extract(epoch from {0})", expression);
      case SECONDS -> expression;
      case MILLIS -> DSL.field("({0} / 1000.0)", expression);
    };
  }

  @Override
  public Field<?> latest(List<Field<?>> of) {
    return DSL.field("greatest({0})", of.getFirst().getDataType(), DSL.list(of));
  }

  @Override
  public Field<?> earliest(List<Field<?>> of) {
    return DSL.field("least({0})", of.getFirst().getDataType(), DSL.list(of));
  }

  @Override
  public Field<String> fingerprint(Col column, boolean folded) {
    // small letters by the rules of a locale that has some; those of "C" know ASCII only
    Field<String> text =
        folded
            ? DSL.field("lower(btrim({0}) collate \"default\")", String.class, text(column))
            : text(column);
    return DSL.field("md5(convert_to({0}, 'UTF8')) collate \"C\"", String.class, text);
  }

  @Override
  public Field<String> carried(Col column) {
    return switch (column.type()) {
      case BYTES -> DSL.field("encode({0}, 'hex')", String.class, column.field());
      case TEXT,
          WHOLE,
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
          text(column);
    };
  }

  @Override
  public Condition coarse(Coarse pattern, Col column) {
    return coarse.of(pattern, column, text(column));
  }

  @Override
  public Field<String> beginning(Col column, int characters) {
    return PostgresSample.beginning(column, carried(column), characters);
  }

  @Override
  public Optional<Condition> heavy(Col column) {
    return PostgresSample.heavy(column);
  }

  @Override
  public Select<?> some(
      Description.Table table, List<Col> columns, List<Field<?>> fields, int rows) {
    return PostgresSample.of(table, relation(table), rows).select(columns, fields);
  }
}
