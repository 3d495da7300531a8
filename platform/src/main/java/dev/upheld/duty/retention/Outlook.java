package dev.upheld.duty.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
 */
public record Outlook(
    String rule, String digest, Instant made, long rows, long unknown, List<Count> counts) {
  /** When released rules run, where the company is. */
  public static final LocalTime NIGHT = LocalTime.of(1, 0);

  /** So many nights are counted one by one. */
  public static final int NIGHTS = 14;

  /** And so many weeks. */
  public static final int WEEKS = 12;

  /** Days before the count at which it is asked what was past its time already. */
  private static final long[] BEFORE = {365, 182, 91, 28, 7, 1};

  /** Days after the first night, behind the weeks. */
  private static final long[] BEHIND = {182, 365, 730, 1096, 1826};

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Outlook {
    counts = List.copyOf(counts);
  }

  /**
   * One count.
   *
   * @param by the instant
   * @param past rows past their time by then
   */
  public record Count(Instant by, long past) {}

  /**
   * Rows whose time ends within a span.
   *
   * @param from exclusive; {@link Instant#MIN} for the beginning
   * @param to inclusive; {@link Instant#MAX} for those that no count reached
   */
  public record Span(Instant from, Instant to, long rows) {}

  /** The instants that are asked about, in order. */
  static List<Instant> instants(Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    ZonedDateTime first = firstNight(now, zone);
    TreeSet<Instant> all = new TreeSet<>();
    LongStream.of(BEFORE).forEach(days -> all.add(here.minusDays(days).toInstant()));
    all.add(now);
    LongStream.range(0, NIGHTS).forEach(n -> all.add(first.plusDays(n).toInstant()));
    LongStream.rangeClosed(1, WEEKS).forEach(w -> all.add(first.plusDays(7 * w - 1).toInstant()));
    LongStream.of(BEHIND).forEach(days -> all.add(first.plusDays(days).toInstant()));
    return List.copyOf(all);
  }

  private static ZonedDateTime firstNight(Instant now, ZoneId zone) {
    ZonedDateTime tonight = now.atZone(zone).with(NIGHT);
    return tonight.toInstant().isAfter(now) ? tonight : tonight.plusDays(1).with(NIGHT);
  }

  /** When released rules run next, where the company is. */
  public static Instant nextNight(Instant now, ZoneId zone) {
    return firstNight(now, zone).toInstant();
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
    return age.days <= 7 * WEEKS
        ? firstNight(made, zone).plusDays(age.days - 1L).toInstant()
        : firstNight(made, zone).plusDays(age.days).toInstant();
  }

  /** Rows past their time by an instant that was asked about; else by the last one before it. */
  public long past(Instant by) {
    long past = 0;
    for (Count count : counts) {
      if (!count.by().isAfter(by)) {
        past = Math.max(past, count.past());
      }
    }
    return past;
  }

  /** Rows past their time when it was counted. */
  public long due() {
    return past(made);
  }

  /** Rows that come due in each of the next nights; what is due already goes in the first. */
  public List<Night> nights(ZoneId zone) {
    ZonedDateTime first = firstNight(made, zone);
    return Stream.iterate(0, n -> n < NIGHTS, n -> n + 1)
        .map(n -> night(first, n, n == 0 ? -1 : n - 1))
        .toList();
  }

  /** The same by weeks of seven nights. */
  public List<Night> weeks(ZoneId zone) {
    ZonedDateTime first = firstNight(made, zone);
    return Stream.iterate(1, w -> w <= WEEKS, w -> w + 1)
        .map(w -> night(first, 7 * w - 1, 7 * (w - 1) - 1))
        .toList();
  }

  /**
   * What goes in a night or in the nights of a week.
   *
   * @param first the day in whose small hours the first of them is
   * @param last the same of the last of them
   */
  public record Night(LocalDate first, LocalDate last, long rows) {}

  private Night night(ZonedDateTime first, int last, int before) {
    long until = past(first.plusDays(last).toInstant());
    long already = before < 0 ? 0 : past(first.plusDays(before).toInstant());
    return new Night(
        first.plusDays(before + 1L).toLocalDate(),
        first.plusDays(last).toLocalDate(),
        Math.max(0, until - already));
  }

  /** All rows with a clock, by when their time ends; what was past first. */
  public List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    Instant from = Instant.MIN;
    long before = 0;
    for (Count count : counts) {
      spans.add(new Span(from, count.by(), Math.max(0, count.past() - before)));
      from = count.by();
      before = Math.max(before, count.past());
    }
    spans.add(new Span(from, Instant.MAX, Math.max(0, rows - unknown - before)));
    return spans;
  }

  String json() {
    return JSON.writeValueAsString(
        new Kept(
            rows,
            unknown,
            counts.stream().map(c -> new KeptCount(c.by().toString(), c.past())).toList()));
  }

  static Outlook of(String rule, String digest, Instant made, String json) {
    Kept kept = JSON.readValue(json, Kept.class);
    return new Outlook(
        rule,
        digest,
        made,
        kept.rows(),
        kept.unknown(),
        kept.counts().stream().map(c -> new Count(Instant.parse(c.by()), c.past())).toList());
  }

  private record Kept(long rows, long unknown, List<KeptCount> counts) {}

  private record KeptCount(String by, long past) {}
}
