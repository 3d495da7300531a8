package dev.upheld.duty.retention;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many rows of a rule are past their time by when, if nothing goes and nothing comes: by the
 * very test the probe counts with, at other instants.
 *
 * @param digest of the rule that was counted
 * @param made when it was counted
 * @param rows rows it speaks of that may not stay for another reason
 * @param unknown of these, rows without a clock: they are in no count
 * @param counts in order of time
 * @param apart whether rows on hold are told apart from the others; where not, more may be held
 */
public record Outlook(
    String rule,
    String digest,
    Instant made,
    long rows,
    long unknown,
    List<Count> counts,
    boolean apart) {
  /** So many nights are counted one by one. */
  public static final int NIGHTS = 14;

  /** And so many weeks, each from Monday to Sunday, so that counts of different days add up. */
  public static final int WEEKS = 12;

  /** Days before the count at which it is asked what was past its time already. */
  private static final long[] BEFORE = {365, 182, 91, 28, 7, 1};

  /** Nights after the first at which it is asked for the sake of {@link Age}. */
  private static final long[] BEHIND = {27, 83, 182, 365, 730, 1096, 1826};

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  public Outlook {
    counts = List.copyOf(counts);
  }

  /** Where nothing is on hold. */
  public Outlook(
      String rule, String digest, Instant made, long rows, long unknown, List<Count> counts) {
    this(rule, digest, made, rows, unknown, counts, true);
  }

  /**
   * One count.
   *
   * @param by the instant
   * @param past rows past their time by then
   * @param held of these, rows that a hold or a restriction is known to keep
   */
  public record Count(Instant by, long past, long held) {
    /** Where nothing is on hold. */
    public Count(Instant by, long past) {
      this(by, past, 0);
    }
  }

  /** The instants that are asked about, in order. */
  static List<Instant> instants(Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    LocalDate first = Nights.next(now, zone);
    TreeSet<Instant> all = new TreeSet<>();
    LongStream.of(BEFORE).forEach(days -> all.add(here.minusDays(days).toInstant()));
    all.add(now);
    LongStream.range(0, NIGHTS).forEach(n -> all.add(Nights.of(first.plusDays(n), zone)));
    LongStream.range(0, WEEKS).forEach(w -> all.add(Nights.of(sunday(first, w), zone)));
    LongStream.of(BEHIND).forEach(days -> all.add(Nights.of(first.plusDays(days), zone)));
    return List.copyOf(all);
  }

  /** The last night of a week. */
  private static LocalDate sunday(LocalDate first, long week) {
    return first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusWeeks(week);
  }

  /** How far the end of a row's time lies from the count, in groups that people can see. */
  public enum Age {
    OVER_YEAR(-365),
    OVER_HALF(-182),
    OVER_QUARTER(-91),
    OVER_MONTH(-28),
    OVER_WEEK(-7),
    /** Past its time for no longer than a week. */
    OVER(0),
    WEEK(7),
    MONTH(28),
    QUARTER(84),
    HALF(182),
    YEAR(365),
    TWO_YEARS(730),
    THREE_YEARS(1096),
    FIVE_YEARS(1826),
    /** Later, or when something happens first. */
    LATER(Integer.MAX_VALUE);

    private final int days;

    Age(int days) {
      this.days = days;
    }

    /** Whether the time of these rows is over. */
    public boolean isOver() {
      return days <= 0;
    }
  }

  /** All rows with a clock, by how far the end of their time lies away. */
  public Map<Age, Long> ages(ZoneId zone) {
    Map<Age, Long> ages = new EnumMap<>(Age.class);
    long before = 0;
    for (Age age : Age.values()) {
      long until = Math.max(before, age == Age.LATER ? rows - unknown : past(end(age, zone)));
      ages.put(age, until - before);
      before = until;
    }
    return ages;
  }

  /** The instant asked about, or a little behind it where no other one is near. */
  private Instant end(Age age, ZoneId zone) {
    if (age.days <= 0) {
      return age == Age.OVER ? made : made.plus(Duration.ofHours(24L * age.days + 2));
    }
    long nights = age.days <= 7 * WEEKS ? age.days - 1L : age.days;
    return Nights.of(Nights.next(made, zone).plusDays(nights), zone);
  }

  /** Rows past their time by an instant that was asked about; else by the last one before it. */
  public long past(Instant by) {
    return last(by, Count::past);
  }

  /** Of these, rows on hold. */
  public long held(Instant by) {
    return last(by, Count::held);
  }

  /** Of these, rows that can go. */
  long free(Instant by) {
    return Math.max(0, past(by) - held(by));
  }

  private long last(Instant by, ToLongFunction<Count> rows) {
    return counts.stream()
        .filter(count -> !count.by().isAfter(by))
        .mapToLong(rows)
        .reduce(0, Math::max);
  }

  /** Rows past their time when it was counted. */
  public long due() {
    return past(made);
  }

  /**
   * Rows on hold.
   *
   * @param over past their time
   * @param week of those whose time ends in the next seven nights
   * @param apart whether these are all; where not, more may be held
   */
  public record OnHold(long over, long week, boolean apart) {
    public static final OnHold NOTHING = new OnHold(0, 0, true);

    /** Of other rows as well. */
    public OnHold plus(OnHold other) {
      return new OnHold(over + other.over, week + other.week, apart && other.apart);
    }
  }

  /** What of it is on hold. */
  public OnHold onHold(ZoneId zone) {
    long over = held(made);
    return new OnHold(over, Math.max(0, held(end(Age.WEEK, zone)) - over), apart);
  }

  /** Rows that come due in each of the next nights; what is due already goes in the first. */
  public List<Night> nights(ZoneId zone) {
    LocalDate first = Nights.next(made, zone);
    return Stream.iterate(0, n -> n < NIGHTS, n -> n + 1)
        .map(n -> first.plusDays(n))
        .map(day -> night(day, day, zone))
        .toList();
  }

  /** The same by weeks; the first has what is left of this one. */
  public List<Night> weeks(ZoneId zone) {
    LocalDate first = Nights.next(made, zone);
    return Stream.iterate(0, w -> w < WEEKS, w -> w + 1)
        .map(w -> night(w == 0 ? first : sunday(first, w - 1L).plusDays(1), sunday(first, w), zone))
        .toList();
  }

  /**
   * What goes in a night or in the nights of a week.
   *
   * @param first the day in whose small hours the first of them is
   * @param last the same of the last of them
   * @param rows rows whose time is over by then, and was not before
   * @param held of these, rows on hold, which do not go
   */
  public record Night(LocalDate first, LocalDate last, long rows, long held) {
    /** Where nothing is on hold. */
    public Night(LocalDate first, LocalDate last, long rows) {
      this(first, last, rows, 0);
    }
  }

  private Night night(LocalDate first, LocalDate last, ZoneId zone) {
    boolean begins = first.equals(Nights.next(made, zone));
    Instant before = Nights.of(first.minusDays(1), zone);
    Instant by = Nights.of(last, zone);
    long rows = Math.max(0, past(by) - (begins ? 0 : past(before)));
    long held = Math.max(0, held(by) - (begins ? 0 : held(before)));
    return new Night(first, last, rows, Math.min(rows, held));
  }

  String json() {
    return JSON.writeValueAsString(
        new Kept(
            rows,
            unknown,
            counts.stream().map(c -> new KeptCount(c.by().toString(), c.past(), c.held())).toList(),
            apart));
  }

  static Outlook of(String rule, String digest, Instant made, String json) {
    Kept kept = JSON.readValue(json, Kept.class);
    return new Outlook(
        rule,
        digest,
        made,
        kept.rows(),
        kept.unknown(),
        kept.counts().stream()
            .map(c -> new Count(Instant.parse(c.by()), c.past(), c.held()))
            .toList(),
        kept.apart());
  }

  /** What was counted before rows on hold were looked for is read as if none had been found. */
  private record Kept(long rows, long unknown, List<KeptCount> counts, boolean apart) {}

  private record KeptCount(String by, long past, long held) {}
}
