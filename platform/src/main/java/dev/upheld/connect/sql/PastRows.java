package dev.upheld.connect.sql;

import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.connect.act.Keeping;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.TableName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Rows of a table by what a promise to keep says of them.
 *
 * @param called by what name a statement knows the table, of which conditions speak
 */
public record PastRows(
    Catalogue catalogue, Dialect dialect, TableName table, List<String> key, String called) {
  /** Few rows are that much older than their limit: each of these may be looked at. */
  private static final Duration EARLY = Duration.ofDays(30 * 365);

  /** Of a table that is called {@code t}. */
  public PastRows(Catalogue catalogue, Dialect dialect, TableName table, List<String> key) {
    this(catalogue, dialect, table, key, "t");
  }

  /** A select of the keys, as k1, k2, ..., of rows whose time is over. */
  public String past(Keeping keeping) {
    Source source = new Source(catalogue, dialect, table, called);
    Clocks clocks = new Clocks(source, keeping.zone());
    Condition past = past(keeping, source, clocks);
    List<Field<?>> keys = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      keys.add(source.column(key.get(i)).field().as(DSL.name(name(i))));
    }
    return dialect.rendering().text(DSL.select(keys).from(source.table()).where(past));
  }

  /** Whether the time of a row is over; empty where other tables have a say in it. */
  public Optional<String> test(Keeping keeping) {
    Source source = new Source(catalogue, dialect, table, called);
    Condition past = past(keeping, source, new Clocks(source, keeping.zone()));
    return source.isAlone() ? Optional.of(text(past)) : Optional.empty();
  }

  /**
   * Whether the clock of a row is not earlier than its limit, as a plain comparison that a server
   * can hold against the bounds of partitions; empty where the time of a row hangs on more than one
   * column of its own that holds times.
   */
  public Optional<String> notYet(Keeping keeping) {
    return keeping.asks().stream()
        .limit(1)
        .flatMap(ask -> plain(ask, keeping.zone()).stream())
        .map(plain -> text(plain.is(">=")))
        .findFirst();
  }

  /**
   * Whether the time of a row is not over or not known, as plain comparisons that an index serves;
   * empty where more than one column of times has a say in it.
   */
  public Optional<String> notPast(Keeping keeping) {
    return keeping.asks().size() == 1
        ? notPast(keeping.asks().getFirst(), keeping.zone())
        : Optional.empty();
  }

  private Optional<String> notPast(Question.CountDue ask, ZoneId zone) {
    Optional<Plain> found =
        plain(ask, zone).filter(_ -> ask.exempt().isEmpty() && ask.only().isEmpty());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PlainClock clock = found.get().clock();
    Instant limit = found.get().limit();
    Condition later = DSL.or(clock.is(">=", limit), clock.isNull());
    Instant early = limit.minus(EARLY);
    return clock.isBare()
        ? Optional.of(text(later))
        : clock
            .odd(early, limit)
            .map(odd -> clock.isNoTime().and(DSL.or(clock.is("<", early), odd)))
            .map(none -> text(DSL.or(later, none)));
  }

  private String text(Condition condition) {
    return dialect.rendering().text(condition);
  }

  /** The column of the clock itself and its limit. */
  private record Plain(PlainClock clock, Instant limit) {
    Condition is(String sign) {
      return clock.is(sign, limit);
    }
  }

  private Optional<Plain> plain(Question.CountDue ask, ZoneId zone) {
    return ask.due() instanceof Due.Before(BoundClock bound, Instant limit)
        ? PlainClock.of(new Source(catalogue, dialect, table, called), bound.clock(), zone)
            .map(clock -> new Plain(clock, limit))
        : Optional.empty();
  }

  /**
   * Whether the promise speaks of a row and its time is not surely over; empty where other tables
   * have a say in it.
   */
  public Optional<String> kept(Keeping keeping) {
    Source source = new Source(catalogue, dialect, table, called);
    Clocks clocks = new Clocks(source, keeping.zone());
    Condition kept = spoken(keeping, source, clocks).andNot(surelyPast(keeping, source, clocks));
    return source.isAlone() ? Optional.of(text(kept)) : Optional.empty();
  }

  private Condition surelyPast(Keeping keeping, Source source, Clocks clocks) {
    return Clocks.surely(past(keeping, source, clocks));
  }

  private static Condition spoken(Keeping keeping, Source source, Clocks clocks) {
    Conditions conditions = new Conditions(source, clocks, keeping.now());
    Condition spoken = conditions.only(keeping.meant());
    for (dev.upheld.datamap.Condition settled : keeping.settled()) {
      spoken = spoken.andNot(conditions.of(settled));
    }
    return spoken;
  }

  /**
   * A select of the keys of rows of a set that the promise speaks of and whose time is not surely
   * over.
   *
   * @param rows the set, as written in a FROM clause: a table with columns k1, k2, ... and fate
   * @param free the fate of the rows that are looked at
   */
  public String kept(Keeping keeping, String rows, int free) {
    Source source = new Source(catalogue, dialect, table, called);
    Clocks clocks = new Clocks(source, keeping.zone());
    Condition spoken = spoken(keeping, source, clocks);
    Condition past = surelyPast(keeping, source, clocks);
    Condition same = DSL.condition("s.fate = {0}", DSL.inline(free));
    List<Field<?>> keys = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      Field<Object> gathered = DSL.field("s." + name(i), Object.class);
      keys.add(gathered.as(DSL.name(name(i))));
      same = same.and(gathered.eq(source.column(key.get(i)).field()));
    }
    return dialect
        .rendering()
        .text(
            DSL.select(keys)
                .from(source.table().join(DSL.table(rows + " as s")).on(same))
                .where(spoken.andNot(past)));
  }

  private Condition past(Keeping keeping, Source source, Clocks clocks) {
    List<Condition> any =
        keeping.asks().stream()
            .map(q -> found(q, DueTest.of(q, source, clocks).past(), keeping.zone()))
            .toList();
    return any.isEmpty() ? DueTest.no() : DSL.or(any);
  }

  /** Says it a second time of the column itself where the clock is more: so an index can serve. */
  private Condition found(Question.CountDue ask, Condition past, ZoneId zone) {
    String text = text(past);
    return plain(ask, zone)
        .map(plain -> plain.is("<"))
        .filter(p -> !text.contains(text(p)))
        .map(p -> DSL.and(p, past))
        .orElse(past);
  }

  private static String name(int index) {
    return "k" + (index + 1);
  }
}
