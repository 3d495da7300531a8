package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.BoundClock;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Counts rows past their time: one statement, one pass over each table it needs. */
final class DuePlan {
  /** How far a clock may run ahead before it is not believed: zones and skew stay below it. */
  static final Duration AHEAD = Duration.ofDays(1);

  /** PostgreSQL knows no earlier moment; what lies before is shown as this one. */
  private static final Instant EARLIEST = Instant.parse("-4712-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("+294275-12-31T00:00:00Z");

  private final Question.CountDue question;
  private final Source source;
  private final Clocks clocks;
  private final List<Moment> oldest = new ArrayList<>();

  private DuePlan(Question.CountDue question, Source source) {
    this.question = question;
    this.source = source;
    this.clocks = new Clocks(source, question.zone());
  }

  static Plan<Answer.DueCount> of(Question.CountDue question, Source source) {
    return IndexedDue.of(question, source)
        .map(IndexedDue::plan)
        .orElseGet(() -> new DuePlan(question, source).plan());
  }

  private Plan<Answer.DueCount> plan() {
    Dialect dialect = source.dialect();
    Select<?> select = select(rows());
    String text = dialect.rendering().text(select);
    return new Plan<>(List.of(text), source.touched(), runs -> runs.whole(text, this::read));
  }

  /** One row for each row meant: is it due, is it exempt, is a clock ahead, its clocks. */
  private Table<?> rows() {
    Condition due = DueTest.due(question.due(), clocks);
    Condition ahead = ahead(clocks.simple()); // not those of exemptions, which may well lie ahead
    for (BoundClock clock : clocksOf(question.due(), new LinkedHashSet<>())) {
      oldest.add(clocks.moment(clock.clock()));
    }
    DueTest test = DueTest.of(question, source, clocks);
    List<Field<?>> fields = new ArrayList<>();
    fields.add(DSL.field(due).as(DSL.name("due")));
    fields.add(DSL.field(test.exempt()).as(DSL.name("exempt")));
    fields.add(DSL.field(ahead).as(DSL.name("ahead")));
    for (int i = 0; i < oldest.size(); i++) {
      fields.add(oldest.get(i).field().as(DSL.name(clockName(i))));
    }
    return DSL.select(fields).from(source.table()).where(test.only()).asTable(DSL.name("r"));
  }

  private Select<?> select(Table<?> rows) {
    Condition due = column("due");
    Condition exempt = column("exempt");
    List<Field<?>> fields = new ArrayList<>();
    fields.add(DSL.count().as(DSL.name("rows")));
    fields.add(count(due.andNot(exempt), "past"));
    fields.add(count(DSL.condition("{0} is null", name("due")).andNot(exempt), "unknown"));
    fields.add(count(column("ahead"), "future"));
    fields.add(count(due.and(exempt), "exempt"));
    for (int i = 0; i < oldest.size(); i++) {
      Field<?> first = oldest(name(clockName(i)), due, exempt);
      Field<?> seconds = source.dialect().wallSeconds(oldest.get(i).scale(), first);
      fields.add(seconds.as(DSL.name("oldest" + (i + 1))));
    }
    return DSL.select(fields).from(rows);
  }

  /** Of the rows past their time; where there is none, of those that no exemption keeps. */
  private static Field<?> oldest(Field<Object> clock, Condition due, Condition exempt) {
    return DSL.coalesce(
        DSL.min(DSL.when(due.andNot(exempt), clock)), DSL.min(DSL.when(DSL.not(exempt), clock)));
  }

  private static Field<?> count(Condition condition, String as) {
    return DSL.count().filterWhere(condition).as(DSL.name(as));
  }

  private static String clockName(int index) {
    return "clock" + (index + 1);
  }

  private static Field<Object> name(String column) {
    return DSL.field(DSL.name("r", column), Object.class);
  }

  private static Condition column(String column) {
    return DSL.condition(DSL.field(DSL.name("r", column), Boolean.class));
  }

  private Condition ahead(List<Moment> moments) {
    Instant limit = question.now().plus(AHEAD);
    List<Condition> any = moments.stream().map(m -> clocks.beyond(m, limit)).toList();
    return any.isEmpty() ? DueTest.no() : DSL.or(any);
  }

  private static Set<BoundClock> clocksOf(Due due, Set<BoundClock> found) {
    switch (due) {
      case Due.Before(BoundClock clock, Instant limit) -> found.add(clock);
      case Due.Any(List<Due> of) -> of.forEach(d -> clocksOf(d, found));
      case Due.All(List<Due> of) -> of.forEach(d -> clocksOf(d, found));
    }
    return found;
  }

  private Answer.DueCount read(ResultSet result) throws SQLException {
    result.next();
    Optional<Instant> first = Optional.empty();
    for (int i = 0; i < oldest.size(); i++) {
      Optional<Instant> seen =
          instant(result.getString(6 + i), oldest.get(i).scale(), question.zone());
      if (first.isEmpty() || (seen.isPresent() && seen.get().isBefore(first.get()))) {
        first = seen;
      }
    }
    return new Answer.DueCount(
        result.getLong(1),
        result.getLong(2),
        result.getLong(3),
        result.getLong(4),
        result.getLong(5),
        first);
  }

  /** What {@link Dialect#wallSeconds} gave, on its scale and in its zone. */
  static Optional<Instant> instant(@Nullable String seconds, Moment.Scale scale, ZoneId zone) {
    if (seconds == null || seconds.equals("NaN")) {
      return Optional.empty();
    }
    if (seconds.endsWith("Infinity")) {
      return Optional.of(seconds.startsWith("-") ? EARLIEST : LATEST);
    }
    BigDecimal exact = new BigDecimal(seconds);
    BigDecimal within =
        exact
            .max(BigDecimal.valueOf(EARLIEST.getEpochSecond()))
            .min(BigDecimal.valueOf(LATEST.getEpochSecond()));
    Instant wall = Instant.ofEpochSecond(0, within.movePointRight(9).longValue());
    return Optional.of(
        switch (scale) {
          case INSTANT, SECONDS, MILLIS -> wall;
          case LOCAL, DATE ->
              LocalDateTime.ofInstant(wall, ZoneOffset.UTC)
                  .atZone(zone)
                  .withLaterOffsetAtOverlap()
                  .toInstant();
        });
  }
}
