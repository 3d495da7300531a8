package dev.upheld.edge.console.view;

import dev.upheld.duty.retention.Forecast;
import dev.upheld.duty.retention.Outlook.Night;
import dev.upheld.duty.retention.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What goes in the next nights and weeks.
 *
 * @param nights sums of all rules that run
 * @param waiting rules that do not run, though rows come due
 * @param uncounted rules that run, and that nobody counted lately: they are in no sum
 */
public record RetentionCalendar(
    List<Night> nights,
    List<Night> weeks,
    List<Line> lines,
    List<Standing> waiting,
    List<Standing> uncounted)
    implements View {
  public RetentionCalendar {
    nights = List.copyOf(nights);
    weeks = List.copyOf(weeks);
    lines = List.copyOf(lines);
    waiting = List.copyOf(waiting);
    uncounted = List.copyOf(uncounted);
  }

  /** Whether some rows of these nights and weeks are on hold. */
  public boolean held() {
    return lines.stream().anyMatch(line -> line.held() > 0);
  }

  /** Whether rows on hold are told apart from those that go, by all rules. */
  public boolean apart() {
    return lines.stream().allMatch(Line::apart);
  }

  /**
   * What goes by one rule.
   *
   * @param forecast whether its hours suffice; empty where nobody counted lately
   */
  public record Line(
      Standing standing, List<Night> nights, List<Night> weeks, Optional<Forecast> forecast) {
    public Line {
      nights = List.copyOf(nights);
      weeks = List.copyOf(weeks);
    }

    /** Rows that come due in the twelve weeks. */
    public long rows() {
      return weeks.stream().mapToLong(Night::rows).sum();
    }

    /** Of these, rows known to be on hold. */
    public long held() {
      return weeks.stream().mapToLong(Night::held).sum();
    }

    /** Whether rows on hold are told apart from those that go. */
    public boolean apart() {
      return standing.ahead().filter(o -> !o.apart()).isEmpty();
    }

    /** When it was counted. */
    public Optional<Instant> made() {
      return standing.ahead().map(o -> o.made());
    }
  }
}
