package dev.upheld.edge.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as people of one language in one time zone read them. */
public final class Clockface {
  private static final int DAYS_BY_NAME = 6;

  private final Words words;
  private final ZoneId zone;
  private final Instant now;
  private final DateTimeFormatter weekday;
  private final DateTimeFormatter day;
  private final DateTimeFormatter dayOfYear;
  private final DateTimeFormatter full;
  private final DateTimeFormatter time;

  /** For one page: {@code now} is the instant it is made. */
  Clockface(Words words, Language language, ZoneId zone, Instant now) {
    this.words = words;
    this.zone = zone;
    this.now = now;
    this.weekday = DateTimeFormatter.ofPattern("EEEE", language.locale());
    this.day = DateTimeFormatter.ofPattern("d MMMM", language.locale());
    this.dayOfYear = DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale());
    this.full = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm:ss (VV)", language.locale());
    this.time = DateTimeFormatter.ofPattern("HH:mm", language.locale());
  }

  /**
   * The day by its nearest name, with the time: {@code today, 06:10}; {@code 20 May 2025, 02:00}.
   */
  public String when(Instant at) {
    return words.say("when.at", dayName(at), time.format(at.atZone(zone)));
  }

  /** The day by its nearest name: {@code tomorrow}, {@code Friday}, {@code 20 May}. */
  public String dayName(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalDate date = local.toLocalDate();
    LocalDate today = now.atZone(zone).toLocalDate();
    long days = ChronoUnit.DAYS.between(today, date);
    if (days == 0) {
      return words.say("when.today");
    }
    if (days == -1) {
      return words.say("when.yesterday");
    }
    if (days == 1) {
      return words.say("when.tomorrow");
    }
    if (Math.abs(days) <= DAYS_BY_NAME) {
      return words.say(days < 0 ? "when.last" : "when.next", weekday.format(local));
    }
    return (date.getYear() == today.getYear() ? day : dayOfYear).format(local);
  }

  /** The calendar day in full: {@code 20 November 2026}. */
  public String date(Instant at) {
    return dayOfYear.format(at.atZone(zone));
  }

  /** The same of a day that is known as such. */
  public String date(LocalDate on) {
    return dayOfYear.format(on);
  }

  /** Everything, for whoever points at it: weekday, date, seconds, zone. */
  public String full(Instant at) {
    return full.format(at.atZone(zone));
  }

  /** The day as forms send it: {@code 2026-11-20}. */
  public String field(Instant at) {
    return at.atZone(zone).toLocalDate().toString();
  }

  /** Days from today to that day; negative for the past. */
  public long days(Instant at) {
    return ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), at.atZone(zone).toLocalDate());
  }

  /** How long something lasted: {@code 0.8 s}, {@code 3 days}. */
  public String lasting(Duration took) {
    if (took.toDays() > 0) {
      return words.count("lasting.days", took.toDays());
    }
    if (took.toHours() > 0) {
      return words.count("lasting.hours", took.toHours());
    }
    if (took.toMinutes() > 0) {
      return words.count("lasting.minutes", took.toMinutes());
    }
    long tenths = Math.max(1, (took.toMillis() + 50) / 100);
    return words.say("lasting.seconds", tenths / 10, tenths % 10);
  }

  /** The time zone of the server. */
  public ZoneId zone() {
    return zone;
  }

  /** The instant this page was made. */
  public Instant now() {
    return now;
  }
}
