package dev.upheld.connect;

import dev.upheld.datamap.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Values of a column between two ends, both of which belong to it; an empty end is no limit. A null
 * lies in every span but that of one value: nobody can say that it does not.
 */
public sealed interface Span {

  /** The column of the table itself. */
  String column();

  /**
   * Values in the order in which the database sorts them. They may be personal data: they travel as
   * parameters, and print as nothing.
   */
  record Values(String column, Optional<String> from, Optional<String> to) implements Span {

    /** The same with its ends exchanged. */
    public Values turned() {
      return new Values(column, to, from);
    }

    @Override
    public String toString() {
      return column;
    }
  }

  /**
   * Whole days.
   *
   * @param zone in which days begin
   */
  record Days(
      String column,
      Clock.Reading reading,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      ZoneId zone)
      implements Span {}

  /**
   * One time in a column of times or days.
   *
   * @param at for a column without zone, its time as if it were one of UTC. It may be personal
   *     data: it prints as nothing
   */
  record Moment(String column, Instant at) implements Span {
    @Override
    public String toString() {
      return column;
    }
  }
}
