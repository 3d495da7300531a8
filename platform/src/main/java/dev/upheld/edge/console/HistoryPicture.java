package dev.upheld.edge.console;

import dev.upheld.edge.console.view.History;
import dev.upheld.edge.console.view.History.Span;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The history of a promise as bars in four lanes, the best on top: the lane tells the verdict even
 * to those who see no colours.
 *
 * @param bars in order of time
 * @param ticks where months begin, for thin lines
 */
public record HistoryPicture(List<Bar> bars, List<Integer> ticks) {
  /** Units from left to right. */
  public static final int WIDTH = 1000;

  /** Units from one lane to the next. */
  public static final int LANE = 20;

  /** Narrower than this a bar would not be seen. */
  private static final int NARROWEST = 5;

  private static final int BAR = 12;

  public HistoryPicture {
    bars = List.copyOf(bars);
    ticks = List.copyOf(ticks);
  }

  /**
   * One bar.
   *
   * @param x of its left edge
   * @param y of its upper edge
   */
  public record Bar(int x, int y, int width, int height, Verdict verdict) {}

  /** Draws it; months begin at midnight of the zone. */
  public static HistoryPicture of(History history, ZoneId zone) {
    List<Bar> bars = new ArrayList<>();
    for (Span span : history.spans()) {
      int left = x(history, span.from());
      int right = x(history, span.to());
      int width = Math.max(NARROWEST, right - left);
      bars.add(
          new Bar(
              Math.min(left, WIDTH - width),
              lane(span.verdict()) * LANE + (LANE - BAR) / 2,
              width,
              BAR,
              span.verdict()));
    }
    return new HistoryPicture(bars, ticks(history, zone));
  }

  /** How long each verdict held in all, worst first; verdicts that never held are left out. */
  public static Map<Verdict, Duration> shares(History history) {
    Map<Verdict, Duration> shares = new EnumMap<>(Verdict.class);
    for (Span span : history.spans()) {
      shares.merge(span.verdict(), Duration.between(span.from(), span.to()), Duration::plus);
    }
    return shares;
  }

  /** The lane of a verdict, from the top. */
  public static int lane(Verdict verdict) {
    return switch (verdict) {
      case UPHELD -> 0;
      case AT_RISK -> 1;
      case UNPROVEN -> 2;
      case BROKEN -> 3;
    };
  }

  private static List<Integer> ticks(History history, ZoneId zone) {
    List<Integer> ticks = new ArrayList<>();
    ZonedDateTime month =
        history.from().atZone(zone).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
    while (month.toInstant().isBefore(history.to())) {
      ticks.add(x(history, month.toInstant()));
      month = month.plusMonths(1);
    }
    return ticks;
  }

  private static int x(History history, Instant at) {
    long whole = Math.max(1, Duration.between(history.from(), history.to()).toSeconds());
    long part = Duration.between(history.from(), at).toSeconds();
    return Math.clamp(part * WIDTH / whole, 0, WIDTH);
  }
}
